from django.db import migrations

from newsroom.ledger import never_emptied


class Migration(migrations.Migration):
    dependencies = [("markets", "0009_source_tokens")]

    operations = never_emptied("markets_quote")
