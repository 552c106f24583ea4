from django.core.management.base import BaseCommand

from newsroom.pages import store


class Command(BaseCommand):
    help = (
        "Have stored pages rendered anew on every machine: those with one of the tags, or all. Needed after every "
        "deployment, since new templates make other pages. The last good ones serve while it happens."
    )

    def add_arguments(self, parser):
        parser.add_argument("tags", nargs="*", default=[store.EVERYTHING])

    def handle(self, *args, **options):
        store.purge(*options["tags"])
