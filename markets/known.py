"""Which prices came in before: fetched twice, sent twice, typed twice."""

from collections import defaultdict
from datetime import datetime, time

from django.utils import timezone

from markets.models import Held, Quote
from markets.models.quote import VALUES
from newsroom.text.vietnamese import local


class Known:
    """What was recorded and held already at the times of `quotes` (unsaved). Two queries, whatever their number."""

    def __init__(self, quotes):
        self._recorded = defaultdict(list)
        instruments, moments = {quote.instrument_id for quote in quotes}, {quote.quoted_at for quote in quotes}
        for quote in Quote.objects.filter(instrument__in=instruments, quoted_at__in=moments):
            self._recorded[quote.instrument_id, quote.quoted_at].append(quote)
        self._held = defaultdict(list)
        spoken_of = Held.objects.filter(instrument__in=instruments, source__in={quote.source_id for quote in quotes})
        for held in spoken_of.filter(quoted_at__range=(_midnight(min(moments)), max(moments))):
            self._held[held.instrument_id, held.source_id].append(held)

    def claim(self, quote) -> bool:
        """Take the quote's time for it; False where it was taken already."""
        taken = self._recorded[quote.instrument_id, quote.quoted_at]
        if taken and quote not in taken:
            return False
        taken.append(quote)
        return True

    def at(self, quote):
        """What is recorded for the quote's time, the last correction of it; None where nothing is."""
        taken = [other for other in self._recorded[quote.instrument_id, quote.quoted_at] if other is not quote]
        return taken[-1] if taken else None

    def is_known(self, quote) -> bool:
        """Whether the same price of the same time came in before, however it was decided.

        A source that names no time says the same again all day; only another price, or another day, is news.
        """
        recorded = self._recorded[quote.instrument_id, quote.quoted_at]
        if any(_same(quote, other) for other in recorded if other is not quote):
            return True
        if any(_says_again(quote, held) for held in self._held[quote.instrument_id, quote.source_id]):
            return True
        latest = quote.instrument.latest
        return bool(latest) and latest.source_id == quote.source_id and _says_again(quote, latest)

    def differs(self, quote) -> bool:
        """Whether another price is recorded for the time."""
        return any(other is not quote for other in self._recorded[quote.instrument_id, quote.quoted_at])


def _says_again(quote, other):
    if quote.quoted_at == other.quoted_at:
        return _same(quote, other)
    both_untimed = not (quote.is_timed or other.is_timed)
    return both_untimed and _day(quote) == _day(other) and _same(quote, other)


def _same(quote, other):
    return all(getattr(quote, name) == getattr(other, name) for name in VALUES)


def _day(quote):
    return local(quote.quoted_at).date()


def _midnight(moment):
    return datetime.combine(local(moment).date(), time.min, timezone.get_default_timezone())
