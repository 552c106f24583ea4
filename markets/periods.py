"""The stretches of time over which a price is shown, and the steps in which. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_LONGEST_BY_DAY, _LONGEST_BY_WEEK = 62, 800


class Step(StrEnum):
    """What one point of a chart and one row of its table stand for; the names are those of PostgreSQL's date_trunc."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def first_day(self, day: date) -> date:
        """The day on which the step that `day` belongs to begins; weeks begin on Monday."""
        if self is Step.MONTH:
            return day.replace(day=1)
        return day - timedelta(days=day.weekday()) if self is Step.WEEK else day

    def follows(self, earlier: date, later: date) -> bool:
        """Whether no step lies between those of the two days."""
        if self is Step.MONTH:
            return (later.year - earlier.year) * 12 + later.month - earlier.month <= 1
        return (self.first_day(later) - self.first_day(earlier)).days <= (7 if self is Step.WEEK else 1)


@dataclass(frozen=True)
class Range:
    """So many days that end on the day of the latest price; all of them where `days` is None.

    `key` is its word in addresses, empty for the range that an instrument's own address shows. `name` stands in the
    row of ranges, `phrase` in titles.
    """

    key: str
    days: int | None
    name: str | Promise
    phrase: str | Promise

    def first_day(self, last: date, known: date) -> date:
        """Where the range that ends on `last` begins; `known` is the first day that has a price at all."""
        return known if self.days is None else max(known, last - timedelta(days=self.days - 1))


RANGES = {
    each.key: each
    for each in (
        Range("7-ngay", 7, _("7 days"), _("the last 7 days")),
        Range("", 30, _("30 days"), _("the last 30 days")),
        Range("1-nam", 365, _("1 year"), _("the last year")),
        Range("tat-ca", None, _("All"), _("since the first price")),
    )
}


def step_between(first: date, last: date) -> Step:
    """The step that tells the time between two days in about a hundred rows at most, for twenty years."""
    days = (last - first).days + 1
    if days <= _LONGEST_BY_DAY:
        return Step.DAY
    return Step.WEEK if days <= _LONGEST_BY_WEEK else Step.MONTH
