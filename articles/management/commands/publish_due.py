from django.core.management.base import BaseCommand, CommandError

from articles import due


class Command(BaseCommand):
    help = (
        "Do what follows when a story's time has come or is over: tell those who listen. Readers see and lose stories "
        "by the clock, without it. Run it every minute; ends with 1 where a story failed, and the desk's first page "
        "says which and why."
    )

    def handle(self, *args, **options):
        report = due.run()
        if options["verbosity"] > 1 or report.done:
            self.stdout.write(f"Stories done: {report.done}")
        if report.failed:
            raise CommandError(f"Stories that failed: {report.failed}. They are tried again at the next run.")
