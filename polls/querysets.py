"""Filters over polls. The database's clock decides unless a caller passes a moment."""

from collections import defaultdict

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce, Now


class PollQuerySet(models.QuerySet):
    """Each filter by time has its twin predicate on `Poll`; one test proves them equal."""

    def drafts(self):
        """What readers neither see at any time, as it stands, nor ever saw."""
        return self.filter(is_published=False, was_public=False)

    def withdrawn(self):
        """What readers saw once and no longer see."""
        return self.filter(is_published=False, was_public=True)

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
        """Adds `total_votes`, the number of counted ballots."""
        tallies = apps.get_model("polls", "Tally").objects.filter(poll=OuterRef("pk")).order_by()
        total = tallies.values("poll").annotate(total=Sum("ballots")).values("total")
        return self.annotate(total_votes=Coalesce(Subquery(total), 0, output_field=models.BigIntegerField()))


class TallyQuerySet(models.QuerySet):
    def patterns(self, poll):
        """How often each way to fill in the ballot of `poll` (or its id) was counted: {(choice ids): ballots}.

        One statement, so one instant: equal to the counted ballots at that instant.
        """
        return self.patterns_of([poll])[getattr(poll, "pk", poll)]

    def patterns_of(self, polls):
        """`patterns` of several, by the id of each poll, in one statement as well."""
        rows = self.filter(poll__in=polls).values_list("poll_id", "choices").annotate(total=Sum("ballots"))
        found = defaultdict(dict)
        for poll_id, choices, total in rows.filter(total__gt=0):
            found[poll_id][tuple(choices)] = total
        return found

    def totals_of(self, polls):
        """The number of counted ballots of each of several polls, by its id; one statement."""
        rows = self.filter(poll__in=polls).order_by().values_list("poll_id").annotate(total=Sum("ballots"))
        return defaultdict(int, rows)
