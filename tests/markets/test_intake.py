import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone

from markets.intake import Entry, Receipt, SheetError, record, record_sheet
from markets.models import Quote
from markets.signals import quotes_recorded
from tests.factories.markets import InstrumentFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
SOURCE = "Tiệm vàng thử nghiệm"


def entry(instrument=None, **values):
    values = values or {"buy": 148_000_000, "sell": 150_000_000}
    return Entry(**{"instrument": instrument or InstrumentFactory(), "source": SOURCE, "quoted_at": AT} | values)


def codes(error):
    """Field to the codes of its complaints."""
    return {field: [one.code for one in complaints] for field, complaints in error.value.error_dict.items()}


@pytest.fixture
def heard():
    """The lists of quotes that the signal told of."""
    told = []

    def hear(sender, quotes, **kwargs):
        told.append((sender, quotes))

    quotes_recorded.connect(hear)
    yield told
    quotes_recorded.disconnect(hear)


# --- What is recorded


def test_record_keeps_values_source_times_and_who(market_desk):
    instrument = InstrumentFactory()

    quote = record(
        instrument=instrument, by=market_desk, source=" SJC\u200b ", quoted_at=AT, buy=148_000_000, sell=150_000_000
    )

    kept = Quote.objects.get()
    assert kept == quote
    assert (kept.instrument, kept.buy, kept.sell, kept.price) == (instrument, 148_000_000, 150_000_000, None)
    assert (kept.source.name, kept.quoted_at, kept.entered_by) == ("SJC", AT, market_desk)
    assert quote.read_at == kept.read_at


def test_record_takes_one_side_of_a_pair(market_desk):
    quote = record(instrument=InstrumentFactory(), by=market_desk, source=SOURCE, quoted_at=AT, buy=148_000_000)

    assert (quote.buy, quote.sell) == (148_000_000, None)


def test_record_takes_decimals_that_the_instrument_has(market_desk):
    instrument = InstrumentFactory(single=True, decimals=2, plausible_low=1, plausible_high=2)

    quote = record(instrument=instrument, by=market_desk, source=SOURCE, quoted_at=AT, price=Decimal("1.25"))

    assert quote.price == Decimal("1.25")


def test_record_signs_a_feed_with_nobody():
    quote = record(instrument=InstrumentFactory(), by=None, source=SOURCE, quoted_at=AT, sell=150_000_000)

    assert quote.entered_by is None


def test_record_sheet_keeps_every_row_in_order(market_desk):
    gold, petrol = InstrumentFactory(), InstrumentFactory(single=True)

    receipt = record_sheet([entry(petrol, price=20_300), entry(gold)], by=market_desk)

    assert [quote.instrument for quote in receipt.quotes] == [petrol, gold]
    assert set(Quote.objects.all()) == set(receipt.quotes)
    assert receipt.held == []


