"""Where the rules of a chart stand and what is written at them. Pure; labels are Vietnamese as a paper prints them."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from newsroom.text.vietnamese import format_number

_INTERVALS = 4
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MILLION = 1_000_000
# As many dates as a phone has room for.
_MOST_MONTHS, _MOST_YEARS = 5, 6
# Of an axis at its beginning, where a label would reach beyond it.
_BARE = 0.07


@dataclass(frozen=True)
class Scale:
    """The rules of a price axis, lowest first; `unit` is what the labels count in, 1 or a million."""

    values: tuple[Decimal, ...]
    unit: int

    @property
    def low(self) -> Decimal:
        return self.values[0]

    @property
    def high(self) -> Decimal:
        return self.values[-1]

    def label(self, value: Decimal) -> str:
        """What stands at the rule: all labels of one axis have the same decimals."""
        shown = [(each / self.unit).normalize() for each in self.values]
        return format_number(value / self.unit, max(0, *(-each.as_tuple().exponent for each in shown)))


def prices(low: Decimal, high: Decimal) -> Scale:
    """Even rules at round figures that enclose both values. The axis need not begin at zero."""
    if low == high:
        low, high = low * Decimal("0.99"), high * Decimal("1.01")
    step = _round_step((high - low) / _INTERVALS)
    first, last = math.floor(low / step), math.ceil(high / step)
    values = tuple(step * count for count in range(first, last + 1))
    return Scale(values, MILLION if values[-1] >= 10 * MILLION else 1)


def _round_step(least):
    power = Decimal(1).scaleb(least.adjusted())
    return next(nice * power for nice in _NICE if nice * power >= least)


def dates(first: date, last: date) -> list[tuple[date, str]]:
    """Days between the two, both included, that get a label: days, weeks back from the last, months or years."""
    days = (last - first).days
    if days < 8:
        return [(first + timedelta(days=n), f"{first + timedelta(days=n):%d/%m}") for n in range(days + 1)]
    begin = first + timedelta(days=math.ceil(days * _BARE))
    if days <= 62:
        shown = [last - timedelta(days=back) for back in range(0, (last - begin).days + 1, 7)]
        return [(day, f"{day:%d/%m}") for day in reversed(shown)]
    months = _firsts(begin, last)
    if len(months) <= 24:
        every = next((n for n in (1, 2, 3, 4) if len(months[::n]) <= _MOST_MONTHS), 6)
        return [(month, f"{month:%m/%Y}") for month in months[::every]]
    years = [month for month in months if month.month == 1]
    return [(year, f"{year:%Y}") for year in years[:: math.ceil(len(years) / _MOST_YEARS)]]


def _firsts(first, last):
    """The first days of the months that begin between the two."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    begins = [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)]
    return [day for day in begins if day >= first]
