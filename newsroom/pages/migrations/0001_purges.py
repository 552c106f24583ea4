from django.db import migrations

# Plain tables: no code of ours wants these rows as objects, and Django knows no xid8.
MAKE = """
CREATE TABLE pages_purge (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT statement_timestamp(),
    tags text[] NOT NULL,
    is_gone boolean NOT NULL,
    before timestamptz
);
CREATE INDEX pages_purge_xid ON pages_purge (xid);
CREATE TABLE pages_clock (
    id integer PRIMARY KEY CHECK (id = 1),
    at timestamptz NOT NULL
);
"""


class Migration(migrations.Migration):
    """`pages_purge`: what became out of date. `pages_clock`: up to which moment the clock's changes are purged."""

    initial = True
    dependencies = []
    operations = [migrations.RunSQL(MAKE, "DROP TABLE pages_purge; DROP TABLE pages_clock")]
