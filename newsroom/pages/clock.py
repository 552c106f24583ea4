"""The one clock that decides what is visible: the database's."""

from datetime import datetime

from django.db import connections
from django.utils.translation import gettext_lazy as _

from newsroom.pages import replica

ZONE = _("Vietnam time, GMT+7")
"""What stands beside every field for a time: settings.TIME_ZONE in words. A test holds the two together."""


def database_now() -> datetime:
    """The database's present moment, aware; use it where a time is stored that `Now()` will be compared with."""
    with connections[replica.source()].cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]
