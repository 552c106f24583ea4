"""When a price is out of date, by the instrument's own rule: hours since the source's time, trading days only."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from markets.history import is_closed
from markets.models import Holiday, Instrument
from newsroom.text.vietnamese import local


def judged(instruments: Iterable[Instrument]) -> list[Instrument]:
    """The instruments, each told in `is_stale` whether its latest price is out of date. They come `with_latest()` and
    `with_clock()`, so that everybody is told the same, by the database's clock. One query, none without prices.
    """
    instruments = list(instruments)
    times = [instrument.latest.quoted_at for instrument in instruments if instrument.latest]
    holidays = holidays_since(local(min(times)).date()) if times else set()
    for instrument in instruments:
        instrument.is_stale = is_stale(instrument, instrument.now, holidays)
    return instruments


def is_stale(instrument: Instrument, now: datetime, holidays: set) -> bool:
    """Whether the latest price is older than the instrument allows; False where there is none to be old."""
    return instrument.latest is not None and now > stale_at(instrument, holidays)


def stale_at(instrument: Instrument, holidays: set) -> datetime:
    """The moment from which the latest price is out of date. Whole days without trading stop the clock."""
    left = timedelta(hours=instrument.stale_after)
    moment = local(instrument.latest.quoted_at)
    while True:
        midnight = _next_midnight(moment)
        if not is_closed(instrument, moment.date(), holidays):
            if moment + left < midnight:
                return moment + left
            left -= midnight - moment
        moment = midnight


def holidays_since(first: date) -> set[date]:
    """The days without trading from `first` on. One query."""
    return set(Holiday.objects.filter(day__gte=first).values_list("day", flat=True))


def _next_midnight(moment):
    return datetime.combine(moment.date() + timedelta(days=1), time.min, timezone.get_default_timezone())
