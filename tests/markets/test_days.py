"""Days and present prices are what the standing quotes come to, whatever came in which order."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markets.models import Day, Quote, Standing
from markets.periods import Step
from markets.triggers import keep_days
from newsroom.text.vietnamese import local
from tests.factories.markets import InstrumentFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)  # an hour before midnight at the paper


def recomputed(instrument):
    """From the quotes alone, in Python: what every day comes to."""
    corrected = {quote.corrects_id for quote in instrument.quotes.all()}
    quotes = sorted(instrument.quotes.all(), key=lambda quote: (quote.quoted_at, quote.pk))
    days = {}
    for quote in quotes:
        if quote.pk not in corrected and not quote.is_void:
            days.setdefault(local(quote.quoted_at).date(), []).append(quote)
    return {day: _summed(quotes) for day, quotes in days.items()}


def _summed(quotes):
    references = [quote.reference for quote in quotes if quote.reference is not None]
    tops = [quote.high if quote.high is not None else quote.reference for quote in quotes]
    bottoms = [quote.low if quote.low is not None else quote.reference for quote in quotes]
    return (
        references[0] if references else None,
        max((top for top in tops if top is not None), default=None),
        min((bottom for bottom in bottoms if bottom is not None), default=None),
        references[-1] if references else None,
        len(quotes),
        quotes[-1].pk,
    )


def kept(instrument):
    rows = Day.objects.filter(instrument=instrument)
    return {row.day: (row.open, row.high, row.low, row.close, row.count, row.last_id) for row in rows}


def assert_exact(instrument):
    days = recomputed(instrument)
    assert kept(instrument) == days
    newest = [days[day][-1] for day in sorted(days, reverse=True)[:2]] + [None, None]
    standing = Standing.objects.filter(instrument=instrument).values_list("latest_id", "previous_id").first()
    assert standing == (tuple(newest[:2]) if days else None)


AMOUNTS = st.one_of(
    st.tuples(st.just("pair"), st.integers(1, 500), st.integers(0, 500)),
    st.tuples(st.just("buy"), st.integers(1, 500), st.just(0)),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["new", "new", "new", "correct", "void", "batch"]), st.integers(0, 40), AMOUNTS),
    min_size=1,
    max_size=25,
)


def _values(amounts):
    kind, low, more = amounts
    return {"buy": Decimal(low), "sell": None if kind == "buy" else Decimal(low + more)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_days_are_exact_after_any_sequence(steps):
    with transaction.atomic():
        instrument, source = InstrumentFactory(), SourceFactory()
        for number, (what, place, amounts) in enumerate(steps):
            _take(what, place, amounts, instrument, source, number)
            assert_exact(instrument)
        transaction.set_rollback(True)


def _take(what, place, amounts, instrument, source, number):
    def quote(at, **facts):
        return Quote(instrument=instrument, source=source, quoted_at=at, **facts)

    standing = list(Quote.objects.filter(instrument=instrument, correction=None).order_by("pk"))
    at = START + timedelta(hours=3 * place, seconds=number)
    if what == "batch":
        Quote.objects.bulk_create([quote(at + timedelta(hours=20 * n), **_values(amounts)) for n in range(3)])
    elif what == "new" or not standing:
        quote(at, **_values(amounts)).save()
    else:
        wrong = standing[place % len(standing)]
        values = {} if what == "void" else _values(amounts)
        quote(wrong.quoted_at, corrects=wrong, **values).save()


def test_a_range_reaches_from_its_lowest_to_its_highest_and_closes_in_the_middle():
    quote = QuoteFactory(spread=True, low=60_000, high=62_001, quoted_at=START)

    day = Day.objects.get()
    assert (day.open, day.high, day.low, day.close) == (Decimal("61000.5"), 62_001, 60_000, Decimal("61000.5"))
    assert quote.instrument.latest.reference == Decimal("61000.5")


def test_a_day_whose_only_quote_was_taken_back_is_gone():
    wrong = QuoteFactory(quoted_at=START)
    QuoteFactory(instrument=wrong.instrument, quoted_at=START, corrects=wrong, buy=None, sell=None)

    assert not Day.objects.exists()
    assert not Standing.objects.exists()


@pytest.mark.parametrize("change", ["time", "instrument"])
def test_a_correction_of_another_time_or_instrument_is_refused(change):
    wrong = QuoteFactory(quoted_at=START)
    instrument = InstrumentFactory() if change == "instrument" else wrong.instrument
    at = START + timedelta(hours=1) if change == "time" else START

    with pytest.raises(IntegrityError), transaction.atomic():
        QuoteFactory(instrument=instrument, quoted_at=at, corrects=wrong)


def test_a_quote_is_corrected_once_and_the_correction_again():
    wrong = QuoteFactory(quoted_at=START, sell=149_000_000)
    better = QuoteFactory(instrument=wrong.instrument, quoted_at=START, corrects=wrong, sell=151_000_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        QuoteFactory(instrument=wrong.instrument, quoted_at=START, corrects=wrong)
    QuoteFactory(instrument=wrong.instrument, quoted_at=START, corrects=better, sell=152_000_000)

    assert Day.objects.get().close == 152_000_000
    assert [quote.sell for quote in Quote.objects.standing()] == [152_000_000]


def test_days_can_be_taken_away_and_kept_again():
    quote = QuoteFactory(quoted_at=START)
    operation = keep_days()
    with connection.schema_editor() as editor:
        operation.database_backwards("markets", editor, None, None)
    Day.objects.all().delete()
    Standing.objects.all().delete()
    with connection.schema_editor() as editor:
        operation.database_forwards("markets", editor, None, None)

    assert_exact(quote.instrument)


def test_days_by_step_keep_the_last_of_each_with_the_extremes_of_its_own_instrument():
    gold, silver = InstrumentFactory.create_batch(2)
    monday = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
    for instrument, sells in ((gold, (150, 170, 160)), (silver, (20, 10, 15))):
        for days, sell in enumerate(sells):
            QuoteFactory(instrument=instrument, buy=5, sell=sell, quoted_at=monday + timedelta(days=days))
    QuoteFactory(instrument=gold, buy=5, sell=155, quoted_at=monday + timedelta(days=7))

    rows = Day.objects.by(Step.WEEK)

    assert [(row.instrument, row.span.day, row.close, row.bottom, row.top) for row in rows] == [
        (gold, 16, 160, 150, 170),
        (gold, 23, 155, 155, 155),
        (silver, 16, 15, 10, 20),
    ]
