"""The tests' database server, as other processes reach it, and further databases on it."""

from contextlib import closing, contextmanager
from urllib.parse import quote

import psycopg2
from django.conf import settings
from django.db import connection


def url(name=None):
    """DATABASE_URL of the tests' own database or of another; a server that listens on a socket is named by its folder,
    before the database.
    """
    facts = {key: str(connection.settings_dict[key]) for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")}
    sign_in = "{}:{}".format(*(quote(facts[key], safe="") for key in ("USER", "PASSWORD")))
    host, folder = ("", f"/{facts['HOST']}") if facts["HOST"].startswith("/") else (facts["HOST"], "")
    return f"postgres://{sign_in}@{host}:{facts['PORT']}{folder}/{name or facts['NAME']}"


def connect(name, user=None):
    """A connection to another database of the server, as another user if wanted; close it."""
    facts = settings.DATABASES["default"]
    other = psycopg2.connect(
        dbname=name, host=facts["HOST"], port=facts["PORT"] or None, user=user or facts["USER"],
        password=facts.get("PASSWORD") or None,
    )  # fmt: skip
    other.autocommit = True
    return other


@contextmanager
def new_database(name):
    """An empty database, gone again after the block."""
    with closing(connect("postgres")) as server, server.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield name
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
