import django.db.models.deletion
from django.db import migrations, models

from markets.triggers import keep_days, keep_decisions


class Migration(migrations.Migration):
    """The database sums up days and keeps the present price of each instrument itself; decided prices stay decided."""

    dependencies = [("markets", "0004_sources_of_old_quotes")]

    operations = [
        migrations.RemoveField(model_name="quote", name="source_text"),
        migrations.AlterField(
            model_name="quote",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quotes",
                to="markets.source",
                verbose_name="source",
            ),
        ),
        keep_days(),
        keep_decisions(),
    ]
