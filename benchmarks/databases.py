"""Databases of a benchmark's own, on the server that `DATABASE_URL` names (or the embedded one)."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

from benchmarks import archive


def use(name):
    """From here on the process talks to this database."""
    connection.close()
    connection.settings_dict["NAME"] = name


def with_archive(size, tell) -> str:
    """The name of a database that holds an archive of this size; it is made where it is missing, and stays."""
    name = f"newsroom_bench_{size.stories}_{size.revisions}"
    use("postgres")
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_database WHERE datname = %s)", [name])
        if not cursor.fetchone()[0]:
            cursor.execute(f"CREATE DATABASE {name}")
    use(name)
    call_command("migrate", verbosity=0)
    if archive.is_empty():
        archive.fill(size, tell)
    return name


@contextmanager
def copied():
    """A copy of the database in use, to be written in; dropped after the block. Yields its name."""
    source = connection.settings_dict["NAME"]
    name = f"{source}_copy"
    _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name} TEMPLATE {source}")
    use(name)
    try:
        yield name
    finally:
        _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        use(source)


def _on_server(*statements):
    use("postgres")
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
