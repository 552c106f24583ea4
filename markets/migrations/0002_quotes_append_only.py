from django.db import migrations

from newsroom.ledger import append_only


class Migration(migrations.Migration):
    """A quote that was printed stays on record: a correction is a further quote, never a changed one."""

    dependencies = [("markets", "0001_initial")]

    operations = [append_only("markets_quote")]
