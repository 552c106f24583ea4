from django.core.management.base import BaseCommand

from newsroom.subscriptions.receivers import do_what_is_due


class Command(BaseCommand):
    help = (
        "Send readers the letters that wait, write those that prices ask for, and delete addresses that nobody "
        "confirmed in time. Run it every minute."
    )

    def handle(self, *args, **options):
        do_what_is_due()
