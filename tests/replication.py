"""A PostgreSQL with a streaming replica of the newsroom's own wheel; each ends and comes back as a machine."""

import os
import signal
import subprocess
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from newsroom import embedded
from newsroom.embedded import NAME, EmbeddedServer

PATIENCE = 30  # seconds


class Pair:
    """Two servers in `folder`: `one`, the primary at first, and `two`, its replica."""

    def __init__(self, folder: Path):
        self.one, self.two = (EmbeddedServer(folder / name) for name in ("one", "two"))

    @contextmanager
    def running(self, **settings):
        """Both run inside this block; with `settings` of PostgreSQL for both."""
        with ExitStack() as stack:
            stack.enter_context(self.one.running())
            with (self.one.data / "pg_hba.conf").open("a") as access:
                access.write("local replication all trust\n")  # the folder of the socket is private
            self._set({"wal_retrieve_retry_interval": "100ms", **settings})
            self.two.home.mkdir()
            copy = ["-h", self.one.sockets, "-U", "postgres", "-D", self.two.data, "-R", "-c", "fast"]
            subprocess.run([embedded.programs() / "pg_basebackup", *copy], check=True)
            stack.enter_context(self.two.running())
            yield self

    def _set(self, settings):
        for name, value in settings.items():
            ask(self.one, f"ALTER SYSTEM SET {name} = '{value}'")
        ask(self.one, "SELECT pg_reload_conf()")

    def wait_for_replay(self):
        """Until the replica shows what the primary shows now."""
        [(place,)] = ask(self.one, "SELECT pg_current_wal_insert_lsn()")
        until(lambda: ask(self.two, f"SELECT pg_last_wal_replay_lsn() >= '{place}'") == [(True,)])


def ask(server, query):
    """Rows of a query that the superuser asks."""
    with closing(server._connect()) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        cursor.execute(query)
        return cursor.fetchall() if cursor.description else None


def kill(server):
    """As a power cut does it."""
    postmaster = int((server.data / "postmaster.pid").read_text().partition("\n")[0])
    os.kill(postmaster, signal.SIGKILL)
    until(lambda: not Path("/proc", str(postmaster), "cmdline").exists() or not _lives(postmaster))


def _lives(pid):
    return b"postgres" in Path("/proc", str(pid), "cmdline").read_bytes()


def facts(server):
    """Its part of Django's settings."""
    return {key: server.address[key] for key in ("HOST", "PORT")} | {"NAME": NAME, "USER": NAME}


def until(question):
    begun = time.monotonic()
    while not question():
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.02)
