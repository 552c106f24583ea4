from django.db import migrations

# The rows keep what they say; only where the name of their source is written moves.
_MOVE = """
ALTER TABLE markets_quote DISABLE TRIGGER markets_quote_append_only;
INSERT INTO markets_source (name, provider, url, unit, interval, is_active, is_trusted, is_demo, due_at,
                            failure, failures, etag, modified, rows, faults)
SELECT DISTINCT source_text, '', '', '', 600, true, true, false, now(), '', 0, '', '', '[]'::jsonb, '[]'::jsonb
FROM markets_quote;
UPDATE markets_quote SET source_id = markets_source.id FROM markets_source WHERE markets_source.name = source_text;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE markets_quote ENABLE TRIGGER markets_quote_append_only;
"""


class Migration(migrations.Migration):
    """A source becomes a row with rules of its own; quotes point at it."""

    dependencies = [("markets", "0003_sources_and_days")]

    operations = [migrations.RunSQL(_MOVE, migrations.RunSQL.noop)]
