"""Checks before deployment: `manage.py check --deploy`."""

from django.core import checks
from django.db import DatabaseError

from newsroom.desk.demo import seed


@checks.register(deploy=True)
def no_demo_accounts(app_configs, **kwargs):
    """Error desk.E001 where accounts with published passwords exist. Silent while the database cannot be asked."""
    try:
        accounts = seed.open_accounts()
    except DatabaseError:
        return []
    if not accounts:
        return []
    hint = "Deactivate them or change their passwords; better, start production with an empty database."
    return [checks.Error(f"Demo accounts are open to everybody: {', '.join(accounts)}.", hint=hint, id="desk.E001")]
