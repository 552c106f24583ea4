from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from newsroom import backup


class Command(BaseCommand):
    help = "Back up the database and the photographs into a new folder within FOLDER. Run it every day."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument("--keep", type=int, metavar="N", help="Delete the oldest backups but for the N newest.")

    def handle(self, *args, folder, keep, **options):
        if keep is not None and keep < 1:
            raise CommandError("--keep takes a number from 1.")
        try:
            made = backup.make(folder, backup.media_folder(), keep)
        except backup.BackupError as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"Backed up into {made}")
        if settings.MEDIA_BUCKET:
            self.stdout.write(f"Photographs are not in it: they stay in the bucket {settings.MEDIA_BUCKET}.")
