from django.core.management.base import BaseCommand

from newsroom.desk.demo import seed


class Command(BaseCommand):
    help = "Load the demonstration: accounts, stories in every state, polls, prices. Does nothing where it is loaded."

    def handle(self, *args, **options):
        if seed.is_loaded():
            self.stdout.write("The demonstration is loaded already.")
            return
        seed.load(lambda step: self.stdout.write(f"  {step}"))
