from datetime import UTC, date, datetime, timedelta

import pytest

from markets.comparison import compare
from markets.models import Instrument
from markets.periods import RANGES, Step
from tests.factories.markets import InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def priced(*prices, unit="đồng/lít"):
    """An instrument with one price a day, the newest on the day of AT; None leaves the day out."""
    instrument = InstrumentFactory(single=True, unit=unit)
    for back, price in enumerate(reversed(prices)):
        if price is not None:
            QuoteFactory(single=True, instrument=instrument, price=price, quoted_at=AT - timedelta(days=back))
    return instrument


def compared(one, other, key=""):
    found = Instrument.objects.with_latest().in_bulk([one.pk, other.pk])
    return compare(found[one.pk], found[other.pk], RANGES[key])


def test_prices_in_one_unit_stand_on_one_axis():
    comparison = compared(priced(20_000, 21_000), priced(19_000, 19_500))

    assert (comparison.unit, comparison.base, comparison.compares) == ("đồng/lít", None, True)
    assert [row.drawn for row in comparison.rows] == [[20_000, 19_000], [21_000, 19_500]]
    assert [line.name for line in comparison.chart.lines] == ["first", "second"]


def test_prices_in_units_of_one_kind_are_converted_to_the_first():
    comparison = compared(priced(2_000_000, 2_100_000, unit="đồng/tạ"), priced(19_000, 19_500, unit="đồng/kg"))

    assert comparison.unit == "đồng/tạ"
    assert [row.drawn[1] for row in comparison.rows] == [1_900_000, 1_950_000]
    assert [row.prices[1] for row in comparison.rows] == [19_000, 19_500]


def test_prices_of_different_things_are_indexed_on_the_first_day_both_have():
    comparison = compared(priced(10, 20, 25, unit="đồng/kg"), priced(None, 100, 90, unit="đồng/USD"))

    assert (comparison.unit, comparison.base, comparison.compares) == (None, date(2026, 11, 19), False)
    assert [row.drawn for row in comparison.rows] == [[50, None], [100, 100], [125, 90]]


def test_prices_far_apart_in_one_unit_are_indexed_too():
    comparison = compared(priced(10, 11), priced(100, 99))

    assert (comparison.unit, comparison.compares) == (None, True)
    assert comparison.rows[-1].drawn == [110, 99]


def test_prices_three_times_apart_are_still_prices():
    assert compared(priced(10, 10), priced(30, 30)).unit == "đồng/lít"


def test_indexed_prices_without_a_common_day_are_not_compared():
    comparison = compared(priced(10, None, unit="đồng/kg"), priced(20, unit="đồng/USD"))

    assert (comparison.base, comparison.chart) == (None, None)
    assert [row.drawn for row in comparison.rows] == [[None, None], [None, None]]


def test_unreadable_unit_is_indexed():
    odd = priced(10, 11)
    Instrument.objects.filter(pk=odd.pk).update(unit="mớ")

    assert compared(odd, priced(10, 11)).base


def test_changes_are_told_of_each():
    changes = compared(priced(10, 11), priced(20, None)).changes

    assert [change and change.amount for change in changes] == [1, None]


def test_rows_of_long_ranges_are_weeks_and_months():
    one, other = priced(*[10] * 70), priced(*[12] * 70)

    assert compared(one, other).step is Step.DAY
    comparison = compared(one, other, "tat-ca")
    assert comparison.step is Step.WEEK
    assert len(comparison.rows) == 11
    assert all(row.x for row in comparison.rows)


@pytest.mark.parametrize("key", RANGES)
@pytest.mark.parametrize("count", [1, 3])
def test_compare_takes_three_queries(key, count, django_assert_num_queries):
    priced(*[10] * count), priced(*[12] * count)
    one, other = Instrument.objects.with_latest()

    with django_assert_num_queries(3):
        compare(one, other, RANGES[key])
