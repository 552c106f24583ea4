"""Reads a CSV or XLSX file into rows of texts, as somebody would have typed them. Nothing in it is run or followed.

Everything is measured before it is decoded: a spreadsheet is an archive, and a small one may hold gigabytes.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from markets.providers.base import FormatError
from newsroom.text.vietnamese import format_number, one_line

LARGEST = 4_000_000
LARGEST_UNPACKED = 40_000_000
MOST_PARTS = 200
MOST_ROWS = 2000
MOST_COLUMNS = 40
LONGEST_CELL = 200
# What openpyxl and the parsers below it raise at what only looks like a spreadsheet; errors of XML are SyntaxErrors.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, EOFError, OSError, RuntimeError,
)  # fmt: skip
_SEPARATORS = ";\t|,"


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of the first sheet, empty ones left out. FormatError, with the reason, for what is no such file.

    A number becomes what the paper would write, a date dd/mm/yyyy; of a formula the value that was saved with it.
    """
    if len(content) > LARGEST:
        raise FormatError(_("The file is larger than %(most)d MB.") % {"most": LARGEST // 1_000_000})
    lines = _spreadsheet(content) if content.startswith(b"PK") else _text(content)
    rows = []
    for line in lines:
        cells = [one_line(cell)[:LONGEST_CELL] for cell in line]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if any(cells[MOST_COLUMNS:]):
            raise FormatError(_("There are more than %(most)d columns.") % {"most": MOST_COLUMNS})
        if len(rows) > MOST_ROWS:
            raise FormatError(_("There are more than %(most)d rows.") % {"most": MOST_ROWS})
        rows.append(cells)
    if len(rows) < 2:
        raise FormatError(_("There is no price in it."))
    return rows


# --- CSV --------------------------------------------------------------------------------------------------------------


def _text(content) -> Iterator[list[str]]:
    written = _decoded(content)
    if "\0" in written or written.lstrip()[:9].lower().startswith(("<!doctype", "<html")):
        raise FormatError(_("This is neither a CSV nor an XLSX file."))
    first, _end, rest = written.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        written, mark = rest, first.strip()[4]
    else:
        mark = max(_SEPARATORS, key=first.count)
    try:
        yield from (line[: MOST_COLUMNS + 1] for line in csv.reader(written.splitlines(), delimiter=mark))
    except csv.Error as error:
        raise FormatError(_("The table cannot be read: %(reason)s.") % {"reason": error}) from error


def _decoded(content):
    """UTF-8; UTF-16 where its mark says so; else what Vietnamese Windows wrote before."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "windows-1258"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FormatError(_("The letters of this file cannot be read. Save it as CSV UTF-8."))


# --- XLSX -------------------------------------------------------------------------------------------------------------


def _spreadsheet(content) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 (heavy, and no page of readers needs it)

    _check_archive(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size may be anything
        for row in sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True):
            yield [_written(value) for value in row]
    except _BROKEN as error:
        raise FormatError(_("This is not the XLSX file it should be.")) from error


def _check_archive(content):
    """Refuses archives that unpack to more than a price list may hold, and documents that define entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise FormatError(_("The file unpacks to more than a price list may hold."))
            if any(_defines(archive, part) for part in parts):
                raise FormatError(_("This is not the XLSX file it should be."))
    except FormatError:
        raise
    except _BROKEN as error:
        raise FormatError(_("This is not the XLSX file it should be.")) from error


def _defines(archive, part):
    with archive.open(part) as file:
        return b"<!doctype" in file.read(4000).lower().replace(b"\0", b"")


def _written(value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}" if value.time().replace(microsecond=0) != value.min.time() else _day(value)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    return str(value)


def _day(value):
    return f"{value:%d/%m/%Y}"


def _number(value):
    exact = Decimal(repr(value))
    if not exact.is_finite() or abs(exact) > 10**15:
        return str(value)
    places = max(-exact.normalize().as_tuple().exponent, 0)
    return format_number(exact, places)
