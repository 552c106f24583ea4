"""A streaming replica of the database that readers' pages may be read from (settings.DATABASES["replica"]).

Everything reads from the primary unless it stands inside `reading_from`; what writes goes to the primary always, and
so does all that is read inside a transaction. Who may read from the replica, and when, is decided by
newsroom.pages.store.sources.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

PRIMARY, REPLICA = DEFAULT_DB_ALIAS, "replica"
_chosen = ContextVar("chosen", default=PRIMARY)


class Router:
    """Sends the queries of models to the database that was chosen."""

    def db_for_read(self, model, **hints):
        return source()

    def db_for_write(self, model, **hints):
        return PRIMARY

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == PRIMARY


def is_there() -> bool:
    """Whether the paper has a replica."""
    return REPLICA in settings.DATABASES


def source() -> str:
    """The alias of the database to read from here; for `connections`, where SQL is written by hand."""
    return PRIMARY if connections[PRIMARY].in_atomic_block else _chosen.get()


@contextmanager
def reading_from(alias: str):
    """What is read inside this block comes from there."""
    before = _chosen.set(alias)
    try:
        yield
    finally:
        _chosen.reset(before)
