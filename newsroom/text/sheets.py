"""Lines of CSV for a spreadsheet, one by one as they are sent."""

import csv
import re

BOM = "\ufeff"
"""By which Excel knows the encoding; the first thing in a file."""
# A spreadsheet takes a cell that begins so for a formula, also in the wide forms of East Asian keyboards.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")
# Where numbers have a decimal comma, as in Vietnam, it divides a line by semicolons and knows no quotes within: what
# follows one, or a line's end, is the beginning of a cell.
_WITHIN = re.compile(r"([;\r\n]\s*)(?=[=+\-@＝＋－＠])")


class _Echo:
    """A file that csv writes to, which hands each line straight back."""

    def write(self, line):
        return line


def line(cells, delimiter=",") -> str:
    """One line; every cell is text that no spreadsheet runs."""
    return csv.writer(_Echo(), delimiter=delimiter).writerow(map(harmless, cells))


def harmless(cell) -> str:
    """The cell as text that no spreadsheet runs."""
    text = _WITHIN.sub(r"\1'", str(cell))
    return f"'{text}" if _FORMULA.match(text) else text
