"""The last thirty days of a price as one small line, for tables of many prices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import prefetch_related_objects

from markets.chart import Point, runs, subpath
from markets.course import joined
from markets.models import Instrument
from markets.periods import Step
from markets.querysets import days_since
from newsroom.text.vietnamese import local

DAYS = 30
WIDTH, HEIGHT = 72, 20
_EDGE = 3  # for half the last point


@dataclass(frozen=True)
class Sparkline:
    """`path` is the `d` of an SVG path; `end_x`, `end_y` the newest point."""

    path: str
    end_x: str
    end_y: str

    @property
    def view_box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"


def with_sparklines(instruments: Iterable[Instrument]) -> list[Instrument]:
    """The instruments, each with its `sparkline` or None; they come `with_latest()`. One query, none without prices.

    All lines end on the day of the newest price among them, so that they can be compared by eye.
    """
    instruments = list(instruments)
    days = [local(each.latest.quoted_at).date() for each in instruments if each.latest]
    if days:
        first = max(days) - timedelta(days=DAYS - 1)
        prefetch_related_objects(instruments, days_since(first))
    for each in instruments:
        each.sparkline = _of(each, first) if days else None
    return instruments


def _of(instrument, first):
    points = [(day.day, day.close) for day in instrument.recent_days if day.close is not None]
    # Holidays are not asked for: at this size a gap at Tết does no harm.
    return trace(points, first, joined(instrument, Step.DAY, set()))


def trace(points: list[Point], first: date, may_join) -> Sparkline | None:
    """The line of points on the thirty days from `first`; None where there are not two to join."""
    found = runs(points, may_join)
    if all(len(run) < 2 for run in found):
        return None
    values = [value for _day, value in points]
    low, high = min(values), max(values)

    def place(point):
        x = _EDGE + (WIDTH - 2 * _EDGE) * (point[0] - first).days / (DAYS - 1)
        height = float((point[1] - low) / (high - low)) if high > low else 0.5
        return f"{x:.1f}", f"{HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * height:.1f}"

    path = "".join(subpath([place(point) for point in run]) for run in found)
    return Sparkline(path, *place(points[-1]))
