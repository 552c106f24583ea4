import os

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.management.commands import runserver
from django.core.management import CommandError, call_command
from django.core.servers.basehttp import WSGIServer
from django.db import connections

from newsroom import bootstrap, database
from newsroom.desk import worker
from newsroom.desk.demo import seed


class NamelessServer(WSGIServer):
    """Its complaints of readers who hung up would name their network address."""

    def handle_error(self, request, client_address):
        super().handle_error(request, "a reader")


class Command(runserver.Command):
    server_cls = NamelessServer
    help = "Bring the database up to date, load the demo into an empty one, and serve on 127.0.0.1, port PORT or 8000."

    def add_arguments(self, parser):
        """Nothing to choose. One process, so that nothing survives it: `runserver` is there to reload on a change."""
        parser.set_defaults(use_reloader=False, use_threading=True, use_ipv6=False)
        parser.set_defaults(use_static_handler=True, insecure_serving=True, skip_checks=True)

    def handle(self, *args, **options):
        try:
            port = bootstrap.free_port()
        except bootstrap.Stop as reason:
            raise CommandError(str(reason)) from None
        connections.settings["default"] |= database.DEVELOPMENT
        self.check()
        self._prepare_database()
        # Whoever tries the newsroom sees the paper's own error pages; `runserver` shows engineers theirs.
        settings.DEBUG = False
        os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
        with worker.running():
            super().handle(*args, **options | {"addrport": f"127.0.0.1:{port}"})

    def on_bind(self, server_port):
        """Tell what is where, now that it answers."""
        home = f"http://127.0.0.1:{server_port}/"
        self.stdout.write(f"\nThe paper  {home}\nThe desk   {home}admin/\n")
        for account in seed.open_accounts():
            self.stdout.write(f"           sign in as {account} with the password {seed.password_of(account)}")
        self.stdout.write("Ctrl-C stops everything.\n\n")
        connections.close_all()

    def _prepare_database(self):
        self.stdout.write("Bringing the database up to date")
        call_command("migrate", interactive=False, verbosity=0)
        if not get_user_model().objects.exists():
            self.stdout.write("Loading the demo")
            call_command("seed_demo")
