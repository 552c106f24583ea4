"""The one clock that decides what is visible: the database's."""

from datetime import datetime

from django.db import connection


def database_now() -> datetime:
    """The database's present moment, aware; use it where a time is stored that `Now()` will be compared with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]
