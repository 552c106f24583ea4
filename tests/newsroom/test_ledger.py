"""What is append-only is never emptied either."""

import pytest
from django.db import IntegrityError, connection, transaction

pytestmark = pytest.mark.django_db

_KEPT = """SELECT tgrelid::regclass::text FROM pg_trigger
           WHERE tgname LIKE '%%append_only' OR tgrelid IN ('polls_ballot'::regclass, 'polls_pollentry'::regclass)"""


def test_no_table_that_is_kept_can_be_emptied():
    with connection.cursor() as cursor:
        cursor.execute(_KEPT)
        tables = {row[0] for row in cursor.fetchall()}

        assert len(tables) > 8
        for table in tables:
            with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
                cursor.execute(f"TRUNCATE {table} CASCADE")
