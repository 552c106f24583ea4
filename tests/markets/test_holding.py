"""What intake holds, what it lets pass, and who may overrule it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markets.intake import Entry, SheetError, record, record_sheet
from markets.models import Channel, Held, Quote
from tests.factories.markets import GroupFactory, HolidayFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def entry(instrument, sell, **facts):
    return {"instrument": instrument, "source": "Cửa hàng A", "quoted_at": timezone.now(), "sell": sell} | facts


def codes(held):
    return [finding["code"] for finding in held.findings]


def test_a_slip_by_hand_is_held_and_readers_never_see_it(market_desk):
    instrument = QuoteFactory().instrument

    held = record(by=market_desk, **entry(instrument, 15_000_000))

    assert (codes(held), held.entered_by, held.channel) == (["slip"], market_desk, Channel.HAND)
    assert Quote.objects.count() == 1
    assert instrument.latest.sell == 150_000_000


def test_confirmed_a_doubt_yields_to_those_who_may_decide(market_desk, judge):
    instrument = QuoteFactory().instrument

    assert isinstance(record(by=market_desk, **entry(instrument, 15_000_000, confirmed=True)), Held)
    assert isinstance(record(by=judge, **entry(instrument, 15_000_000, confirmed=True)), Quote)


@pytest.mark.parametrize("channel", [Channel.FEED, Channel.FILE, Channel.API])
def test_what_breaks_a_rule_is_held_where_nobody_types(channel):
    instrument = QuoteFactory().instrument
    good = Entry(**entry(InstrumentFactory(), 150_000_000))
    bad = Entry(**entry(instrument, 150_000_000, buy=151_000_000, raw="151 / 150"))
    future = Entry(**entry(instrument, 150_000_000, quoted_at=timezone.now() + timedelta(days=1)))
    huge = Entry(**entry(instrument, Decimal(10) ** 14, quoted_at=timezone.now() - timedelta(minutes=1)))

    receipt = record_sheet([good, bad, future, huge], by=None, channel=channel)

    assert len(receipt.quotes) == 1
    assert [codes(held)[0] for held in sorted(receipt.held, key=lambda held: held.quoted_at)] == [
        "rule",
        "order",
        "rule",
    ]
    assert Held.objects.get(raw="151 / 150").buy == 151_000_000


def test_no_way_in_does_without_a_source():
    with pytest.raises(SheetError):
        record_sheet([Entry(**entry(InstrumentFactory(), 150_000_000, source=""))], by=None, channel=Channel.FILE)


def test_the_rows_of_one_sheet_are_judged_in_the_order_of_their_time():
    instrument = InstrumentFactory()
    now = timezone.now()
    sells = [150_000_000 + 3_000_000 * step for step in range(20)]
    entries = [
        Entry(**entry(instrument, sell, quoted_at=now - timedelta(days=20 - place))) for place, sell in enumerate(sells)
    ]

    receipt = record_sheet(reversed(entries), by=None)

    assert receipt.held == []
    assert [quote.sell for quote in receipt.quotes] == sells[::-1]


def test_a_holiday_is_a_row(market_desk):
    HolidayFactory()
    instrument = InstrumentFactory(calendar="weekdays")
    QuoteFactory(instrument=instrument, quoted_at=timezone.now() - timedelta(days=2))

    assert "closed_day" in codes(record(by=market_desk, **entry(instrument, 150_500_000)))


def test_sisters_are_of_one_family():
    now = timezone.now()
    family = InstrumentFactory.create_batch(4, family="SJC", group=GroupFactory())
    for instrument in family:
        for days in range(8, 0, -1):
            QuoteFactory(
                instrument=instrument, quoted_at=now - timedelta(days=days), sell=150_000_000 + days % 2 * 100_000
            )
    for instrument in family[1:]:
        QuoteFactory(instrument=instrument, quoted_at=now - timedelta(hours=1), sell=153_000_000)

    held = record(by=None, **entry(family[0], 147_500_000))

    assert codes(held) == ["apart"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sell=st.integers(60_000_000, 390_000_000),
    power=st.sampled_from([-3, -2, -1, 1, 2, 3]),
    has_history=st.booleans(),
)
def test_no_price_off_by_a_power_of_ten_is_recorded(sell, power, has_history):
    instrument = InstrumentFactory(decimals=2)
    if has_history:
        QuoteFactory(instrument=instrument, buy=None, sell=sell)
    slipped = (Decimal(sell) * Decimal(10) ** power).quantize(Decimal("0.01"))

    assert isinstance(record(by=None, channel=Channel.FEED, **entry(instrument, slipped)), Held)
