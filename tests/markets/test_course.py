from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from markets.course import joined, load
from markets.models import Instrument
from markets.periods import RANGES, Step
from tests.factories.markets import HolidayFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # a Friday
LAST = date(2026, 11, 20)


def quoted(instrument, *sells, every=1, **facts):
    """One quote every so many days, the first on the day of AT; None leaves the day out."""
    return [
        QuoteFactory(instrument=instrument, sell=sell, quoted_at=AT - timedelta(days=n * every), **facts)
        for n, sell in enumerate(sells)
        if sell is not None
    ]


def course_of(instrument, key=""):
    return load(Instrument.objects.with_latest().get(pk=instrument.pk), RANGES[key])


def corrected(quote, **facts):
    return QuoteFactory(
        instrument=quote.instrument, corrects=quote, quoted_at=quote.quoted_at, **{"why": "Gõ nhầm"} | facts
    )


def test_load_without_a_price_is_nothing():
    assert course_of(InstrumentFactory()) is None


def test_load_of_days_has_a_row_for_each_with_its_last_quote():
    instrument = InstrumentFactory()
    quoted(instrument, 150_000_000, None, 149_000_000)
    QuoteFactory(instrument=instrument, sell=151_000_000, quoted_at=AT + timedelta(hours=1))
    quoted(instrument, *[None] * 30, 199_000_000)

    course = course_of(instrument)

    assert course.step is Step.DAY
    assert [(row.day.day, row.close) for row in course.rows] == [(18, 149_000_000), (20, 151_000_000)]
    assert course.rows[-1].last.buy == 148_000_000
    assert (course.first, course.last) == (date(2026, 10, 22), LAST)


def test_load_begins_with_the_first_price_there_is():
    instrument = InstrumentFactory()
    quoted(instrument, 150_000_000, 149_000_000)

    assert course_of(instrument, "tat-ca").first == course_of(instrument, "1-nam").first == date(2026, 11, 19)


def test_load_of_a_year_has_a_row_a_week_with_the_extremes_of_its_days():
    instrument = InstrumentFactory()
    quoted(instrument, 150, 152, 149, 151, 140, *[145] * 64, buy=100)

    course = course_of(instrument, "1-nam")

    assert course.step is Step.WEEK
    newest = course.rows[-1]
    assert (newest.day, newest.close, newest.low, newest.high) == (LAST, 150, 140, 152)
    assert [row.day for row in course.rows[-3:-1]] == [date(2026, 11, 8), date(2026, 11, 15)]
    assert len(course.rows) == 11


def test_load_of_many_years_has_a_row_a_month():
    instrument = InstrumentFactory()
    quoted(instrument, *range(200, 260), every=15, buy=100)

    course = course_of(instrument, "tat-ca")

    assert course.step is Step.MONTH
    assert [(row.day, row.close, row.low, row.high) for row in course.rows[-2:]] == [
        (date(2026, 10, 21), 202, 202, 203),
        (date(2026, 11, 20), 200, 200, 201),
    ]
    assert len(course.rows) == 30


def test_course_knows_highest_and_lowest_with_their_days_and_the_change():
    instrument = InstrumentFactory()
    quoted(instrument, 150, 160, 140, 155, 145, buy=100)

    course = course_of(instrument)

    assert (course.highest.day.day, course.highest.high) == (19, 160)
    assert (course.lowest.day.day, course.lowest.low) == (18, 140)
    assert (course.opening.day.day, course.change.amount) == (16, 5)


def test_course_of_the_same_extreme_twice_names_the_later_day():
    instrument = InstrumentFactory()
    quoted(instrument, 150, 160, 150, 160, buy=100)

    course = course_of(instrument)

    assert (course.highest.day.day, course.lowest.day.day) == (19, 20)


def test_course_of_one_day_has_no_change():
    instrument = InstrumentFactory()
    quoted(instrument, 150, buy=100)

    assert course_of(instrument).change is None


def test_course_of_buying_prices_only_draws_them_and_invents_no_extreme():
    instrument = InstrumentFactory()
    QuoteFactory(instrument=instrument, sell=None, quoted_at=AT)

    course = course_of(instrument)

    assert (course.highest, course.lowest, course.change) == (None, None, None)
    assert [line.name for line in course.chart.lines] == ["buy"]
    assert course.rows[0].x


