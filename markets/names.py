"""Finds the instrument that somebody wrote of: by its name, its slug, or the name that a source has for it."""

from collections.abc import Iterable

from markets.models import Instrument, Listing
from newsroom.text.vietnamese import fold, one_line, same_tone


class Names:
    """What the instruments are called. One query. A name that two share finds neither."""

    def __init__(self, instruments: Iterable[Instrument]):
        self._found: dict[str, set[Instrument]] = {}
        by_key = {instrument.pk: instrument for instrument in instruments}
        for instrument in by_key.values():
            for name in (instrument.name, instrument.slug):
                self._found.setdefault(_key(name), set()).add(instrument)
        for key, pk in Listing.objects.filter(instrument__in=by_key).values_list("key", "instrument"):
            self._found.setdefault(_key(key), set()).add(by_key[pk])

    def find(self, written: str) -> Instrument | None:
        """The one instrument of that name, whatever its accents and case."""
        found = self._found.get(_key(written), ())
        return next(iter(found)) if len(found) == 1 else None


def _key(name):
    return fold(same_tone(one_line(name)))
