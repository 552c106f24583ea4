"""Two instruments over one range on one chart: by their prices where these compare, else by how they moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Min

from markets import units
from markets.change import Change, change
from markets.chart import Chart, Line, draw
from markets.course import joined
from markets.models import Day, Instrument
from markets.periods import Range, Step, step_between
from markets.stale import holidays_since
from newsroom.text.vietnamese import local

# Prices that lie further apart would be two flat lines on one axis.
_FURTHEST_APART = 3


@dataclass
class Row:
    """One step: its day, and of each instrument the closing price, or None. `drawn` is what the chart shows of them."""

    day: date
    prices: list[Decimal | None] = field(default_factory=lambda: [None, None])
    drawn: list[Decimal | None] = field(default_factory=lambda: [None, None])
    x: str = ""
    y: str = ""


@dataclass
class Comparison:
    """Two instruments over `range`; `rows` oldest first.

    `unit` is the one in which both prices are drawn, None where they are drawn as indexes: 100 on `base`, the first
    day on which both have a price. `compares` tells whether their units would allow to draw prices.
    """

    instruments: Sequence[Instrument]
    range: Range
    first: date
    last: date
    step: Step
    rows: list[Row]
    compares: bool
    unit: str | None = None
    base: date | None = None
    chart: Chart | None = None

    @property
    def newest_first(self) -> list[Row]:
        return self.rows[::-1]

    @property
    def changes(self) -> list[Change | None]:
        """Of each instrument over the rows that it has a price in."""
        return [self._change(side) for side in (0, 1)]

    @property
    def is_demo(self) -> bool:
        """Whether one of the two is invented."""
        return any(each.latest.source.is_demo for each in self.instruments)

    def _change(self, side):
        prices = [row.prices[side] for row in self.rows if row.prices[side] is not None]
        return change(prices[-1], prices[0]) if len(prices) > 1 else None


def compare(one: Instrument, other: Instrument, shown: Range) -> Comparison:
    """Both over the range that ends with the later of their latest prices. Three queries; both come `with_latest()`
    and have a price.
    """
    pair = (one, other)
    last = max(local(each.latest.quoted_at).date() for each in pair)
    known = Day.objects.filter(instrument__in=pair).aggregate(first=Min("day"))["first"]
    first = shown.first_day(last, known)
    step = step_between(first, last)
    rows = _rows(pair, first, last, step)
    comparison = Comparison(pair, shown, first, last, step, rows, _factor(one, other) is not None)
    _measure(comparison)
    _draw(comparison)
    return comparison


def _rows(pair, first, last, step):
    rows = {}
    for each in Day.objects.filter(instrument__in=pair).between(first, last).by(step):
        row = rows.setdefault(each.span, Row(each.day))
        row.day = max(row.day, each.day)
        row.prices[[one.pk for one in pair].index(each.instrument_id)] = each.close
    return [rows[span] for span in sorted(rows)]


def _factor(one, other):
    """By what a price of the other is to be multiplied to be in the unit of the one; None if they do not compare."""
    try:
        return units.ratio(other.measured, one.measured)
    except units.UnitError:
        return None


def _measure(comparison):
    """Decide what is drawn of each price."""
    one, other = comparison.instruments
    factor = _factor(one, other)
    if factor is not None and _are_near(comparison.rows, factor):
        comparison.unit = one.unit
        factors = (1, factor)
    else:
        common = next((row for row in comparison.rows if None not in row.prices), None)
        if common is None:
            return
        comparison.base = common.day
        factors = tuple(Fraction(100) / Fraction(price) for price in common.prices)
    for row in comparison.rows:
        row.drawn = [_scaled(price, factor) for price, factor in zip(row.prices, factors, strict=True)]


def _are_near(rows, factor):
    newest = [next((row.prices[side] for row in reversed(rows) if row.prices[side]), None) for side in (0, 1)]
    if None in newest:
        return True
    low, high = sorted((newest[0], _scaled(newest[1], factor)))
    return high <= low * _FURTHEST_APART


def _scaled(price, factor):
    """To four decimals: what is drawn, not what anybody pays."""
    return None if price is None else units.rounded(Fraction(price) * factor, 4)


def _draw(comparison):
    holidays = holidays_since(comparison.first)
    rules = [joined(each, comparison.step, holidays) for each in comparison.instruments]
    lines = [
        Line(name, [(row.day, row.drawn[side]) for row in comparison.rows if row.drawn[side] is not None])
        for side, name in enumerate(("first", "second"))
    ]
    ends = {"first": comparison.first, "last": comparison.last}
    comparison.chart = draw(lines, joined=lambda earlier, later: all(rule(earlier, later) for rule in rules), **ends)
    for row in comparison.rows:
        row.x, row.y = comparison.chart.spots.get(row.day, ("", "")) if comparison.chart else ("", "")
