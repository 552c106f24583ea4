"""Append-only tables: a migration operation that makes the database itself refuse to rewrite history."""

from django.db import migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION newsroom_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


def append_only(table: str) -> migrations.RunSQL:
    """A migration operation after which UPDATE and DELETE on `table` raise `django.db.IntegrityError`. For TRUNCATE
    there is `never_emptied`.
    """
    return migrations.RunSQL(
        sql=f"""{_FUNCTION}
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION newsroom_refuse_rewrite();""",
        reverse_sql=f"DROP TRIGGER {table}_append_only ON {table};",
    )


MAY_BE_EMPTIED = "newsroom.may_be_emptied"
"""A setting of PostgreSQL that says `on` in a transaction in which all may go: tests are followed by one."""
_REFUSE = f"""
CREATE OR REPLACE FUNCTION newsroom_refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('{MAY_BE_EMPTIED}', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
"""


def never_emptied(*tables: str) -> list[migrations.RunSQL]:
    """Migration operations after which TRUNCATE of the tables raises `django.db.IntegrityError`, `manage.py flush` with
    it, unless the session has MAY_BE_EMPTIED.
    """
    return [
        migrations.RunSQL(
            sql=f"""{_REFUSE}
                CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION newsroom_refuse_emptying();""",
            reverse_sql=f"DROP TRIGGER {table}_never_emptied ON {table};",
        )
        for table in tables
    ]
