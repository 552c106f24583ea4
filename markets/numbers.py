"""Numbers as Vietnamese people type them: a dot between thousands, a comma before decimals. Pure functions."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from newsroom.text.vietnamese import one_line

_WHOLE = r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)"
_NUMBER = re.compile(_WHOLE + r"(?:,[0-9]{1,2})?")
_LONG_FRACTION = re.compile(_WHOLE + r",[0-9]{3,}")
_DIGITS_AND_SEPARATORS = re.compile(r"[0-9.,]+")


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
    return Decimal(typed.replace(".", "").replace(",", "."))


def _complaint(typed):
    if _LONG_FRACTION.fullmatch(typed):
        return _("The comma stands before decimals, two at most. Write thousands with a dot: 157.700.")
    if _DIGITS_AND_SEPARATORS.fullmatch(typed):
        return _("Write thousands with a dot and decimals with a comma: 84.500.000 or 1,25.")
    return _("“%(text)s” is not a number.") % {"text": typed}
