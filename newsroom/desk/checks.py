"""Checks before deployment: `manage.py check --deploy`."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError


@checks.register(deploy=True)
def no_demo_accounts(app_configs, **kwargs):
    """Error desk.E001 where accounts with published passwords exist. Silent while the database cannot be asked."""
    from newsroom.desk.demo import seed  # noqa: PLC0415 (heavy, and no page of readers needs it)

    try:
        accounts = seed.open_accounts()
    except DatabaseError:
        return []
    if not accounts:
        return []
    hint = "Deactivate them or change their passwords; better, start production with an empty database."
    return [checks.Error(f"Demo accounts are open to everybody: {', '.join(accounts)}.", hint=hint, id="desk.E001")]


@checks.register(deploy=True)
def letters_leave_the_house(app_configs, **kwargs):
    """Warning desk.W001 where invitations would be printed to a terminal that nobody reads."""
    if not settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return []
    hint = "Name a mail server in EMAIL_URL."
    return [checks.Warning("Letters to the staff are only printed to the terminal.", hint=hint, id="desk.W001")]


@checks.register(deploy=True)
def proxies_are_counted(app_configs, **kwargs):
    """Warning desk.W002 where a proxy is believed when it says https, but not when it says who asks."""
    if settings.TRUSTED_PROXIES or not settings.SECURE_PROXY_SSL_HEADER:
        return []
    hint = "Set TRUSTED_PROXIES to how many proxies of yours stand in front; most often that is 1."
    words = "All visitors count as one network address, the proxy's: a stranger's failures lock your staff out."
    return [checks.Warning(words, hint=hint, id="desk.W002")]
