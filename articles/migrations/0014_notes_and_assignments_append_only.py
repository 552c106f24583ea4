from django.db import migrations

from newsroom.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_notes_and_assignments")]

    operations = [append_only("articles_noteentry"), append_only("articles_assignmententry")]
