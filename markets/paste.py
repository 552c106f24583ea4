"""What is pasted into a day sheet: cells of a spreadsheet or a table of the news, as texts for the sheet's fields.

The answer is what somebody would have typed, in Vietnamese notation. What cannot be read goes in as it was written: the
sheet's own rules then say at the cell what is wrong with it. Nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from django.utils.translation import gettext as _
from lxml import etree, html

from markets import headings, units
from markets.models import Instrument
from markets.names import Names
from markets.numbers import NumberError, parse_pasted
from markets.providers.base import FormatError
from markets.providers.tables import DITTO, RANGE, rows_of
from newsroom.text.vietnamese import format_number, one_line

LARGEST = 400_000
MOST_ROWS = 500
MOST_COLUMNS = 60


@dataclass
class Pasted:
    """Texts by field of the sheet, and the names of rows that belong to no instrument of it."""

    cells: dict[str, str] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)


def read(text: str, page: str, instruments: Sequence[Instrument], *, row: int = 0, column: int = 0) -> Pasted:
    """The pasted table laid onto the sheet: by the names in it where there are any, else from the cell at `row` and
    `column` on, as a spreadsheet does. `page` is the HTML of the same, where the clipboard has it.

    Raises FormatError where it is no table, or too large.
    """
    table = _table(text, page)
    names, pasted = Names(instruments), Pasted()
    plan = headings.plan(table[0]) if table else None
    if plan:
        _by_headings(table, plan, names, pasted)
    elif place := _column_of_names(table, names):
        _by_names(table, place - 1, names, pasted)
    else:
        _by_place(table, instruments[row:], column, pasted)
    return pasted


# --- Laying it onto the sheet -----------------------------------------------------------------------------------------


def _by_headings(table, plan, names, pasted):
    above = ["" for _cell in table[0]]
    for cells in table[1:]:
        cells = above = _repeated(cells, above)
        instrument = _known(cells[plan["instrument"]], names, pasted)
        if instrument is None:
            continue
        columns = {name: at for name, at in plan.items() if name in headings.AMOUNTS}
        unit = cells[plan["unit"]] if "unit" in plan else headings.unit_in(table[0][min(columns.values())])
        own = [cells[columns[name]] if name in columns else "" for name in instrument.value_fields]
        # A column that only says "price" may hold both ends of a range.
        texts = own if any(own) or "price" not in columns else [cells[columns["price"]]]
        _fill(pasted, instrument, texts, unit, is_told=any(own))


def _by_names(table, place, names, pasted):
    above = ["" for _cell in table[0]]
    for cells in table:
        cells = above = _repeated(cells, above)
        instrument = _known(cells[place], names, pasted)
        if instrument is None:
            continue
        rest = cells[place + 1 :]
        unit = next((cell for cell in rest if _is_unit(cell)), "")
        _fill(pasted, instrument, [cell for cell in rest if not _is_unit(cell)], unit, is_told=False)


def _by_place(table, instruments, column, pasted):
    above = ["" for _cell in table[0]] if table else []
    for cells, instrument in zip(table, instruments, strict=False):
        cells = above = _repeated(cells, above)
        _fill(pasted, instrument, cells, "", column)


def _fill(pasted, instrument, texts, unit, column=0, *, is_told=True):
    """Write the amounts of one row; a range fills both ends, alone in its row, where the instrument has two prices.

    Unless one is told which, a single number is neither the buying nor the selling price of a pair: it stays out.
    """
    fields = instrument.value_fields[column:]
    filled = [text for text in texts if text]
    if len(filled) == 1 and len(fields) == 2:
        texts = _ends(filled[0], instrument, alone=len(texts) == 1) or texts
        if len(texts) == 1 and not is_told:
            return
    for name, text in zip(fields, texts, strict=False):
        if text:
            pasted.cells[f"instrument-{instrument.pk}-{name}"] = _typed(text, unit, instrument)


def _ends(text, instrument, *, alone):
    """Both ends of `55.000-57.000`; a number alone in its row is both ends of a range, but no pair of prices."""
    ends = [end.strip() for end in RANGE.split(text)]
    if len(ends) == 1 and instrument.is_range and alone:
        return ends * 2
    return ends if len(ends) == 2 else None


def _typed(text, unit, instrument):
    """The number in the instrument's own unit, as the paper writes it; the text itself where it is no number."""
    try:
        given = units.parse(unit) if unit else instrument.measured
        value = units.convert(parse_pasted(text), given, instrument.measured, 2)
    except (NumberError, units.UnitError):
        return text
    return format_number(value.normalize() if value % 1 else value.quantize(1))


# --- Reading the clipboard --------------------------------------------------------------------------------------------


def _table(text, page):
    if len(text) > LARGEST or len(page) > LARGEST:
        raise FormatError(_("The table is too large."))
    table = _html_table(page) if "<table" in page.lower() else None
    if table is None:
        table = _plain_table(text)
    width = max((len(cells) for cells in table), default=0)
    return [[*cells, *[""] * (width - len(cells))] for cells in table[:MOST_ROWS]]


def _plain_table(text):
    if "\t" in text:
        return rows_of(text.encode())
    return [[one_line(line)] for line in text.splitlines() if line.strip()]


def _html_table(page):
    """The first table of the page; what spans rows stands in each of them, what spans columns in the first."""
    try:
        tables = html.fromstring(page).xpath("//table")
    except (etree.ParserError, ValueError):
        return None
    if not tables:
        return None
    grid: dict[tuple[int, int], str] = {}
    lines = tables[0].xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")[:MOST_ROWS]
    for row, line in enumerate(lines):
        _lay(line, row, grid)
    columns = range(max((column for _row, column in grid), default=-1) + 1)
    rows = [[grid.get((row, column), "") for column in columns] for row in range(len(lines))]
    return [cells for cells in rows if any(cells)]


def _lay(line, row, grid):
    column = 0
    for cell in line.xpath("./td|./th"):
        while (row, column) in grid:
            column += 1
        down, across = _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_COLUMNS)
        if column + across > MOST_COLUMNS:
            return
        written = one_line(" ".join(cell.itertext()))
        for lower, right in product(range(down), range(across)):
            grid[row + lower, column + right] = "" if right else written
        column += across


def _span(cell, name, most):
    written = cell.get(name, "1")
    return min(max(int(written), 1), most) if written.isascii() and written.isdigit() else 1


# --- Small things -----------------------------------------------------------------------------------------------------


def _repeated(cells, above):
    """The row with what `"` repeats from the row above."""
    return [upper if cell in DITTO else cell for cell, upper in zip(cells, above, strict=True)]


def _known(written, names, pasted):
    instrument = names.find(written) if written else None
    if instrument is None and written:
        pasted.strangers.append(written)
    return instrument


def _column_of_names(table, names):
    """The column in which instruments stand, counted from 1; 0 where there is none."""
    columns = range(len(table[0]) if table else 0)
    return next((at + 1 for at in columns if any(names.find(cells[at]) for cells in table)), 0)


def _is_unit(written):
    try:
        units.parse(written)
    except units.UnitError:
        return False
    return True
