from datetime import date, timedelta

import pytest

from markets.periods import RANGES, Step, step_between

LAST = date(2026, 11, 22)  # a Sunday


def test_ranges_stand_at_four_addresses():
    assert {key: each.days for key, each in RANGES.items()} == {"7-ngay": 7, "": 30, "1-nam": 365, "tat-ca": None}


@pytest.mark.parametrize(
    ("key", "known", "first"),
    [
        ("7-ngay", date(2020, 1, 1), date(2026, 11, 16)),
        ("", date(2020, 1, 1), date(2026, 10, 24)),
        ("", date(2026, 11, 1), date(2026, 11, 1)),
        ("1-nam", date(2020, 1, 1), date(2025, 11, 23)),
        ("tat-ca", date(2020, 1, 1), date(2020, 1, 1)),
    ],
)
def test_range_begins_where_prices_do(key, known, first):
    assert RANGES[key].first_day(LAST, known) == first


@pytest.mark.parametrize(
    ("days", "step"), [(1, Step.DAY), (62, Step.DAY), (63, Step.WEEK), (800, Step.WEEK), (801, Step.MONTH)]
)
def test_longer_ranges_are_told_in_longer_steps(days, step):
    assert step_between(LAST - timedelta(days=days - 1), LAST) is step


@pytest.mark.parametrize(
    ("step", "first"), [(Step.DAY, LAST), (Step.WEEK, date(2026, 11, 16)), (Step.MONTH, date(2026, 11, 1))]
)
def test_step_begins_on_its_first_day(step, first):
    assert step.first_day(LAST) == first


@pytest.mark.parametrize(
    ("step", "earlier", "follows"),
    [
        (Step.DAY, LAST - timedelta(days=1), True),
        (Step.DAY, LAST - timedelta(days=2), False),
        (Step.WEEK, LAST - timedelta(days=13), True),
        (Step.WEEK, LAST - timedelta(days=14), False),
        (Step.MONTH, date(2026, 10, 1), True),
        (Step.MONTH, date(2026, 9, 30), False),
        (Step.MONTH, date(2025, 11, 30), False),
    ],
)
def test_step_follows_the_one_before(step, earlier, follows):
    assert step.follows(earlier, LAST) is follows
