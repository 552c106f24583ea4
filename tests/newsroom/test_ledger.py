"""What is append-only is never emptied either, but in the databases of tests."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from newsroom.ledger import MAY_BE_EMPTIED
from tests.factories.articles import TagFactory

pytestmark = pytest.mark.django_db

_KEPT = """SELECT tgrelid::regclass::text FROM pg_trigger
           WHERE tgname LIKE '%%append_only' OR tgrelid IN ('polls_ballot'::regclass, 'polls_pollentry'::regclass)"""


@pytest.fixture
def cursor():
    """Of a session as every other database has it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {MAY_BE_EMPTIED} = off")
        yield cursor
        cursor.execute(f"SET LOCAL {MAY_BE_EMPTIED} = on")


def test_no_table_that_is_kept_can_be_emptied(cursor):
    cursor.execute(_KEPT)
    tables = {row[0] for row in cursor.fetchall()}

    assert len(tables) > 8
    for table in tables:
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            cursor.execute(f"TRUNCATE {table} CASCADE")


def test_flush_is_refused_and_takes_nothing(cursor):
    tag = TagFactory()

    with pytest.raises(Exception, match="flush"), transaction.atomic():
        call_command("flush", interactive=False, verbosity=0)

    assert type(tag).objects.exists()
