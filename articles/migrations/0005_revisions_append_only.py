from django.db import migrations

from newsroom.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_revision")]

    operations = [append_only("articles_revision")]
