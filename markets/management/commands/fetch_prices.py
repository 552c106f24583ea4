from django.core.management.base import BaseCommand, CommandError

from markets import fetching


class Command(BaseCommand):
    help = (
        "Ask every source of prices whose time has come. Run it every minute: each source is asked no more often than "
        "it allows, and never twice at once. Ends with 1 where a source failed; the desk's list of sources says why."
    )

    def handle(self, *args, **options):
        report = fetching.run_due()
        if options["verbosity"] > 1 or report.done:
            self.stdout.write(f"Sources asked: {report.done}")
        if report.failed:
            raise CommandError(f"Sources that failed: {report.failed}. They are asked again after a pause.")
