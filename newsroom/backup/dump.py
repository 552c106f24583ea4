"""The database, by PostgreSQL's own pg_dump and pg_restore: those on PATH, else those of the embedded server."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from newsroom import embedded
from newsroom.backup.errors import BackupError

WITHOUT_ROWS = ["pages_purge", "pages_clock", "polls_key", "subscriptions_ask"]
"""Tables that come back empty: the first two are of use to running machines alone; what the others hold is to be
destroyed after a day or two, and a backup would keep it. Each is filled again by whoever needs it."""

_TABLES = "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace"


def is_empty() -> bool:
    """Whether the database has no table yet."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return cursor.fetchone()[0] == 0


def write(target: Path) -> None:
    """Write the database, as one instant shows it, into a file of pg_dump's custom format."""
    left_out = [f"--exclude-table-data={table}" for table in WITHOUT_ROWS]
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", *left_out, f"--file={target}")


def read(source: Path) -> None:
    """Fill the empty database from such a file: wholly or, where anything fails, not at all."""
    _run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", source)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # the planner's figures are in no dump


def _run(name, *arguments):
    program = _program(name)
    psql, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    where = [*psql[1:-1], f"--dbname={psql[-1]}", "--no-password"]
    command = [str(word) for word in (program, *where, *arguments)]
    done = subprocess.run(  # noqa: S603  (our words)
        command, env={**os.environ, **(environment or {}), "LC_ALL": "C"}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise BackupError(f"{program} failed: {' '.join(done.stderr.split())}")


def _program(name):
    """The one on PATH where it is as new as the server: pg_dump reads no server newer than itself."""
    with connection.cursor():
        server = connection.pg_version // 10_000
    found = {program: _version(program) for program in _candidates(name)}
    for program, version in found.items():
        if version >= server:
            return program
    known = ", ".join(f"{program} is {version}" for program, version in found.items()) or "there is none"
    raise BackupError(f"The server is PostgreSQL {server} and needs a {name} as new as that: {known}.")


def _candidates(name):
    on_path = shutil.which(name)
    try:
        own = shutil.which(embedded.programs() / name)
    except embedded.DatabaseUnavailableError:
        own = None
    return [program for program in (on_path, own) if program]


def _version(program):
    """Its major version."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    return int(re.search(r"\d+", said)[0])
