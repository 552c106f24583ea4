"""Loads what `markets.sanity` wants to know, for many prices at once and in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from markets import units
from markets.models import Day, Holiday, Instrument
from markets.models.quote import VALUES
from markets.sanity import History, Point
from newsroom.text.vietnamese import local

WINDOW = timedelta(days=45)


def point_of(quote) -> Point:
    """What a quote, recorded or not, says at its local time."""
    values = {name: value for name in VALUES if (value := getattr(quote, name)) is not None}
    return Point(local(quote.quoted_at), values, quote.reference)


class Histories:
    """What is known of the instruments of some quotes about to be recorded, and of their families.

    Three queries, whatever the number of quotes. The last quote of each day stands for the day.
    """

    def __init__(self, quotes: Iterable):
        quotes = list(quotes)
        self._own = {quote.instrument_id: quote.instrument for quote in quotes}
        self._days_asked = {local(quote.quoted_at).date() for quote in quotes}
        self._holidays = set(Holiday.objects.filter(day__in=self._days_asked).values_list("day", flat=True))
        instruments = self._with_families() if quotes else []
        self._family = {instrument.pk: (instrument.group_id, instrument.family) for instrument in instruments}
        self._known = {instrument.pk: self._history(instrument) for instrument in instruments}
        self._load_points({instrument.pk: instrument for instrument in instruments})

    def of(self, instrument) -> History:
        """What is known of the instrument; grows as its quotes are accepted."""
        return self._known[instrument.pk]

    def sisters(self, instrument) -> list[History]:
        """The others of its family."""
        family = self._family[instrument.pk]
        if not family[1]:
            return []
        return [self._known[pk] for pk, other in self._family.items() if other == family and pk != instrument.pk]

    def _with_families(self):
        families = Q(pk__in=self._own)
        for group, family in {(one.group_id, one.family) for one in self._own.values() if one.family}:
            families |= Q(group=group, family=family)
        return list(Instrument.objects.filter(families).with_latest())

    def _history(self, instrument):
        try:
            unit = instrument.measured
        except units.UnitError:
            unit = None
        bounds = (instrument.plausible_low, instrument.plausible_high)
        closed = frozenset(day for day in self._days_asked if is_closed(instrument, day, self._holidays))
        plausible = bounds if bounds[0] is not None else None
        return History([], unit, instrument.decimals, plausible, closed)

    def _load_points(self, instruments):
        known = defaultdict(dict)
        for day in self._days(instruments):
            known[day.instrument_id][day.last_id] = day.last
        for pk, instrument in instruments.items():
            if instrument.latest:
                known[pk].setdefault(instrument.latest.pk, instrument.latest)
        for pk, quotes in known.items():
            self._known[pk].points = sorted(map(point_of, quotes.values()), key=lambda point: point.at)

    def _days(self, instruments):
        if not instruments:
            return []
        first, last = min(self._days_asked) - WINDOW, max(self._days_asked) + WINDOW
        return Day.objects.filter(instrument__in=instruments).between(first, last).select_related("last")


def is_closed(instrument: Instrument, day: date, holidays: set[date]) -> bool:
    """Whether nobody trades the instrument on `day`."""
    if instrument.calendar == Instrument.Calendar.DAILY:
        return False
    last_weekday = 5 if instrument.calendar == Instrument.Calendar.SIX_DAYS else 4
    return day in holidays or day.weekday() > last_weekday
