"""Prices as files: what was recorded, corrections and all. Text is made harmless to programs that calculate."""

import json
from collections.abc import Iterator
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from markets.models import Quote
from markets.models.quote import VALUES
from newsroom.text import sheets
from newsroom.text.vietnamese import local

MOST_IN_A_WORKBOOK = 1_000_000
"""A sheet of Excel has 1,048,576 rows."""
_CHUNK = 2000


class TooManyError(ValueError):
    """More rows than a workbook holds."""


def prices(*, instruments=None, group=None, since=None, until=None) -> QuerySet[Quote]:
    """What was recorded from the day `since` to the day `until`, oldest first, corrected prices among them."""
    quotes = Quote.objects.select_related("instrument__group", "source", "correction").order_by("quoted_at", "pk")
    wanted = {
        "instrument__in": instruments or None,
        "instrument__group": group,
        "quoted_at__date__gte": since,
        "quoted_at__date__lte": until,
    }
    return quotes.filter(**{name: value for name, value in wanted.items() if value is not None})


def as_csv(quotes: QuerySet[Quote]) -> Iterator[bytes]:
    """Lines of a CSV file that Vietnamese Excel opens as it is: UTF-8 with its mark, semicolons, decimal commas."""
    # The headings at once: by the time the file is sent, nobody's language is active any more.
    return _csv_lines(quotes, list(heads().values()))


def _csv_lines(quotes, first):
    yield (sheets.BOM + sheets.line(first, ";")).encode()
    for quote in quotes.iterator(_CHUNK):
        yield sheets.line(map(_plain, facts(quote).values()), ";").encode()


def as_json(quotes: QuerySet[Quote]) -> Iterator[bytes]:
    """A JSON list, an object a line; amounts are strings, so that no reader rounds them."""
    before = b"[\n"
    for quote in quotes.iterator(_CHUNK):
        row = {name: _jsoned(value) for name, value in facts(quote).items()}
        yield before + json.dumps(row, ensure_ascii=False).encode()
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def as_xlsx(quotes: QuerySet[Quote]) -> IO[bytes]:
    """A workbook with one sheet, in a file that is gone once it is closed. TooManyError beyond what Excel opens."""
    from openpyxl import Workbook  # noqa: PLC0415 (heavy, and no page of readers needs it)

    if quotes.count() > MOST_IN_A_WORKBOOK:
        raise TooManyError(_("Excel opens a million rows at most. Choose a shorter time, or CSV."))
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Prices"))
    sheet.freeze_panes = "A2"
    sheet.append(list(heads().values()))
    for quote in quotes.iterator(_CHUNK):
        sheet.append([_cell(sheet, value) for value in facts(quote).values()])
    file = TemporaryFile()  # noqa: SIM115  (whoever sends it closes it)
    book.save(file)
    file.seek(0)
    return file


def heads() -> dict[str, str]:
    """The headings, by the names of the facts. Those that an import needs are such as it knows."""
    return {
        "group": _("Group"), "instrument": _("Item"), "slug": _("Address"), "unit": _("Unit"), "buy": _("Buying price"),
        "sell": _("Selling price"), "price": _("Price"), "low": _("Lowest price"), "high": _("Highest price"),
        "quoted_at": _("Time"), "source": _("Source"), "channel": _("Came by"), "recorded_at": _("Recorded at"),
        "number": _("Number"), "state": _("State"), "corrects": _("Corrects"), "why": _("Reason"),
        "demonstration": _("Demonstration data"),
    }  # fmt: skip


def facts(quote: Quote) -> dict:
    """What the files say of one price. `state` is stands, corrected or taken-back; `corrects` the number of another."""
    instrument = quote.instrument
    amounts = {name: _exact(getattr(quote, name), instrument.decimals) for name in VALUES}
    return {
        "group": instrument.group.name,
        "instrument": instrument.name,
        "slug": instrument.slug,
        "unit": instrument.unit,
        **amounts,
        "quoted_at": local(quote.quoted_at),
        "source": quote.source.name,
        "channel": quote.channel,
        "recorded_at": local(quote.read_at),
        "number": quote.pk,
        "state": _state(quote),
        "corrects": quote.corrects_id,
        "why": quote.why,
        "demonstration": quote.source.is_demo,
    }


def _state(quote):
    if hasattr(quote, "correction"):
        return "corrected"
    return "taken-back" if quote.is_void else "stands"


def _exact(value, decimals):
    return None if value is None else value.quantize(Decimal(1).scaleb(-decimals))


def _plain(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return f"{value:%d/%m/%Y %H:%M:%S}" if hasattr(value, "tzinfo") else str(value)


def _jsoned(value):
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if hasattr(value, "tzinfo") else value


def _cell(sheet, value):
    if isinstance(value, str):
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 (heavy, and no page of readers needs it)

        cell = WriteOnlyCell(sheet, sheets.harmless(value))
        cell.data_type = "s"
        return cell
    return value.replace(tzinfo=None, microsecond=0) if hasattr(value, "tzinfo") else value
