"""The demo's invented prices pass through intake like any other."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from markets.intake import Entry, record_sheet
from newsroom.desk.demo.prices import GROUPS, INSTRUMENTS, SOURCE, daily_quotes
from tests.factories.markets import InstrumentFactory

UNTIL = date(2026, 11, 20)


def reference(quote):
    return quote.sell or quote.price


def test_demo_has_twelve_instruments_in_its_five_groups():
    assert len(INSTRUMENTS) == 12
    assert {instrument.group for instrument in INSTRUMENTS.values()} == set(GROUPS)
    assert len(GROUPS) == 5


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_daily_quotes_give_one_plausible_quote_a_day(key):
    instrument = INSTRUMENTS[key]

    quotes = list(daily_quotes(key, 90, until=UNTIL))

    assert [quote.quoted_at.date() for quote in quotes] == [UNTIL - timedelta(days=n) for n in reversed(range(90))]
    assert all(abs(reference(quote) - instrument.base) <= instrument.base * 0.4 for quote in quotes)
    assert len({reference(quote) for quote in quotes}) > 1
    assert all((quote.buy is None) == (instrument.kind == "single") for quote in quotes)
    assert all(quote.buy < quote.sell for quote in quotes if quote.buy is not None)


def test_daily_quotes_tell_the_same_past_whenever_they_are_asked():
    yesterday = list(daily_quotes("usd", 90, until=UNTIL - timedelta(days=1)))

    assert list(daily_quotes("usd", 90, until=UNTIL))[:-1] == yesterday[1:]


def test_petrol_moves_on_thursdays_only():
    quotes = list(daily_quotes("xang-ron-95", 90, until=UNTIL))

    moved = {after.quoted_at.weekday() for before, after in pairwise(quotes) if after.price != before.price}
    assert moved == {3}


@pytest.mark.django_db
@pytest.mark.parametrize("key", INSTRUMENTS)
def test_daily_quotes_are_taken_by_intake(key):
    demo = INSTRUMENTS[key]
    instrument = InstrumentFactory(
        name=demo.name,
        kind=demo.kind,
        unit=demo.unit,
        decimals=demo.decimals,
        plausible_low=demo.base / 2,
        plausible_high=demo.base * 2,
    )
    entries = [Entry(instrument, SOURCE, **vars(quote)) for quote in daily_quotes(key, 90, until=UNTIL)]

    receipt = record_sheet(entries, by=None)

    # Invented prices jump more than real ones; few enough that the rules are no nuisance.
    assert len(receipt.quotes) + len(receipt.held) == 90
    assert len(receipt.held) <= 6
