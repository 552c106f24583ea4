"""A note hangs on the story that readers know, also where it was written at a working copy of it."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def hang_on_stories(apps, schema_editor):
    notes, stories = (apps.get_model("articles", name).objects for name in ("Note", "Article"))
    story = stories.filter(pk=OuterRef("article")).values("working_copy_of")
    notes.filter(article__working_copy_of__isnull=False).update(article=Subquery(story))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0020_byline_places"),
    ]

    operations = [
        migrations.RunPython(hang_on_stories, migrations.RunPython.noop),
    ]
