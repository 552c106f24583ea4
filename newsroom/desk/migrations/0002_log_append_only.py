from django.db import migrations

from newsroom.ledger import append_only


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial"), ("admin", "0003_logentry_add_action_flag_choices")]

    operations = [append_only("django_admin_log")]
