"""From what a source sent to entries for intake, and from the receipt to what the source is told of each row."""

import json
from datetime import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from markets import findings
from markets.api.answers import ProblemError
from markets.fetching.received import in_unit_of
from markets.intake import Entry, Receipt
from markets.models import Held, Listing, Source
from markets.models.quote import VALUES

LARGEST = 262_144
"""Bytes of one request."""
MOST_ROWS = 500
_FIELDS = {"instrument", "quoted_at", "unit", *VALUES}
_LONGEST = 40
_MOST_DIGITS = 14  # as many as a price has room for


class RowError(ValueError):
    """A row cannot be read; `field` says where, `str()` why."""

    def __init__(self, field: str, said: str):
        super().__init__(said)
        self.field = field


def rows(body: bytes) -> list:
    """The rows of a request; ProblemError unless it is an object with a list of them in `quotes` and nothing else."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        raise ProblemError(400, _("The body is not JSON.")) from None
    found = sent.get("quotes") if isinstance(sent, dict) and set(sent) == {"quotes"} else None
    if not isinstance(found, list) or not found:
        raise ProblemError(400, _("The body is an object with a list “quotes” and nothing else."))
    if len(found) > MOST_ROWS:
        raise ProblemError(413, _("At most %(most)d quotes in one request.") % {"most": MOST_ROWS})
    return found


def entries(source: Source, rows: list) -> list[Entry | RowError]:
    """For each row an entry, or why there is none. A source prices the instruments of its listings only. One query."""
    listed = source.listings.select_related("instrument").order_by("-pk")
    listings = {listing.instrument.slug: listing for listing in listed}
    now = timezone.now()
    return [_read(source, row, listings, now) for row in rows]


def told(read: list[Entry | RowError], receipt: Receipt) -> list[dict]:
    """What became of each row, in order."""
    taken = [position for position, one in enumerate(read) if isinstance(one, Entry)]
    became = {taken[place]: one for place, one in receipt.became.items()}
    return [{"row": position, **_fate(one, became.get(position))} for position, one in enumerate(read)]


def _fate(read, became):
    if isinstance(read, RowError):
        return {"outcome": "refused", "reasons": [{"code": "unreadable", "field": read.field, "detail": str(read)}]}
    if became is None:
        return {"outcome": "known", "reasons": []}
    if isinstance(became, Held):
        return {"outcome": "held", "reasons": [_reason(finding, became) for finding in became.findings]}
    return {"outcome": "recorded", "reasons": []}


def _reason(finding, held):
    detail = findings.sentence(finding, held.instrument.decimals)
    return {"code": finding["code"], "field": finding["field"], "detail": detail}


def _read(source, row, listings, now):
    try:
        listing = _listing(row, listings)
        quoted_at = _moment(row.get("quoted_at"))
        given = _text(row, "unit") or listing.unit or source.unit or listing.instrument.unit
        sent = {name: _amount(name, row[name]) for name in VALUES if row.get(name) is not None}
    except RowError as error:
        return error
    amounts, doubts = in_unit_of(listing.instrument, sent, given)
    return Entry(
        listing.instrument, source, quoted_at or now, **amounts, raw=_as_sent(row), raw_unit=given,
        is_timed=quoted_at is not None, findings=doubts,
    )  # fmt: skip


def _listing(row, listings) -> Listing:
    if not isinstance(row, dict):
        raise RowError("", _("A quote is an object."))
    if unknown := sorted(set(row) - _FIELDS):
        raise RowError(unknown[0][:_LONGEST] if unknown[0].isprintable() else "", _("There is no such field."))
    listing = listings.get(row.get("instrument")) if isinstance(row.get("instrument"), str) else None
    if listing is None:
        raise RowError("instrument", _("This source names no price of such an instrument."))
    return listing


def _moment(text) -> datetime | None:
    """The source's time; None where it names none. Without an offset it could be read in two ways."""
    if text is None:
        return None
    try:
        moment = parse_datetime(text) if isinstance(text, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not 1 < moment.year < 9999:
        raise RowError("quoted_at", _("A time with its offset, written 2026-11-23T09:00:00+07:00."))
    return moment


def _amount(name, text) -> Decimal:
    """Digits and at most one decimal point, as text: a float would not say what was meant."""
    whole, _point, rest = text.partition(".") if isinstance(text, str) else ("", "", "")
    digits = f"{whole}{rest}"
    if not (whole and digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS) or text.endswith("."):
        raise RowError(
            name, _("An amount as text, digits with a decimal point where needed: “148700000” or “26092.5”.")
        )
    return Decimal(text)


def _text(row, name):
    text = row.get(name)
    if text is None:
        return ""
    if not isinstance(text, str) or len(text) > _LONGEST or not text.isprintable():
        raise RowError(name, _("Too long, or not text."))
    return text


def _as_sent(row):
    """What the desk sees as received; every value in it was read already."""
    return json.dumps({name: row[name] for name in VALUES if row.get(name) is not None})[:200]
