from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets.models import Instrument
from markets.sparkline import DAYS, HEIGHT, WIDTH, trace, with_sparklines
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.markets.test_chart import coordinates, next_day

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
FIRST = date(2026, 10, 22)


def quoted(instrument, *days):
    for back in days:
        QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(days=back))


def lined():
    return with_sparklines(Instrument.objects.with_latest())


def traced(*values):
    points = [(FIRST + timedelta(days=n), Decimal(value)) for n, value in enumerate(values) if value is not None]
    return trace(points, FIRST, next_day)


def test_trace_runs_from_the_first_day_and_ends_in_the_newest_point():
    line = traced(10, 30, 20)

    assert line.path == "M3.0 17.0L5.3 3.0L7.6 10.0"
    assert (line.end_x, line.end_y) == ("7.6", "10.0")


def test_trace_breaks_at_a_gap():
    assert traced(10, 20, None, 30).path.count("M") == 2


@pytest.mark.parametrize("values", [(), (10,), (10, None, 20)])
def test_trace_of_no_two_days_to_join_is_nothing(values):
    assert traced(*values) is None


@given(st.lists(st.none() | st.integers(1, 10**9), max_size=DAYS))
def test_trace_stays_on_its_canvas(values):
    line = traced(*values)

    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in coordinates(line.path if line else ""))


@pytest.mark.django_db
def test_lines_of_all_instruments_end_on_the_newest_day_of_all():
    quoted(InstrumentFactory(), 0, 1)
    quoted(InstrumentFactory(), 2, 3)

    assert [each.sparkline.end_x for each in lined()] == ["69.0", "64.4"]


@pytest.mark.django_db
def test_lines_leave_out_what_is_older_than_thirty_days():
    quoted(InstrumentFactory(), 0, 1, 30, 31)

    assert lined()[0].sparkline.path.count("M") == 1


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_lines_take_one_query_beside_that_of_the_instruments(count, django_assert_num_queries):
    for instrument in InstrumentFactory.create_batch(count):
        quoted(instrument, 0, 1)

    with django_assert_num_queries(2):
        lined()


@pytest.mark.django_db
def test_lines_without_any_price_are_none_and_take_no_query(django_assert_num_queries):
    InstrumentFactory()

    with django_assert_num_queries(1):
        assert [each.sparkline for each in lined()] == [None]
