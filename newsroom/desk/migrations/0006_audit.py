from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("desk", "0005_notifications"), ("admin", "0003_logentry_add_action_flag_choices")]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "permissions": [("view_audit", "Can read what everybody did")],
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
            },
        ),
        # Django has none on the time, by which the audit reads.
        migrations.RunSQL(
            sql="CREATE INDEX django_admin_log_newest ON django_admin_log (action_time DESC, id DESC)",
            reverse_sql="DROP INDEX django_admin_log_newest",
        ),
    ]
