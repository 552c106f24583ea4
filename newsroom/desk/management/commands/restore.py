from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from newsroom import backup


class Command(BaseCommand):
    help = "Restore one backup, a folder that `backup` made, into an empty database and an empty MEDIA_ROOT."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="FOLDER")

    def handle(self, *args, folder, **options):
        try:
            backup.restore(folder, backup.media_folder())
        except backup.BackupError as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"Restored {folder}")
        if settings.MEDIA_BUCKET:
            self.stdout.write(f"Photographs are those in the bucket {settings.MEDIA_BUCKET}.")
        if settings.PAGE_STORE:
            self.stdout.write(f"Now empty {settings.PAGE_STORE}: its pages are another database's.")
