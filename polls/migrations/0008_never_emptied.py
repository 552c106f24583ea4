from django.db import migrations

from newsroom.ledger import never_emptied


class Migration(migrations.Migration):
    dependencies = [("polls", "0007_preview_links")]

    operations = never_emptied("polls_ballot", "polls_correction", "polls_pollentry")
