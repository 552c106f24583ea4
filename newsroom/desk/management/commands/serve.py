import os

from django.contrib.auth import get_user_model
from django.contrib.staticfiles.management.commands import runserver
from django.core.management import CommandError, call_command
from django.db import connections

from newsroom import bootstrap, database

DEMO_ACCOUNTS = ["phongvien", "bientap", "thuky", "quantri"]


class Command(runserver.Command):
    help = "Bring the database up to date, load the demo into an empty one, and serve on 127.0.0.1, port PORT or 8000."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        # One process, so that nothing survives it: for reloading on every change there is `runserver`.
        # The checks are made once, in handle().
        parser.set_defaults(use_reloader=False, skip_checks=True)

    def handle(self, *args, **options):
        try:
            port = bootstrap.free_port()
        except bootstrap.Stop as reason:
            raise CommandError(str(reason)) from None
        connections.settings["default"] |= database.DEVELOPMENT
        self.check()
        self._prepare_database()
        os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
        super().handle(*args, **options | {"addrport": f"127.0.0.1:{port}"})

    def on_bind(self, server_port):
        """Tell what is where, now that it answers."""
        home = f"http://127.0.0.1:{server_port}/"
        self.stdout.write(f"\nThe paper  {home}\nThe desk   {home}admin/\n")
        for account in _demo_accounts():
            self.stdout.write(f"           sign in as {account} with the password {account}-demo")
        self.stdout.write("Ctrl-C stops everything.\n\n")
        connections.close_all()

    def _prepare_database(self):
        self.stdout.write("Bringing the database up to date")
        call_command("migrate", interactive=False, verbosity=0)
        if not get_user_model().objects.exists():
            self.stdout.write("Loading the demo")
            call_command("seed_demo")


def _demo_accounts():
    """Names of those accounts that can sign in with their published password."""
    accounts = get_user_model().objects.filter(username__in=DEMO_ACCOUNTS)
    usable = {user.username for user in accounts if user.check_password(f"{user.username}-demo")}
    return [name for name in DEMO_ACCOUNTS if name in usable]
