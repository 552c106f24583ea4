from signal import SIGINT, SIGTERM, signal
from threading import Event

from django.core.management.base import BaseCommand, CommandError

from newsroom.pages.store import keeping, shelf


class Command(BaseCommand):
    help = (
        "Keep this machine's stored pages up to date: at once what is purged anywhere, within a second what the clock "
        "changes. Runs until it is stopped, once on every machine that serves readers."
    )

    def handle(self, *args, **options):
        if shelf.here() is None:
            raise CommandError("PAGE_STORE names no folder, so no pages are stored.")
        over = Event()
        for number in (SIGINT, SIGTERM):
            signal(number, lambda *caught: over.set())
        keeping.run(over)