def test_record_sheet_of_nothing_records_nothing(market_desk, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert record_sheet([], by=market_desk) == Receipt()

    assert heard == []


@pytest.mark.parametrize("count", [1, 3])
def test_record_sheet_takes_a_constant_number_of_queries(count, market_desk, django_assert_num_queries):
    entries = [entry() for _ in range(count)]
    market_desk.has_perm("markets.add_quote")  # cached from here on

    market_desk.has_perm("markets.decide_held")

    # savepoint, lock, source; taken times, held before; holidays, families, their days; savepoint, insert, release of
    # the rows; release
    with django_assert_num_queries(12):
        record_sheet(entries, by=market_desk)


# --- Who may


def test_record_needs_the_right(onlooker):
    for nobody in (onlooker, AnonymousUser()):
        with pytest.raises(PermissionDenied):
            record(instrument=InstrumentFactory(), by=nobody, source=SOURCE, quoted_at=AT, sell=150_000_000)

    assert Quote.objects.count() == 0


def test_record_refuses_an_account_that_was_closed(market_desk):
    market_desk.is_active = False

    with pytest.raises(PermissionDenied):
        record(instrument=InstrumentFactory(), by=market_desk, source=SOURCE, quoted_at=AT, sell=150_000_000)


# --- What is refused


@pytest.mark.parametrize(
    ("shape", "values", "expected"),
    [
        ({}, {"price": 5}, {"price": ["kind"], "sell": ["required"]}),
        ({}, {"buy": None}, {"sell": ["required"]}),
        ({}, {"buy": 3, "sell": 2}, {"buy": ["order"]}),
        ({}, {"buy": 0, "sell": 2}, {"buy": ["positive"]}),
        ({}, {"sell": -2}, {"sell": ["positive"]}),
        ({}, {"sell": Decimal("2.5")}, {"sell": ["decimals"]}),
        ({"decimals": 1}, {"sell": Decimal("2.25")}, {"sell": ["decimals"]}),
        ({"decimals": 2}, {"sell": Decimal("2.255")}, {"sell": ["max_decimal_places"]}),
        ({}, {"sell": 10**12}, {"sell": ["max_whole_digits"]}),
        ({}, {"sell": "nhiều"}, {"sell": ["invalid"]}),
        ({}, {"sell": Decimal("NaN")}, {"sell": ["invalid"]}),
        ({"single": True}, {"sell": 5}, {"sell": ["kind"], "price": ["required"]}),
        ({"single": True}, {"price": None}, {"price": ["required"]}),
        ({}, {"sell": 5, "source": " \u200b"}, {"source": ["blank"]}),
        ({}, {"sell": 5, "source": "a" * 121}, {"source": ["max_length"]}),
    ],
)
def test_record_refuses_by_field(shape, values, expected, market_desk):
    instrument = InstrumentFactory(**shape)

    with pytest.raises(ValidationError) as error:
        record(**{"instrument": instrument, "by": market_desk, "source": SOURCE, "quoted_at": AT} | values)

    assert codes(error) == expected
    assert Quote.objects.count() == 0


def test_record_allows_a_clock_that_runs_a_little_ahead_and_no_more(market_desk):
    instrument = InstrumentFactory()
    common = {"instrument": instrument, "by": market_desk, "source": SOURCE, "sell": 5}

    record(quoted_at=timezone.now() + timedelta(minutes=4), **common)
    with pytest.raises(ValidationError) as error:
        record(quoted_at=timezone.now() + timedelta(minutes=6), **common)

    assert codes(error) == {"quoted_at": ["future"]}


def test_record_refuses_a_second_price_for_the_same_time(market_desk):
    instrument = InstrumentFactory()
    common = {"instrument": instrument, "by": market_desk, "source": SOURCE, "quoted_at": AT}
    record(sell=150_000_000, **common)

    with pytest.raises(ValidationError) as error:
        record(sell=151_000_000, **common)

    assert codes(error) == {"quoted_at": ["unique"]}
    assert Quote.objects.get().sell == 150_000_000


def test_record_goes_by_the_kind_in_the_database_not_by_the_row_at_hand(market_desk):
    stale = InstrumentFactory()
    type(stale).objects.filter(pk=stale.pk).update(kind="single")

    with pytest.raises(ValidationError) as error:
        record(instrument=stale, by=market_desk, source=SOURCE, quoted_at=AT, sell=150_000_000)

    assert codes(error) == {"sell": ["kind"], "price": ["required"]}


def test_record_sheet_is_all_or_nothing_and_names_the_faulty_rows(market_desk):
    good, bad, worse = entry(), entry(buy=3, sell=2), entry(price=1)

    with pytest.raises(SheetError) as error:
        record_sheet([good, bad, worse], by=market_desk)

    assert {row: set(fault.error_dict) for row, fault in error.value.rows.items()} == {1: {"buy"}, 2: {"price", "sell"}}
    assert Quote.objects.count() == 0


def test_record_sheet_refuses_an_instrument_named_twice_for_one_time(market_desk):
    instrument = InstrumentFactory()

    with pytest.raises(SheetError) as error:
        record_sheet([entry(instrument), entry(instrument)], by=market_desk)

    assert list(error.value.rows) == [1]


# --- The signal


def test_signal_tells_of_one_sheet_once_after_commit(market_desk, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        quotes = record_sheet([entry(), entry()], by=market_desk).quotes
        assert heard == []
    for callback in callbacks:
        callback()

    assert heard == [(Quote, quotes)]


def test_signal_is_silent_when_the_sheet_is_refused(market_desk, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(SheetError):
        record_sheet([entry(), entry(sell=0)], by=market_desk)

    assert heard == []


# --- Two at once


@pytest.mark.django_db(transaction=True)
def test_the_same_price_recorded_twice_at_once_is_kept_once_and_the_other_is_told():
    instrument = InstrumentFactory()
    answers = []
    inserted, release = threading.Event(), threading.Event()

    def first():
        with transaction.atomic():
            record(instrument=instrument, by=None, source=SOURCE, quoted_at=AT, sell=150_000_000)
            inserted.set()
            release.wait(10)
        connection.close()

    def second():
        try:
            record(instrument=instrument, by=None, source=SOURCE, quoted_at=AT, sell=150_000_000)
        except ValidationError as error:
            answers.append({field: complaints[0].code for field, complaints in error.error_dict.items()})
        connection.close()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    assert inserted.wait(10)
    threads[1].start()
    threads[1].join(0.3)
    assert threads[1].is_alive()  # waits for the lock instead of running into the constraint
    release.set()
    for thread in threads:
        thread.join(10)

    assert answers == [{"quoted_at": "unique"}]
    assert Quote.objects.count() == 1
