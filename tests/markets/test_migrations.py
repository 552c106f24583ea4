from importlib import import_module

import pytest
from django.db import connection

from markets.models import Quote
from tests.factories.markets import QuoteFactory


@pytest.mark.django_db
def test_append_only_can_be_undone_and_done_again():
    quote = QuoteFactory()
    [operation] = import_module("markets.migrations.0002_quotes_append_only").Migration.operations

    with connection.schema_editor() as editor:
        operation.database_backwards("markets", editor, None, None)
    assert Quote.objects.update(sell=quote.sell + 1) == 1

    with connection.schema_editor() as editor:
        operation.database_forwards("markets", editor, None, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = 'markets_quote_append_only'")
        assert cursor.fetchone() == (1,)
