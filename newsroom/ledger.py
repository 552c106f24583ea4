"""Append-only tables: a migration operation that makes the database itself refuse to rewrite history."""

from django.db import migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION newsroom_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


def append_only(table: str) -> migrations.RunSQL:
    """A migration operation after which UPDATE and DELETE on `table` raise `django.db.IntegrityError`.

    TRUNCATE stays possible: it is what test runners use to empty a database.
    """
    return migrations.RunSQL(
        sql=f"""{_FUNCTION}
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION newsroom_refuse_rewrite();""",
        reverse_sql=f"DROP TRIGGER {table}_append_only ON {table};",
    )
