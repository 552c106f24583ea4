"""Prices over days as the paths of an SVG. Pure: dates and values in, coordinates out.

Coordinates are strings with a decimal point, so that no template localises them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markets import axes

WIDTH, HEIGHT = 640, 340
_LEFT, _RIGHT = 22, 536  # beyond it the rules go on under their labels
_TOP, _BOTTOM = 52, 292  # above: the unit; below: the dates

Point = tuple[date, Decimal]
Span = tuple[date, Decimal, Decimal]
Joined = Callable[[date, date], bool]


@dataclass(frozen=True)
class Line:
    """What is to be drawn under one name (`sell`, `buy`, `first`, `second`), oldest first."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True)
class Tick:
    """A rule or a date: where it stands on its axis, what is written there."""

    at: str
    label: str


@dataclass(frozen=True)
class Drawn:
    """A line as the `d` of a path: one subpath for every unbroken run. A day on its own is a subpath of no length,
    which round line caps show as a dot. `end_x`, `end_y`: its newest point.
    """

    name: str
    path: str
    end_x: str
    end_y: str


@dataclass(frozen=True)
class Chart:
    """A drawn chart. `spots` holds the place of each day's point, on the first line that has one."""

    first: date
    last: date
    lines: list[Drawn]
    band: str
    rules: list[Tick]
    dates: list[Tick]
    spots: dict[date, tuple[str, str]]
    in_millions: bool

    @property
    def view_box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"


class _Canvas:
    """Turns days and values into coordinates."""

    def __init__(self, first, last, scale):
        self._first, self._days = first, (last - first).days
        self._low, self._height = scale.low, scale.high - scale.low

    def x(self, day):
        share = (day - self._first).days / self._days if self._days else 1
        return f"{_LEFT + (_RIGHT - _LEFT) * share:.1f}"

    def y(self, value):
        return f"{_BOTTOM - (_BOTTOM - _TOP) * float((value - self._low) / self._height):.1f}"

    def at(self, point):
        return self.x(point[0]), self.y(point[1])


def draw(
    lines: Iterable[Line],
    *,
    first: date,
    last: date,
    joined: Joined,
    band: Sequence[Span] = (),
) -> Chart | None:
    """The chart of `lines`, and of a `band` between two values, from `first` to `last`; None where there is no point.

    Two points that follow each other are joined where `joined` says so of their days; otherwise the line breaks.
    """
    lines = [line for line in lines if line.points]
    values = [value for line in lines for _day, value in line.points] + [value for row in band for value in row[1:]]
    if not lines:
        return None
    scale = axes.prices(min(values), max(values))
    canvas = _Canvas(first, last, scale)
    return Chart(
        first, last,
        lines=[_drawn(line, canvas, joined) for line in lines],
        band="".join(_area(run, canvas) for run in runs(band, joined)),
        rules=[Tick(canvas.y(value), scale.label(value)) for value in scale.values],
        dates=[Tick(canvas.x(day), label) for day, label in axes.dates(first, last)],
        spots={point[0]: canvas.at(point) for line in reversed(lines) for point in line.points},
        in_millions=scale.unit == axes.MILLION,
    )  # fmt: skip


def runs(points: Sequence, joined: Joined) -> list[list]:
    """The points, whose first part is a day, run by run."""
    found = []
    for point in points:
        if found and joined(found[-1][-1][0], point[0]):
            found[-1].append(point)
        else:
            found.append([point])
    return found


def subpath(places: Sequence[tuple[str, str]]) -> str:
    """The `d` of one run."""
    if len(places) == 1:
        return "M{0} {1}L{0} {1}".format(*places[0])
    return "M" + "L".join(f"{x} {y}" for x, y in places)


def _drawn(line, canvas, joined):
    path = "".join(subpath([canvas.at(point) for point in run]) for run in runs(line.points, joined))
    return Drawn(line.name, path, *canvas.at(line.points[-1]))


def _area(run, canvas):
    """Along the upper ends and back along the lower."""
    upper = [(canvas.x(day), canvas.y(high)) for day, _low, high in run]
    lower = [(canvas.x(day), canvas.y(low)) for day, low, _high in reversed(run)]
    return subpath(upper + lower) + "Z"
