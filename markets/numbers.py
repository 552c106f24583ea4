"""Numbers as Vietnamese people type them, and as sources write them. Pure: text in, Decimal or an error out."""

import re
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from newsroom.text.vietnamese import one_line

_WHOLE = r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)"
_NUMBER = re.compile(_WHOLE + r"(?:,[0-9]{1,2})?")
_QUANTITY = re.compile(_WHOLE + r"(?:,[0-9]{1,6})?")
_LONG_FRACTION = re.compile(_WHOLE + r",[0-9]{3,}")
_DIGITS_AND_SEPARATORS = re.compile(r"[0-9.,]+")
_LONGEST = 24


class NumberError(ValueError):
    """The text is no number in Vietnamese notation; `str()` says why, to the person who typed it."""


def parse(text: str) -> Decimal:
    """The number meant by `84.500.000`, `84500000` or `1,25`: never negative, at most two decimals.

    Whatever could be read in two ways (`11.5`, `157,700`, `26,092.00`) raises NumberError rather than be guessed at:
    a wrong guess is a price a thousand times off.
    """
    typed = one_line(text)
    if not _NUMBER.fullmatch(typed):
        raise NumberError(_complaint(typed))
    return _value(typed)


def quantity(text: str) -> Decimal:
    """How much of something: as `parse`, with up to six decimals."""
    typed = one_line(text)
    if len(typed) > _LONGEST or not _QUANTITY.fullmatch(typed):
        raise NumberError(_complaint(typed[:_LONGEST], _("The comma stands before decimals, six at most.")))
    return _value(typed)


def _value(typed):
    return Decimal(typed.replace(".", "").replace(",", "."))


def parse_pasted(text: str) -> Decimal:
    """The number meant in a table of the news: as `parse`, and `11.5`, where one or two digits after a dot are decimal.

    What both readings leave in doubt (`157,700`) raises NumberError.
    """
    written = one_line(text)
    return Decimal(written) if _DECIMAL_DOT.fullmatch(written) else parse(written)


def _complaint(typed, long_fraction=None):
    if _LONG_FRACTION.fullmatch(typed):
        return long_fraction or _("The comma stands before decimals, two at most. Write thousands with a dot: 157.700.")
    if _DIGITS_AND_SEPARATORS.fullmatch(typed):
        return _("Write thousands with a dot and decimals with a comma: 84.500.000 or 1,25.")
    return _("“%(text)s” is not a number.") % {"text": typed}


# --- As sources write them -----------------------------------------------------------------------------------------


class Notation(StrEnum):
    """How a source writes numbers. `40.720` and `157,700` cannot be read without knowing."""

    DOT_THOUSANDS = "40.720,5"
    COMMA_THOUSANDS = "26,092.00"
    TABLE = "67.000 or 11.5"
    """Of tables in the news: a dot before exactly three digits parts thousands, before one or two it is decimal."""


_DOT_THOUSANDS = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_COMMA_THOUSANDS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_DECIMAL_DOT = re.compile(r"[0-9]+\.[0-9]{1,2}")


def read(text: str, notation: Notation) -> Decimal:
    """The number that a source wrote; NumberError unless it is exactly one in its notation. Never negative.

    Group separators must stand between groups of three: what a source writes otherwise, it writes by mistake.
    """
    written = one_line(text)
    pattern = _COMMA_THOUSANDS if notation is Notation.COMMA_THOUSANDS else _DOT_THOUSANDS
    decimal_dot = notation is Notation.TABLE and _DECIMAL_DOT.fullmatch(written)
    if len(written) > _LONGEST or not (decimal_dot or re.fullmatch(pattern, written)):
        raise NumberError(_complaint(written[:_LONGEST]))
    if decimal_dot:
        return Decimal(written)
    if notation is Notation.COMMA_THOUSANDS:
        return Decimal(written.replace(",", ""))
    return Decimal(written.replace(".", "").replace(",", "."))
