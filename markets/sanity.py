"""Does a price look right? Pure: a price and what is known of its instrument in, findings out.

Nothing here knows the truth. A price that differs from what is known by a factor of CAP or more is always found, so a
value that is off by a power of ten never passes; below that, the instrument's own recent moves say what is unusual.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from statistics import median

from markets import units

CAP = 1.5
"""A factor. No instrument is so restless that a price half as high again passes unseen."""
SPREAD = Decimal("1.5")
"""No shop asks so many times what it pays."""
_UTMOST = math.log(CAP) * 0.999
_FLOOR = 0.025
_UNKNOWN = 0.15
_SIGMAS = 5
_LEAST_MOVES = 5
_LONGEST_GAP = 9  # days: over Tết
_LEAST_SISTERS = 2
_POWERS = [power for power in range(-6, 7) if power]
_BACKWARDS = 1  # day


@dataclass(frozen=True)
class Finding:
    """One reason to doubt: `code` says which, `facts` are numbers and words for the sentence, as JSON keeps them.

    `column` names the doubtful amount where it is one; `suggested` what it likely means, `unit` the unit that was
    likely read wrong.
    """

    code: str
    column: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    suggested: Decimal | None = None

    def kept(self) -> dict:
        """As a held price keeps it."""
        suggested = None if self.suggested is None else str(self.suggested)
        return {"code": self.code, "field": self.column, "facts": dict(self.facts), "suggested": suggested}


@dataclass(frozen=True)
class Point:
    """What was known of a price at a moment."""

    at: datetime
    values: Mapping[str, Decimal]
    """Amounts by field of Quote, missing ones left out."""
    reference: Decimal | None


@dataclass
class History:
    """What is known of one instrument around the time of a price: points oldest first, and the rules it lives by."""

    points: list[Point] = field(default_factory=list)
    unit: units.Unit | None = None
    decimals: int = 0
    plausible: tuple[Decimal, Decimal] | None = None
    closed: frozenset[date] = frozenset()
    """Days without trading among those that may be asked for."""

    def add(self, point: Point) -> None:
        """Know one more point, as if it had always been known."""
        self.points.insert(bisect_right(self.points, point.at, key=lambda known: known.at), point)

    def forget(self, at: datetime) -> None:
        """Know nothing of that moment: what is said of it is being corrected."""
        self.points = [point for point in self.points if point.at != at]

    def near(self, at: datetime) -> Point | None:
        """The last point up to `at`; where there is none the first after it."""
        place = bisect_right(self.points, at, key=lambda known: known.at)
        return self.points[max(place - 1, 0)] if self.points else None

    def moves(self, at: datetime) -> list[float]:
        """By how much each of the last thirty known prices differed from the one before, as logarithms per day."""
        known = [point for point in self.points if point.at <= at and point.reference][-31:]
        return [_move(old.reference, new.reference) / _root_of_days(old.at, new.at) for old, new in pairwise(known)]

    def move_since(self, since: datetime) -> float | None:
        """How far the price is from where it was at `since`; None where nothing was quoted after it, or before."""
        before = [point for point in self.points if point.at <= since and point.reference]
        after = [point for point in self.points if point.at > since and point.reference]
        return _move(before[-1].reference, after[-1].reference) if before and after else None


def examine(new: Point, history: History, sisters: Sequence[History] = (), *, is_feed: bool = False) -> list[Finding]:
    """Everything that makes the price `new` doubtful, beside `history` and its sisters; [] if fine."""
    return [
        *_order(new.values),
        *_spread(new.values),
        *(_against_known(new, history, sisters) if history.points else _first(new, history)),
        *_calendar(new, history),
        *(_backwards(new, history) if is_feed else ()),
    ]


def limit(history: History, old: datetime, new: datetime) -> float:
    """The move (a logarithm) between two moments beyond which a price of this instrument is unusual."""
    moves = history.moves(new)
    if len(moves) < _LEAST_MOVES:
        usual = _UNKNOWN
    else:
        usual = _SIGMAS * math.sqrt(sum(move * move for move in moves) / len(moves)) * _root_of_days(old, new)
    return min(max(usual, _FLOOR), _UTMOST)


# --- Within the price ----------------------------------------------------------------------------------------------


def _order(values) -> Iterator[Finding]:
    for lower, upper in (("buy", "sell"), ("low", "high")):
        if lower in values and upper in values and values[lower] > values[upper]:
            yield Finding("order", lower)


def _spread(values) -> Iterator[Finding]:
    for lower, upper in (("buy", "sell"), ("low", "high")):
        if lower in values and upper in values and values[upper] >= values[lower] * SPREAD:
            yield Finding("spread", lower, {"times": f"{values[upper] / values[lower]:.1f}"})


# --- Beside what is known ------------------------------------------------------------------------------------------


def _against_known(new, history, sisters):
    known = history.near(new.at)
    allowed = limit(history, known.at, new.at)
    for name, value in new.values.items():
        before = known.values.get(name, known.reference)
        if before is None:
            yield Finding("first", name)
            continue
        # A side that was not quoted last time is compared with the other, from which it may lie a little apart.
        yield from _one_value(name, value, before, allowed if name in known.values else _UTMOST, history)
    if new.reference and known.reference:
        yield from _beside_sisters(_move(known.reference, new.reference), allowed, known.at, sisters)


def _one_value(name, value, before, allowed, history):
    if value == before:
        return
    move = _move(before, value)
    if abs(move) <= allowed:
        return
    power = _power_of_ten(move)
    if power:
        yield _slip(name, value, power, history)
    else:
        yield Finding("jump", name, {"percent": f"{(value / before - 1) * 100:+.1f}", "before": str(before)})


def _power_of_ten(move) -> int | None:
    """The power of ten by which a value is off, where dividing by it leaves less than CAP."""
    return next((power for power in _POWERS if abs(move - power * math.log(10)) < math.log(CAP)), None)


def _slip(name, value, power, history):
    """A slip is told with the value that was likely meant and, where it explains it, the unit in which it was read."""
    factor = Fraction(10) ** power
    meant = (value * Decimal(10) ** -power).quantize(Decimal(1).scaleb(-history.decimals))
    unit = history.unit and units.misread(history.unit, factor)
    facts = {"times": str(Fraction(10) ** abs(power)), "way": "large" if power > 0 else "small"}
    return Finding("slip", name, facts | ({"unit": str(unit)} if unit else {}), meant)


def _beside_sisters(move, allowed, since, sisters):
    """A price that goes its own way, beyond what is usual for it, while those it belongs to go another."""
    theirs = [found for sister in sisters if (found := sister.move_since(since)) is not None]
    if len(theirs) < _LEAST_SISTERS or abs(move - median(theirs)) <= allowed:
        return
    facts = {"own": f"{math.expm1(move) * 100:+.1f}", "theirs": f"{math.expm1(median(theirs)) * 100:+.1f}"}
    yield Finding("apart", "", facts)


def _first(new, history):
    """A first price is only believed within bounds that somebody set."""
    for name, value in new.values.items():
        if history.plausible is None:
            yield Finding("first", name)
        elif not history.plausible[0] <= value <= history.plausible[1]:
            yield _implausible(name, value, history)


def _implausible(name, value, history):
    low, high = history.plausible
    move = _move((low + high) / 2, value)
    power = next((power for power in _POWERS if low <= value * Decimal(10) ** -power <= high), None)
    if power and abs(move) > math.log(CAP):
        return _slip(name, value, power, history)
    return Finding("implausible", name, {"low": str(low), "high": str(high)})


# --- Time ----------------------------------------------------------------------------------------------------------


def _calendar(new, history):
    """On a day without trading nothing moves; a price that does is an echo or a mistake."""
    known = history.near(new.at)
    if new.at.date() in history.closed and known and dict(known.values) != dict(new.values):
        yield Finding("closed_day")


def _backwards(new, history):
    """A feed tells of now. One that tells of the past has its day and month in another order than we think."""
    if history.points and (history.points[-1].at - new.at).total_seconds() > _BACKWARDS * 86_400:
        yield Finding("backwards")


def _move(old: Decimal, new: Decimal) -> float:
    return math.log(new / old)


def _root_of_days(old: datetime, new: datetime) -> float:
    days = abs((new - old).total_seconds()) / 86_400
    return math.sqrt(min(max(days, 1), _LONGEST_GAP))
