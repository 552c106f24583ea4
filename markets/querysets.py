"""Named questions to ask of instruments and quotes."""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models.functions import TruncDate
from django.utils import timezone


class InstrumentQuerySet(models.QuerySet):
    def on_front(self):
        """Those chosen for the widget on the front page."""
        return self.filter(on_front=True)

    def with_latest(self):
        """Brings the two newest quotes of each along, in one further query whatever the number of instruments.

        `latest`, `previous` and `change` of an instrument then ask nothing more of the database.
        """
        quotes = self.model.quotes.rel.related_model.objects
        return self.prefetch_related(models.Prefetch("quotes", quotes.newest_first()[:2], to_attr="newest_quotes"))

    def locked(self):
        """Holds the rows until the transaction ends, always in one order so that two sheets cannot deadlock.

        Other transactions may still point new rows at them, but only intake writes quotes, and it locks first.
        """
        return self.order_by("pk").select_for_update(no_key=True)


class QuoteQuerySet(models.QuerySet):
    def newest_first(self):
        """By the source's own time: a quote entered late does not become the latest."""
        return self.order_by("-quoted_at")

    def closings(self, until: date, days: int):
        """The last quote of each local day, as `day`, oldest first, over the `days` days that end on `until`."""
        zone = timezone.get_default_timezone()
        start = datetime.combine(until - timedelta(days=days - 1), time.min, zone)
        end = datetime.combine(until + timedelta(days=1), time.min, zone)
        return (
            self.filter(quoted_at__gte=start, quoted_at__lt=end)
            .annotate(day=TruncDate("quoted_at", tzinfo=zone))
            .order_by("instrument_id", "day", "-quoted_at")
            .distinct("instrument_id", "day")
        )
