"""The keys that digests of networks and browsers are made with, and the schedule on which they are destroyed.

A key is in use for a day and destroyed when it is two days old; what was made with it can then be led back to nobody.
`rotate_poll_keys` does both; where nobody runs it the first vote after a key's day does.
"""

import secrets
import time
from datetime import timedelta

from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models.functions import Now

from polls.models import Key

IN_USE = timedelta(days=1)
KEPT = timedelta(days=2)
REMEMBERED = 60
"""Seconds for which a process keeps the keys in memory."""

_remembered = {"until": 0.0, "keys": []}


def known():
    """The keys that are not destroyed, newest first; the first is in use."""
    if time.monotonic() > _remembered["until"]:
        _remembered.update(keys=_read() or rotate(), until=time.monotonic() + REMEMBERED)
    return _remembered["keys"]


def current():
    """The key in use."""
    return known()[0]


def rotate():
    """Make a new key where the newest has served its day, destroy the old, and return those that are left."""
    with transaction.atomic():
        if not Key.objects.filter(made_at__gt=Now() - IN_USE).exists():
            Key.objects.create(secret=secrets.token_bytes(32))
        Key.objects.filter(made_at__lte=Now() - KEPT).delete()
    forget()
    return _read()


def forget():
    """Ask the database anew at the next vote."""
    _remembered["until"] = 0.0


def _read():
    """The secrets, newest first; none where the newest has served its day."""
    serves = ExpressionWrapper(Q(made_at__gt=Now() - IN_USE), output_field=BooleanField())
    rows = list(Key.objects.annotate(serves=serves).values_list("secret", "serves"))
    return [bytes(secret) for secret, _serves in rows] if rows and rows[0][1] else []
