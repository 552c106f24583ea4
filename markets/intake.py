"""The one way in for a price: right, lock, rules, rows, signal. All or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from markets.models import Instrument, Quote
from markets.rules import check
from markets.signals import quotes_recorded

Amount = Decimal | int | None


@dataclass(frozen=True)
class Entry:
    """One price about to be recorded, in the instrument's own unit; `quoted_at` is the source's time, aware.

    A pair fills `buy` (what the shop pays) or `sell` (what it asks) or both, a single-price instrument fills `price`.
    """

    instrument: Instrument
    source: str
    quoted_at: datetime
    buy: Amount = None
    sell: Amount = None
    price: Amount = None


class SheetError(ValidationError):
    """A sheet was refused whole; `rows` maps the position of each faulty entry to its ValidationError (by field)."""

    def __init__(self, rows: dict[int, ValidationError]):
        super().__init__(list(rows.values()))
        self.rows = rows


def record(  # noqa: PLR0913  (the fields of a quote, by name)
    *, instrument, by, source, quoted_at, buy: Amount = None, sell: Amount = None, price: Amount = None
) -> Quote:
    """Record one quote; see `record_sheet`. Raises ValidationError by field: buy, sell, price, source, quoted_at."""
    try:
        [quote] = record_sheet([Entry(instrument, source, quoted_at, buy, sell, price)], by=by)
    except SheetError as error:
        raise error.rows[0] from None
    return quote


@transaction.atomic
def record_sheet(entries: Iterable[Entry], *, by) -> list[Quote]:
    """Record every entry, or none; the new quotes, in order.

    `by` is the account that enters them and needs the right `markets.add_quote` (else PermissionDenied); None stands
    for a feed of ours, which signs nobody in. Raises SheetError when a rule is broken or an instrument has a quote for
    that very time already, so a sheet sent twice is recorded once. Sends `quotes_recorded` after commit.
    """
    if by is not None and not by.has_perm("markets.add_quote"):
        raise PermissionDenied
    quotes = _drafts(list(entries), by)
    if not quotes:
        return []
    _refuse_faulty(quotes)
    Quote.objects.bulk_create(quotes)
    transaction.on_commit(partial(quotes_recorded.send_robust, sender=Quote, quotes=quotes))
    return quotes


def _drafts(entries, by):
    """Unsaved quotes over locked instruments: until the end no other sheet can take the same times."""
    instruments = Instrument.objects.locked().in_bulk({entry.instrument.pk for entry in entries})
    return [
        Quote(**(vars(entry) | {"instrument": instruments[entry.instrument.pk]}), entered_by=by) for entry in entries
    ]


def _refuse_faulty(quotes):
    now = timezone.now()
    taken = _taken_times(quotes)
    faults = {}
    for position, quote in enumerate(quotes):
        try:
            check(quote, now)
            _claim(quote, taken)
        except ValidationError as error:
            faults[position] = error
    if faults:
        raise SheetError(faults)


def _taken_times(quotes):
    recorded = Quote.objects.filter(
        instrument__in={quote.instrument for quote in quotes}, quoted_at__in={quote.quoted_at for quote in quotes}
    )
    return set(recorded.values_list("instrument_id", "quoted_at"))


def _claim(quote, taken):
    """Take the quote's time, which nobody may take twice: not the database, not an earlier row of the same sheet."""
    key = (quote.instrument_id, quote.quoted_at)
    if key in taken:
        message = _("%(instrument)s has a price for this time already. A correction is a new price with its own time.")
        raise ValidationError(
            {"quoted_at": ValidationError(message, code="unique", params={"instrument": quote.instrument})}
        )
    taken.add(key)
