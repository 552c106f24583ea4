from django.db import migrations

# unaccent is a trusted extension since PostgreSQL 13: the owner of the database may create it, no superuser needed.
CREATE_EXTENSION = "CREATE EXTENSION IF NOT EXISTS unaccent"

CREATE_CONFIGURATION = """
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_ts_config WHERE cfgname = 'vi' AND pg_ts_config_is_visible(oid)) THEN
        CREATE TEXT SEARCH CONFIGURATION vi (COPY = simple);
    END IF;
END
$$
"""

# Token types made of ASCII only carry no accents and keep the mapping copied from `simple`.
REMOVE_ACCENTS = """
ALTER TEXT SEARCH CONFIGURATION vi
    ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH unaccent, simple
"""

# CASCADE would take generated columns with it: their own migrations must be undone first.
DROP_CONFIGURATION = "DROP TEXT SEARCH CONFIGURATION IF EXISTS vi"


class Migration(migrations.Migration):
    """The text search configuration `vi`: words in lower case without accents, đ as d, no stemming, no stop words.

    `Đảng bộ` and `dang bo` become the same lexemes, so one GIN index serves queries typed with or without accents.
    Safe to run again on a database restored with its configuration. Undoing it leaves the extension, which may serve others.
    """

    dependencies = []

    operations = [
        migrations.RunSQL(CREATE_EXTENSION, migrations.RunSQL.noop),
        migrations.RunSQL(CREATE_CONFIGURATION, DROP_CONFIGURATION),
        migrations.RunSQL(REMOVE_ACCENTS, migrations.RunSQL.noop),
    ]
