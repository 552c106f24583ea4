"""What every reader of a source's answer gives back, and the little that they share. Pure: bytes in, rows out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils import timezone
from django.utils.translation import gettext as _

from markets import numbers
from markets.numbers import Notation
from newsroom.text.vietnamese import one_line

LONGEST_KEY = 200
MOST_ROWS = 2000
NOTHING = frozenset({"", "-", "–", "0", "0.0", "0.00", "0,00"})
"""What sources write where they have no price."""


class FormatError(ValueError):
    """The answer is not what the source usually sends; `str()` says why, to the desk."""


@dataclass(frozen=True)
class Row:
    """One priced row: amounts as numbers in `unit` (empty where the source does not say), and as they were written.

    `key` names the row among those of its source, today and tomorrow. What is missing stays None.
    """

    key: str
    label: str
    raw: str
    unit: str = ""
    buy: Decimal | None = None
    sell: Decimal | None = None
    price: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    quoted_at: datetime | None = None


@dataclass
class Reading:
    """Everything that an answer says: rows in order, and a sentence for each row that could not be read."""

    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, label: str, make) -> None:
        """Keep the row that `make()` gives (None: it has no price); a number it cannot read is a fault, not a guess."""
        if len(self.rows) >= MOST_ROWS:
            raise FormatError(_("There are more than %(most)d rows.") % {"most": MOST_ROWS})
        try:
            row = make()
        except ValueError as error:
            self.faults.append(f"{one_line(label)[:LONGEST_KEY]}: {error}")
        else:
            self.rows += [row] if row else []

    def checked(self) -> "Reading":
        """Itself, unless nothing in it could be read or it contradicts itself."""
        if not self.rows:
            raise FormatError(self.faults[0] if self.faults else _("There is no price in it."))
        keys = {row.key for row in self.rows}
        if len(keys) < len(self.rows):
            self._refuse_contradictions()
        return self

    def _refuse_contradictions(self):
        """Of rows with one name none is taken: which of them is meant, nobody can tell."""
        names = [row.key for row in self.rows]
        twice = {name for name in names if names.count(name) > 1}
        self.rows = [row for row in self.rows if row.key not in twice]
        self.faults += [_("%(key)s: there are several rows of this name.") % {"key": key} for key in sorted(twice)]


def xml(content: bytes, root: str) -> Element:
    """The document's root element, of the name `root`; nothing in it may define or fetch entities."""
    try:
        element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise FormatError(_("This is not the XML it should be: %(reason)s.") % {"reason": _brief(error)}) from error
    if element.tag != root:
        raise FormatError(_("This is not the XML it should be: it begins with <%(tag)s>.") % {"tag": element.tag[:40]})
    return element


def json_object(content: bytes) -> dict:
    """The JSON object, numbers as Decimal as they were written."""
    try:
        found = json.loads(content, parse_float=_finite, parse_int=_finite, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise FormatError(_("This is not the JSON it should be: %(reason)s.") % {"reason": _brief(error)}) from error
    if not isinstance(found, dict):
        raise FormatError(_("This is not the JSON it should be: it is no object."))
    return found


def objects(holder, *path: str) -> Iterator[dict]:
    """The objects of the list at `path`; FormatError where there is no list. What is no object is skipped."""
    for name in path:
        holder = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(holder, list):
        raise FormatError(_("The list “%(name)s” is missing.") % {"name": path[-1]})
    return (each for each in holder if isinstance(each, dict))


def text(value) -> str:
    """A written value as one line; empty for what is missing or no text or number."""
    return one_line(str(value)) if isinstance(value, str | Decimal) else ""


def amount(value, notation: Notation = Notation.COMMA_THOUSANDS) -> Decimal | None:
    """The number written; None where the source has none. NumberError for what is no number in its notation."""
    if isinstance(value, Decimal):
        return _positive(value)
    written = text(value)
    if value is not None and not isinstance(value, str):
        raise numbers.NumberError(_("“%(text)s” is not a number.") % {"text": str(value)[:24]})
    return None if written in NOTHING else _positive(numbers.read(written, notation))


def moment(written: str, *patterns: str) -> datetime:
    """The source's local time in one of `patterns`; FormatError where it is none of them."""
    for pattern in patterns:
        try:
            naive = datetime.strptime(one_line(written), pattern)  # noqa: DTZ007  (its zone follows)
        except ValueError:
            continue
        return naive.replace(tzinfo=timezone.get_default_timezone())
    raise FormatError(_("The time “%(text)s” cannot be read.") % {"text": one_line(written)[:40]})


def pair(key: str, label: str, *, buy, sell, **rest) -> Row | None:
    """A row of a buying and a selling price; None where both are missing."""
    if buy is None and sell is None:
        return None
    return Row(one_line(key)[:LONGEST_KEY], one_line(label), buy=buy, sell=sell, **rest)


def _finite(written: str) -> Decimal:
    if len(written) > 40:
        raise ValueError("a number of more than 40 digits")
    return Decimal(written)


def _refuse(written: str):
    raise ValueError(f"{written} is no number")


def _positive(value: Decimal) -> Decimal | None:
    if value < 0:
        raise numbers.NumberError(_("“%(text)s” is negative.") % {"text": str(value)[:24]})
    return value or None


def _brief(error) -> str:
    return str(error)[:120] or type(error).__name__
