"""Filters over polls. The database's clock decides unless a caller passes a moment."""

from django.db import models
from django.db.models import Sum
from django.db.models.functions import Coalesce, Now


class PollQuerySet(models.QuerySet):
    """Each filter by time has its twin predicate on `Poll`; one test proves them equal."""

    def drafts(self):
        """What readers will not see at any time, as it stands."""
        return self.filter(is_published=False)

    def scheduled(self, at=None):
        """Published polls that have not opened yet."""
        return self.filter(is_published=True, opens_at__gt=at or Now())

    def published(self, at=None):
        """What readers may know of: published and past its opening time, still open or not."""
        return self.filter(is_published=True, opens_at__lte=at or Now())

    def open(self, at=None):
        """Published polls that take votes."""
        return self.published(at).exclude(closes_at__lte=at or Now())

    def closed(self, at=None):
        """Published polls whose voting has ended."""
        return self.published(at).filter(closes_at__lte=at or Now())

    def with_now(self):
        """Adds `now`, the database's own moment of reading, to ask the predicates with."""
        return self.annotate(now=Now())

    def with_totals(self):
        """Adds `total_votes`, the sum of the tallies."""
        return self.annotate(total_votes=Coalesce(Sum("choices__votes"), 0))
