"""How the price of one instrument went over a range: rows, extremes, change, corrections, and the chart of them."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Prefetch, Value
from django.utils import timezone

from markets.change import Change, change
from markets.chart import Chart, Line, draw
from markets.history import is_closed
from markets.models import Day, Instrument, Quote
from markets.periods import RANGES, Range, Step, step_between
from markets.stale import holidays_since
from newsroom.text.vietnamese import local


@dataclass
class Row:
    """One step of the range: its last day that has a price with the last quote of that day, the extremes of all its
    days, and the corrections of its prices. `last` is None where every price was taken back; `x`, `y` is the place
    of its point on the chart, empty where it has none.
    """

    day: date
    last: Quote | None = None
    close: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    corrections: list[Quote] = field(default_factory=list)
    x: str = ""
    y: str = ""


@dataclass
class Course:
    """An instrument over `range`, from `first` to `last` in steps; `rows` oldest first.

    `highest` and `lowest` are the days of the extremes, `opening` the first with a closing price; None where no
    price of the range has a value to compare. `corrections` are the quotes that correct others, newest first.
    """

    instrument: Instrument
    range: Range
    first: date
    last: date
    step: Step
    rows: list[Row]
    corrections: list[Quote]
    highest: Day | None
    lowest: Day | None
    opening: Day | None
    chart: Chart | None = None

    @property
    def is_by_day(self) -> bool:
        return self.step is Step.DAY

    @property
    def has_band(self) -> bool:
        """Whether the chart shows a lowest and a highest price for each row."""
        return self.instrument.is_range or not self.is_by_day

    @property
    def newest_first(self) -> list[Row]:
        return self.rows[::-1]

    @property
    def is_demo(self) -> bool:
        """Whether any of the prices was invented."""
        return any(row.last and row.last.source.is_demo for row in self.rows)

    @property
    def newest(self) -> Row | None:
        """The last row with a value."""
        return next((row for row in reversed(self.rows) if row.close is not None), None)

    @property
    def change(self) -> Change | None:
        """From the first closing price of the range to the newest; None on a single day."""
        if not self.opening or not self.newest or self.opening.day == self.newest.day:
            return None
        return change(self.newest.close, self.opening.close)


def load(instrument: Instrument, shown: Range) -> Course | None:
    """The course over a range, drawn. None without any price. Five queries whatever the range; the instrument comes
    `with_latest()`.
    """
    if not instrument.latest:
        return None
    course = gather(instrument, shown, until=local(instrument.latest.quoted_at).date())
    course.chart = _drawn(course, holidays_since(course.first))
    for row in course.rows:
        row.x, row.y = course.chart.spots.get(row.day, ("", "")) if course.chart else ("", "")
    return course


def gather(instrument: Instrument, shown: Range, *, until: date) -> Course:
    """The course that ends on `until`, without its chart. Four queries; the instrument has a price."""
    marks = _marks(instrument, shown, until)
    first = shown.first_day(until, marks["known"].day)
    step = step_between(first, until)
    quotes = Quote.objects.select_related("source")
    days = instrument.days.between(first, until).by(step).prefetch_related(Prefetch("last", quotes))
    corrections = _corrections(instrument, first)
    rows = _rows(instrument, days, corrections, step)
    facts = {name: marks.get(name) for name in ("highest", "lowest", "opening")}
    return Course(instrument, shown, first, until, step, rows, corrections, **facts)


def brief(instrument: Instrument, days: list[Day], holidays: set[date]) -> Course:
    """The last thirty days drawn, without corrections, from what was loaded for several instruments at once: days,
    oldest first, with their last quotes and sources, and the holidays since the first. No query.
    """
    shown, until = RANGES[""], local(instrument.latest.quoted_at).date()
    days = [each for each in days if each.day >= shown.first_day(until, date.min)]
    valued = [each for each in days if each.close is not None]
    course = Course(
        instrument, shown, days[0].day if days else until, until, Step.DAY,
        rows=[Row(each.day, each.last, each.close, each.high, each.low) for each in days],
        corrections=[],
        highest=max(valued, key=lambda each: (each.high, each.day), default=None),
        lowest=min(valued, key=lambda each: each.low, default=None),
        opening=valued[0] if valued else None,
    )  # fmt: skip
    course.chart = _drawn(course, holidays)
    return course


def joined(instrument: Instrument, step: Step, holidays: set[date]) -> Callable[[date, date], bool]:
    """Says of two days with a price whether a line may run from one to the other: by day as long as the price holds by
    the instrument's own rule, days without trading not counted; otherwise from one week or month to the next.
    """

    def by_rule(earlier, later):
        between = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days)]
        missing = [day for day in between if not is_closed(instrument, day, holidays)]
        return (len(missing) + 1) * 24 <= max(instrument.stale_after, 24)

    return by_rule if step is Step.DAY else step.follows


def _marks(instrument, shown, until):
    """The first day that is known, and of the range those of the extremes and the first with a value. One query."""
    known = instrument.days.order_by("day").annotate(mark=Value("known"))
    since = until - timedelta(days=shown.days - 1) if shown.days else date.min
    valued = instrument.days.filter(day__range=(since, until), close__isnull=False)
    wanted = {"highest": ("-high", "-day"), "lowest": ("low", "-day"), "opening": ("day",)}
    parts = [valued.order_by(*order).annotate(mark=Value(name))[:1] for name, order in wanted.items()]
    return {day.mark: day for day in known[:1].union(*parts, all=True)}


def _corrections(instrument, first):
    """Of prices from `first` on; also of later ones than the latest that stands, which may all have been taken back."""
    since = datetime.combine(first, time.min, timezone.get_default_timezone())
    found = list(instrument.quotes.corrections().filter(quoted_at__gte=since))
    for quote in found:
        quote.instrument = quote.corrects.instrument = instrument
    return found


def _rows(instrument, days, corrections, step):
    rows = {}
    for each in days:
        each.last.instrument = instrument
        rows[each.span] = Row(each.day, each.last, each.close, each.top, each.bottom)
    for span, quotes in _by_span(corrections, step).items():
        rows.setdefault(span, Row(local(quotes[0].quoted_at).date())).corrections = quotes
    return [rows[span] for span in sorted(rows)]


def _by_span(corrections, step):
    spans = defaultdict(list)
    for quote in corrections:
        spans[step.first_day(local(quote.quoted_at).date())].append(quote)
    return spans


def _drawn(course, holidays):
    may_join = joined(course.instrument, course.step, holidays)
    return draw(_lines(course), first=course.first, last=course.last, joined=may_join, band=_band(course))


def _lines(course):
    """What readers are told of comes first; buying prices are drawn where a row is a day."""
    yield Line("sell", [(row.day, row.close) for row in course.rows if row.close is not None])
    if course.is_by_day and course.instrument.is_pair:
        yield Line("buy", [(row.day, row.last.buy) for row in course.rows if row.last and row.last.buy is not None])


def _band(course):
    """Between the extremes, where a row has two: ranges, weeks and months."""
    if not course.has_band:
        return []
    return [(row.day, row.low, row.high) for row in course.rows if row.low is not None]
