import shutil

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from newsroom import database
from newsroom.embedded import DatabaseUnavailableError


class Command(BaseCommand):
    help = "Delete all content: the embedded database, and the files under var/media. The next run starts afresh."
    requires_system_checks = []

    def handle(self, *args, **options):
        if not database.is_embedded():
            raise CommandError("DATABASE_URL is set: that database is not mine to delete.")
        try:
            database.embedded.destroy()
        except DatabaseUnavailableError as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"Deleted the database in {database.embedded.data}")
        self._delete_media(database.embedded.home / "media")

    def _delete_media(self, folder):
        if settings.MEDIA_BUCKET:
            self.stdout.write(f"Kept the files in the bucket {settings.MEDIA_BUCKET}: MEDIA_BUCKET is set")
            return
        if folder != settings.MEDIA_ROOT:
            self.stdout.write(f"Kept the files in {settings.MEDIA_ROOT}: MEDIA_ROOT is set")
            return
        shutil.rmtree(folder, ignore_errors=True)
        self.stdout.write(f"Deleted the files in {folder}")
