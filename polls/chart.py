"""Ballots over time as bars, in numbers for an SVG. Pure: counts by the hour in, coordinates out.

Coordinates are whole numbers in a box as wide as there are bars, HEIGHT high, which the page stretches.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from polls.models import Standing

HEIGHT = 1000
HOUR = timedelta(hours=1)
# Hours to one bar, and up to how many days: some 340 bars at most, which a screen can show.
STEPS = ((1, 14), (6, 84), (24, 340), (168, 10**6))


@dataclass(frozen=True)
class Bar:
    """`x`, `top`, `height` of the counted ballots, and `other_top`, `other_height` of those above them, which wait or
    were discarded; `is_loud` where a burst falls into it.
    """

    x: int
    begins: datetime
    ends: datetime
    counted: int
    waiting: int
    discarded: int
    top: int
    height: int
    other_top: int
    other_height: int
    is_loud: bool


@dataclass(frozen=True)
class Chart:
    """`step` hours to a bar; `most` is what the full height stands for; `days` the places of midnights, where bars are
    hours.
    """

    bars: list[Bar]
    step: int
    most: int
    days: list[int]

    @property
    def view_box(self):
        return f"0 0 {len(self.bars)} {HEIGHT}"


def draw(hours, loud=()) -> Chart | None:
    """The chart of `hours`, {first moment of an hour: Counter of Standing}; None where there are none. `loud` are the
    hours to mark.
    """
    if not hours:
        return None
    step, begin, number = _grid(min(hours), max(hours))
    sums = [Counter() for _bar in range(number)]
    for hour, standings in hours.items():
        sums[(hour - begin) // (step * HOUR)] += standings
    most = max(one.total() for one in sums)
    marked = {(hour - begin) // (step * HOUR) for hour in loud}
    bars = [_bar(x, begin + x * step * HOUR, step, one, most, x in marked) for x, one in enumerate(sums)]
    days = [bar.x for bar in bars if bar.x and bar.begins.hour == 0] if step == 1 else []
    return Chart(bars, step, most, days)


def _grid(first, last):
    """Hours to a bar, the first bar's beginning, and how many there are; longer bars begin at midnight."""
    step = next(hours for hours, days in STEPS if last - first < timedelta(days=days))
    begin = first if step == 1 else first.replace(hour=0)
    return step, begin, (last - begin) // (step * HOUR) + 1


def _bar(x, begins, step, standings, most, is_loud):
    counted, total = standings[Standing.COUNTED], standings.total()
    height, full = (HEIGHT * number // most for number in (counted, total))
    return Bar(
        x, begins, begins + step * HOUR, counted, standings[Standing.PENDING], standings[Standing.DISCARDED],
        HEIGHT - height, height, HEIGHT - full, full - height, is_loud,
    )  # fmt: skip
