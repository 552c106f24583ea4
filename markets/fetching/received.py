"""From the rows of an answer to entries for intake: which instrument, in which unit, of what time."""

from collections.abc import Iterable
from datetime import datetime

from markets import units
from markets.intake import Entry
from markets.models import Instrument, Listing, Source
from markets.models.quote import VALUES
from markets.providers import Row
from markets.sanity import Finding


def entries(source: Source, rows: Iterable[Row], read_at: datetime) -> list[Entry]:
    """An entry for each row that a listing of the source takes. One query."""
    listings = {listing.key: listing for listing in source.listings.select_related("instrument")}
    return [entry(listings[row.key], source, row, read_at) for row in rows if row.key in listings]


def entry(listing: Listing, source: Source, row: Row, read_at: datetime) -> Entry:
    """The row in the unit of the listing's instrument. A row without a time is of the time it was read."""
    instrument = listing.instrument
    given = listing.unit or row.unit or source.unit
    amounts, findings = in_unit_of(instrument, _amounts(row, instrument), given)
    return Entry(
        instrument, source, row.quoted_at or read_at, **amounts, raw=row.raw[:200], raw_unit=given,
        is_timed=row.quoted_at is not None, findings=findings,
    )  # fmt: skip


def in_unit_of(instrument: Instrument, amounts: dict, given: str) -> tuple[dict, tuple[Finding, ...]]:
    """The amounts, received in the unit `given`, in the instrument's own; unchanged and doubted where that fails."""
    try:
        unit, own = units.parse(given), instrument.measured
        return {name: units.convert(value, unit, own, instrument.decimals) for name, value in amounts.items()}, ()
    except units.UnitError:
        return amounts, (Finding("unit", facts={"unit": given or "–"}),)


def _amounts(row, instrument):
    """What the row says; a single price of something quoted as a range is a range of no width."""
    said = {name: value for name in VALUES if (value := getattr(row, name)) is not None}
    if instrument.kind == Instrument.Kind.RANGE and "price" in said:
        return {"low": said["price"], "high": said["price"]}
    return said
