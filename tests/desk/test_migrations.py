from importlib import import_module

import pytest
from django.db import connection

TABLE = "django_session"


@pytest.mark.django_db
@pytest.mark.parametrize("was_there", [True, False])
def test_sessions_of_before_are_dropped_where_there_are_any(was_there):
    [operation] = import_module("newsroom.desk.migrations.0004_links_and_old_sessions").Migration.operations[-1:]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {TABLE} (session_key varchar(40) PRIMARY KEY)" if was_there else "SELECT 1")

    with connection.schema_editor() as editor:
        operation.database_forwards("desk", editor, None, None)

    assert TABLE not in connection.introspection.table_names()
    with connection.schema_editor() as editor:
        operation.database_backwards("desk", editor, None, None)
