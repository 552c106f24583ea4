"""Named questions about subscriptions and letters."""

from datetime import timedelta

from django.db import models
from django.db.models import DecimalField, ExpressionWrapper, F, Q
from django.db.models.functions import Coalesce, Now

UNCONFIRMED_KEPT = timedelta(hours=48)
"""How long a link to confirm works, and how long an address that did not confirm is kept."""

_LATEST = "instrument__standing__latest__"
_MIDDLE = (F(f"{_LATEST}low") + F(f"{_LATEST}high")) / 2
_REFERENCE = ExpressionWrapper(
    Coalesce(F(f"{_LATEST}price"), _MIDDLE, F(f"{_LATEST}sell")), DecimalField(max_digits=16, decimal_places=3)
)

REACHED = Q(is_rise=True, now_at__gte=F("level")) | Q(is_rise=False, now_at__lte=F("level"))
"""Of subscriptions that `levels()` found; twin of `Subscription.is_reached_by`."""


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        return self.exclude(confirmed_at=None)

    def pending(self):
        return self.filter(confirmed_at=None)

    def overdue(self):
        """Those that nobody confirmed in time."""
        return self.pending().filter(made_at__lte=Now() - UNCONFIRMED_KEPT)

    def of(self, email: str):
        """What an address asked for, whatever the case of its letters."""
        return self.filter(email__iexact=email)

    def levels(self):
        """Confirmed price subscriptions whose instrument has a price, with that in `now_at`."""
        priced = self.confirmed().filter(kind="price").annotate(now_at=_REFERENCE)
        return priced.filter(now_at__isnull=False)


class LetterQuerySet(models.QuerySet):
    def due(self):
        """Those to be tried now, those that wait longest first."""
        return self.filter(due_at__lte=Now()).order_by("due_at")
