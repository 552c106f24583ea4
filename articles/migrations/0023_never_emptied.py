from django.db import migrations

from newsroom.ledger import never_emptied


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_trail_due")]

    operations = never_emptied(
        "articles_trailentry",
        "articles_revision",
        "articles_noteentry",
        "articles_assignmententry",
        "articles_correction",
        "articles_reading",
    )