def test_corrected_price_is_marked_with_what_stood_before():
    instrument = InstrumentFactory()
    wrong = quoted(instrument, 150, 149, buy=100)[1]
    corrected(wrong, buy=100, sell=148)

    course = course_of(instrument)

    [row, _newest] = course.rows
    assert (row.close, [quote.corrects.sell for quote in row.corrections]) == (148, [149])
    assert course.corrections == row.corrections


def test_price_taken_back_keeps_an_empty_row():
    instrument = InstrumentFactory()
    wrong = quoted(instrument, 150, 149, 148, buy=100)[1]
    corrected(wrong, buy=None, sell=None)

    course = course_of(instrument)

    row = course.rows[1]
    assert (row.day.day, row.last, row.close, row.x) == (19, None, None, "")
    assert row.corrections[0].is_void


def test_price_taken_back_after_the_latest_is_told_too():
    instrument = InstrumentFactory()
    wrong = quoted(instrument, 150, 149, buy=100)[0]
    corrected(wrong, buy=None, sell=None)

    assert [row.day.day for row in course_of(instrument).rows] == [19, 20]


def test_corrections_before_the_range_are_left_out():
    instrument = InstrumentFactory()
    quotes = quoted(instrument, 150, *[149] * 8, buy=100)
    corrected(quotes[7], buy=100, sell=148)

    assert course_of(instrument, "7-ngay").corrections == []
    assert len(course_of(instrument).corrections) == 1


def test_lines_of_a_pair_by_day_are_selling_and_buying():
    instrument = InstrumentFactory()
    quoted(instrument, 150, 149, buy=100)

    course = course_of(instrument)

    assert [line.name for line in course.chart.lines] == ["sell", "buy"]
    assert course.chart.band == ""


def test_range_has_a_band_between_its_ends():
    instrument = InstrumentFactory(spread=True)
    for days in (0, 1):
        QuoteFactory(spread=True, instrument=instrument, quoted_at=AT - timedelta(days=days))

    course = course_of(instrument)

    assert course.chart.band.count("Z") == 1
    assert course.rows[0].close == Decimal(61_000)


def test_rows_know_their_place_on_the_chart():
    instrument = InstrumentFactory()
    quoted(instrument, 150, 149, buy=100)

    rows = course_of(instrument).rows

    assert [row.x for row in rows] == ["22.0", "536.0"]
    assert float(rows[0].y) > float(rows[1].y)


@pytest.mark.parametrize("key", RANGES)
@pytest.mark.parametrize("count", [1, 3])
def test_load_takes_five_queries(key, count, django_assert_num_queries):
    instrument = InstrumentFactory()
    for quote in quoted(instrument, *range(150, 150 + count), every=40, buy=100):
        corrected(quote, buy=100, sell=170)
    instrument = Instrument.objects.with_latest().get()

    with django_assert_num_queries(5):
        course = load(instrument, RANGES[key])
        assert [str(quote.in_words) for quote in course.corrections]
        assert [row.last.in_words for row in course.rows]


@pytest.mark.parametrize(
    ("facts", "days", "is_joined"),
    [
        ({"stale_after": 36}, 1, True),
        ({"stale_after": 36}, 2, False),
        ({"stale_after": 10}, 1, True),
        ({"stale_after": 8 * 24}, 7, True),
        ({"stale_after": 36, "calendar": "weekdays"}, 3, True),
        ({"stale_after": 36, "calendar": "weekdays"}, 4, False),
    ],
)
def test_days_are_joined_as_long_as_a_price_holds(facts, days, is_joined):
    friday = LAST
    rule = joined(InstrumentFactory.build(**facts), Step.DAY, set())

    assert rule(friday, friday + timedelta(days=days)) is is_joined


def test_holidays_do_not_break_the_line():
    instrument = InstrumentFactory(calendar="weekdays", stale_after=36)
    quoted(instrument, 150, None, 149, buy=100)
    assert course_of(instrument).chart.lines[0].path.count("M") == 2

    HolidayFactory(day=date(2026, 11, 19))

    assert course_of(instrument).chart.lines[0].path.count("M") == 1
