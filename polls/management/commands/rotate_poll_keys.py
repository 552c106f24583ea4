from django.core.management.base import BaseCommand

from polls import keys


class Command(BaseCommand):
    help = (
        "Make the day's key for the digests of networks and browsers in polls, and destroy keys that are two days old. "
        "Run it every hour."
    )

    def handle(self, *args, **options):
        left = len(keys.rotate())
        if options["verbosity"] > 1:
            self.stdout.write(f"Keys that are left: {left}")
