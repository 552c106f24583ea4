from django.db import migrations

from newsroom.ledger import never_emptied


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_audit")]

    operations = never_emptied("django_admin_log")
