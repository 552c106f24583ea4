"""Named questions to ask of instruments, quotes, days, sources and what is held."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import F, Max, Min, Q, Window
from django.db.models.functions import Now, Trunc

ANY_VALUE = Q(buy__isnull=False) | Q(sell__isnull=False) | Q(price__isnull=False) | Q(low__isnull=False)


class InstrumentQuerySet(models.QuerySet):
    def on_front(self):
        """Those chosen for the widget on the front page."""
        return self.filter(on_front=True)

    def priced(self):
        """Those that have a price."""
        return self.filter(standing__isnull=False)

    def with_latest(self):
        """Brings `latest` (with its source) and `previous` along, in the same query, however many quotes there are."""
        return self.select_related("standing__latest__source", "standing__previous")

    def with_clock(self):
        """Brings the database's present moment along as `now`, in the same query, for `markets.stale`."""
        return self.annotate(now=Now())

    def locked(self):
        """Holds the rows until the transaction ends, always in one order so that two sheets cannot deadlock.

        Other transactions may still point new rows at them, but only intake writes quotes, and it locks first.
        """
        return self.order_by("pk").select_for_update(no_key=True, of=["self"])


def days_since(since: date) -> models.Prefetch:
    """What brings the days of instruments from `since` on along as `recent_days`, oldest first."""
    days = apps.get_model("markets", "Day").objects.filter(day__gte=since).order_by("day")
    return models.Prefetch("days", days, to_attr="recent_days")


class QuoteQuerySet(models.QuerySet):
    def newest_first(self):
        """By the source's own time: a quote entered late does not become the latest."""
        return self.order_by("-quoted_at", "-pk")

    def standing(self):
        """What nobody corrected or took back: what readers may see."""
        return self.filter(ANY_VALUE, correction=None)

    def corrections(self):
        """Those that correct or take back another, newest first, each with the one it `corrects`."""
        return self.filter(corrects__isnull=False).select_related("corrects").order_by("-quoted_at", "-pk")


class DayQuerySet(models.QuerySet):
    def between(self, first: date, last: date):
        """Both ends included, oldest first."""
        return self.filter(day__range=(first, last)).order_by("day")

    def with_last(self):
        """Brings the last quote of each day along, with its source and instrument."""
        return self.select_related("last__source", "last__instrument")

    def by(self, step):
        """One row for each instrument and `markets.periods.Step`, oldest first: the last day of the step with `span`
        (its first), `top` and `bottom` (the extremes of all its days).
        """
        span = Trunc("day", step, output_field=models.DateField())
        extremes = {
            "top": Window(Max("high"), partition_by=[F("instrument"), F("span")]),
            "bottom": Window(Min("low"), partition_by=[F("instrument"), F("span")]),
        }
        steps = self.annotate(span=span).annotate(**extremes)
        return steps.order_by("instrument_id", "span", "-day").distinct("instrument_id", "span")


class SourceQuerySet(models.QuerySet):
    def feeds(self):
        """Those that are fetched."""
        return self.exclude(provider="")

    def due(self, now):
        """Feeds whose time has come, those that wait longest first."""
        return self.feeds().filter(is_active=True, due_at__lte=now).order_by("due_at", "pk")


class HeldQuerySet(models.QuerySet):
    def waiting(self):
        """What nobody has decided, oldest first."""
        return self.filter(state="waiting").order_by("pk")

    def with_facts(self):
        """Brings along what a panel shows beside each: instrument with its present price, source, who entered it."""
        return self.select_related(
            "source",
            "entered_by",
            "instrument__group",
            "instrument__standing__latest",
            "instrument__standing__previous",
        )
