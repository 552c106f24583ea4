"""The line of a price over days, as numbers for an SVG. Pure: dates and values in, coordinates out.

Coordinates are strings with a decimal point, so that no template localises them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

WIDTH, HEIGHT = 400, 200
_LEFT, _RIGHT = 5, 395
# Room above the line for the highest value, below it for the lowest and for the two dates.
_TOP, _BOTTOM = 26, 146

Point = tuple[date, Decimal]


@dataclass(frozen=True)
class Chart:
    """A drawn line: `path` is the `d` of an SVG path, one subpath for every unbroken run of days.

    A day without neighbours is a subpath of no length, which round line caps show as a dot.
    `first` and `last` are the ends of the axis; `high_y` and `low_y` the heights of the two extremes;
    `end_x`, `end_y` the newest point.
    """

    first: date
    last: date
    high: Decimal
    low: Decimal
    newest: Decimal
    path: str
    high_y: str
    low_y: str
    end_x: str
    end_y: str

    @property
    def is_flat(self) -> bool:
        return self.high == self.low

    @property
    def view_box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"


def draw(points: Sequence[Point], *, until: date, days: int) -> Chart | None:
    """The chart of `points` (one a day, oldest first) over the `days` days that end on `until`; None without points.

    Days without a point break the line.
    """
    first = until - timedelta(days=days - 1)
    shown = [(day, value) for day, value in points if first <= day <= until]
    if not shown:
        return None
    low, high = min(value for _, value in shown), max(value for _, value in shown)

    def place(point: Point) -> tuple[str, str]:
        day, value = point
        return _x((day - first).days, days), _y(value, low, high)

    path = "".join(_subpath([place(point) for point in run]) for run in _runs(shown))
    return Chart(
        first, until, high, low, shown[-1][1], path, _y(high, low, high), _y(low, low, high), *place(shown[-1])
    )


def _runs(points):
    """Points of consecutive days, run by run."""
    runs = [[points[0]]]
    for point in points[1:]:
        if point[0] - runs[-1][-1][0] == timedelta(days=1):
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _subpath(places):
    if len(places) == 1:
        return "M{0} {1}L{0} {1}".format(*places[0])
    return "M" + "L".join(f"{x} {y}" for x, y in places)


def _x(day, days):
    return f"{_LEFT + (_RIGHT - _LEFT) * (day / (days - 1) if days > 1 else 1):.1f}"


def _y(value, low, high):
    """High values stand high; a flat line runs through the middle."""
    height = float((value - low) / (high - low)) if high > low else 0.5
    return f"{_BOTTOM - (_BOTTOM - _TOP) * height:.1f}"
