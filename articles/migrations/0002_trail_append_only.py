from django.db import migrations

from newsroom.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [append_only("articles_trailentry")]
