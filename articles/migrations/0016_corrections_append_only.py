from django.db import migrations

from newsroom.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_corrections")]

    operations = [append_only("articles_correction"), append_only("articles_reading")]
