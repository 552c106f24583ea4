"""Pages of a long list that begin behind a row rather than at a number: the last one costs what the first one does.

A list is in the order of a moment, and of the primary key where moments are equal, so that every row stands on exactly
one page whatever is added meanwhile. What it holds is counted up to COUNTED only.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

COUNTED = 1_000
_NO_KEY = 2**63  # greater than any primary key


@dataclass(frozen=True)
class Place:
    """Where a row stands in the list."""

    moment: datetime
    pk: int

    @classmethod
    def read(cls, text: str):
        """What `str` of a place made, or None."""
        try:
            moment, pk = text.split("~")
            place = cls(datetime.fromisoformat(moment).astimezone(timezone.get_default_timezone()), int(pk))
        except (ValueError, OverflowError):
            return None
        return place if 0 < place.pk < _NO_KEY else None

    def __str__(self):
        return f"{self.moment.isoformat()}~{self.pk}"


@dataclass(frozen=True)
class Page:
    """Some rows in their order, and the places that the pages beside it are asked by: the one before it ends before
    `first`, the one after it begins after `last`; None where there is none.
    """

    items: list
    first: Place | None = None
    last: Place | None = None


@dataclass(frozen=True)
class Long:
    """A list of `rows`, annotated with their `moment`: the latest first, or, `rising`, the earliest.

    `ways` are querysets that hold the rows between them, for lists to which several roads lead. Each is asked by
    itself, along its own index, where an OR would have the database read everything; what they find is then taken
    from `rows`.
    """

    rows: QuerySet
    ways: list[QuerySet] = field(default_factory=list)
    rising: bool = False

    def page(self, size: int, after: Place | None = None, before: Place | None = None) -> Page:
        """The page after a place, or before it; the first page where there is nothing else."""
        if after:
            items = self._from(after, size + 1, self.rising)
            if items:
                return _page(items[:size], before=True, after=len(items) > size)
        if before and not after:
            items = self._from(before, size + 1, not self.rising)
            if len(items) > size:  # less than a page would overlap with the first
                return _page(items[:size][::-1], before=True, after=True)
        items = self._from(None, size + 1, self.rising)
        return _page(items[:size], before=False, after=len(items) > size)

    def count(self) -> int:
        """How many there are, up to COUNTED + 1, which says that there are more. One query."""
        some = [way.order_by()[: COUNTED + 1] for way in self.ways or [self.rows]]
        return min(_keys(some).count(), COUNTED + 1)

    def _from(self, place, count, rising):
        """The first rows from a place on: they are among the first of each way."""
        order = ["moment", "pk"] if rising else ["-moment", "-pk"]
        beyond = _beyond(place, rising) if place else Q()
        rows, *ways = (rows.filter(beyond).order_by(*order)[:count] for rows in [self.rows, *self.ways])
        if ways:  # their keys fetched first: inside one query, the database would make an OR of them again
            rows = self.rows.filter(pk__in=list(_keys(ways))).order_by(*order)[:count]
        return list(rows)


def _keys(ways):
    first, *others = (way.values_list("pk", flat=True) for way in ways)
    return first.union(*others) if others else first


def _beyond(place, rising):
    """Said so that an index on moment and key finds the place."""
    further, not_before, key = ("gt", "gte", "gt") if rising else ("lt", "lte", "lt")
    behind = Q(**{f"moment__{further}": place.moment}) | Q(**{f"pk__{key}": place.pk})
    return Q(**{f"moment__{not_before}": place.moment}) & behind


def _page(items, before, after):
    first, last = (Place(items[place].moment, items[place].pk) if items else None for place in (0, -1))
    return Page(items, first if before else None, last if after else None)
