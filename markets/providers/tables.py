"""Tables as reporters type them, paste them from a news page, or save them from a spreadsheet. No time in them."""

import csv
import re
from decimal import Decimal

from django.utils.translation import gettext as _

from markets import units
from markets.numbers import Notation
from markets.numbers import read as number
from markets.providers.base import LONGEST_KEY, FormatError, Reading, Row, amount
from newsroom.text.vietnamese import fold, one_line

_UNIT_HEADS = {"dvt", "don vi", "don vi tinh"}
_COUNT_HEADS = {"tt", "stt", "so tt", "#"}
_CHANGE = re.compile(r"tang|giam|thay doi|chenh lech|bien dong|\+/-")
_NAMES_PRICE = re.compile(r"\bgia\b")
DITTO = frozenset({'"', "”", "″", "〃", "''", "nt", "-nt-"})
RANGE = re.compile(r"\s*(?:–|—|-|đến)\s*")
_LARGEST = 1_000_000


def read(content: bytes) -> Reading:
    """A table in UTF-8, cells parted by tab, semicolon or comma, its first row naming the columns.

    A column of names, perhaps one of units, then one column of prices, or several that are named by place: a row of
    the reading is then `name / place`. `"` repeats the unit above; columns of changes and of numbering are left out.
    """
    cells = rows_of(content)
    if len(cells) < 2:
        raise FormatError(_("There is no price in it."))
    plan = _Plan(cells[0])
    reading, unit = Reading(), ""
    for row in cells[1:]:
        unit = _unit_here(plan, row, unit)
        for place in plan.prices:
            key = plan.key(row, place)
            reading.add(
                key, lambda key=key, row=row, place=place, unit=unit: _priced(key, _cell(row, place), plan, place, unit)
            )
    return reading.checked()


def rows_of(content: bytes) -> list[list[str]]:
    """The cells of a table, tidied; empty lines left out. FormatError where it is not text in UTF-8."""
    if len(content) > _LARGEST:
        raise FormatError(_("The table is too large."))
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormatError(_("The table is not in UTF-8.")) from None
    if "\0" in written or written.lstrip().lower().startswith(("<!doctype", "<html")):
        raise FormatError(_("This is a page, not a table."))
    first = written.partition("\n")[0]
    parted_by = next((mark for mark in "\t;" if mark in first), ",")
    try:
        # What is pasted is not quoted: there `"` alone in a cell repeats what stands above.
        quoting = csv.QUOTE_NONE if parted_by == "\t" else csv.QUOTE_MINIMAL
        lines = list(csv.reader(written.splitlines(), delimiter=parted_by, quoting=quoting))
    except csv.Error as error:
        raise FormatError(_("The table cannot be read: %(reason)s.") % {"reason": error}) from error
    return [[one_line(cell) for cell in line] for line in lines if any(cell.strip() for cell in line)]


def span(written: str) -> tuple[Decimal | None, Decimal | None]:
    """The ends of `60.000–62.000`, or one number twice; (None, None) for an empty cell. Raises NumberError."""
    ends = RANGE.split(written.strip())
    if len(ends) == 2 and all(ends):
        return number(ends[0], Notation.TABLE), number(ends[1], Notation.TABLE)
    one = amount(written, Notation.TABLE)
    return one, one


class _Plan:
    """What the columns of a table hold, by their heads."""

    def __init__(self, heads):
        folded = [fold(head) for head in heads]
        self.heads = heads
        self.unit = next((at for at, head in enumerate(folded) if head in _UNIT_HEADS), None)
        named = [at for at, head in enumerate(folded) if head not in _COUNT_HEADS and at != self.unit]
        if len(named) < 2:
            raise FormatError(_("The table needs a column of names and one of prices."))
        self.name = named[0]
        self.prices = [at for at in named[1:] if not _CHANGE.search(folded[at])]
        self.by_place = (
            len(self.prices) > 1 or not _NAMES_PRICE.search(folded[self.prices[0]]) if self.prices else False
        )

    def key(self, row, place) -> str:
        name = _cell(row, self.name)
        return (f"{name} / {self.heads[place]}" if self.by_place else name)[:LONGEST_KEY]

    def unit_of(self, place) -> str:
        """The unit in the head of a column, such as `Giá (đồng/kg)`; bare `đồng` says too little to go by."""
        inside = re.search(r"\(([^)]*)\)", self.heads[place])
        return _readable(inside[1]) if inside else ""


def _unit_here(plan, row, above):
    if plan.unit is None:
        return ""
    written = _cell(row, plan.unit)
    return above if written in DITTO else _readable(written)


def _readable(written) -> str:
    try:
        return str(units.parse(written))
    except units.UnitError:
        return ""


def _priced(key, written, plan, place, unit):
    if not key.partition(" / ")[0]:
        raise ValueError(_("The row has no name."))
    low, high = span(written)
    if low is None:
        return None
    unit = unit or plan.unit_of(place)
    if low == high:
        return Row(key, key, raw=written, unit=unit, price=low)
    return Row(key, key, raw=written, unit=unit, low=low, high=high)


def _cell(row, at) -> str:
    return row[at] if at < len(row) else ""
