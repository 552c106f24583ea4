"""Places in a byline are counted from 1: a form takes 0 for a row that was just added, and put the first name last."""

from django.db import migrations
from django.db.models import F


def count_from_one(apps, schema_editor):
    bylines = apps.get_model("articles", "Byline").objects
    stories = bylines.filter(position=0).values("article")
    bylines.filter(article__in=stories).update(position=F("position") + 1)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_archive_indexes"),
    ]

    operations = [
        migrations.RunPython(count_from_one, migrations.RunPython.noop),
    ]
