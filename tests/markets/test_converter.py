from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from markets import converter, units
from markets.converter import ConversionError, convert
from markets.models import Instrument, Quote, Standing
from newsroom.text.vietnamese import format_datetime
from tests.factories.markets import InstrumentFactory, QuoteFactory

QUANTITIES = st.decimals(min_value=0, max_value=10**9, places=6)


def priced(unit="đồng/lượng", **values):
    """An instrument with a price, in no database."""
    kind = "pair" if {"buy", "sell"} & set(values) else "range" if "low" in values else "single"
    instrument = InstrumentFactory.build(unit=unit, kind=kind, name="Mặt hàng")
    instrument.standing = Standing(
        instrument=instrument, latest=Quote(instrument=instrument, **{k: Decimal(v) for k, v in values.items()})
    )
    return instrument


GOLD = {"buy": 147_500_000, "sell": 149_500_000}


def words(*asked, **quote):
    quantity, given_in, wanted, *side = asked
    return convert(Decimal(quantity), given_in, wanted, priced(**quote), *(side or ["sell"])).in_words


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("2", "lượng", "chỉ"), "2 lượng = 20 chỉ"),
        (("1", "lượng", "gram"), "1 lượng = 37,5 gram"),
        (("1", "gram", "chỉ"), "1 gram ≈ 0,2667 chỉ"),
        (("1.5", "tấn", "tạ"), "1,5 tấn = 15 tạ"),
        (("7", "chỉ", "chỉ"), "7 chỉ = 7 chỉ"),
    ],
)
def test_measures_of_one_kind_need_no_price(asked, expected):
    answer = convert(Decimal(asked[0]), *asked[1:], priced(**GOLD), "sell")

    assert answer.in_words == expected
    assert (answer.instrument, answer.by_quote) == (None, "")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("2", "chỉ", "đồng"), "2 chỉ = 29.900.000 đồng"),
        (("2", "chỉ", "đồng", "buy"), "2 chỉ = 29.500.000 đồng"),
        (("29900000", "đồng", "chỉ"), "29.900.000 đồng = 2 chỉ"),
        (("1000000", "đồng", "chỉ"), "1.000.000 đồng ≈ 0,0669 chỉ"),
        (("1", "gram", "đồng"), "1 gram ≈ 3.986.667 đồng"),
    ],
)
def test_gold_goes_by_the_price_of_the_side_asked_for(asked, expected):
    assert words(*asked, **GOLD) == expected


def test_dollars_go_both_ways():
    assert words("100", "USD", "đồng", unit="đồng/USD", buy=26_120, sell=26_430) == "100 USD = 2.643.000 đồng"
    assert words("2643000", "đồng", "USD", unit="đồng/USD", buy=26_120, sell=26_430) == "2.643.000 đồng = 100 USD"
    assert words("1000000", "đồng", "USD", unit="đồng/USD", buy=26_120, sell=26_430) == "1.000.000 đồng ≈ 37,84 USD"


def test_single_price_has_no_side():
    assert words("10", "lít", "đồng", "buy", unit="đồng/lít", price=19_520) == "10 lít = 195.200 đồng"
    assert words("1", "tạ", "đồng", unit="đồng/kg", price=61_500) == "1 tạ = 6.150.000 đồng"


def test_range_answers_with_a_range_lowest_first():
    assert words("2", "kg", "đồng", unit="đồng/kg", low=60_000, high=62_000) == "2 kg = 120.000–124.000 đồng"
    assert words("120000", "đồng", "kg", unit="đồng/kg", low=60_000, high=62_000) == "120.000 đồng ≈ 1,9355–2 kg"
    assert words("2", "kg", "đồng", unit="đồng/kg", low=60_000, high=60_000) == "2 kg = 120.000 đồng"


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        (("1", "lít", "đồng"), GOLD),
        (("1", "lượng", "USD"), GOLD),
        (("1", "lít", "kg"), GOLD),
        (("1", "USD", "EUR"), {"unit": "đồng/USD", "price": 26_000}),
        (("1", "lượng", "đồng", "buy"), {"sell": 149_500_000}),
    ],
)
def test_what_the_price_does_not_tell_is_refused(asked, quote):
    with pytest.raises(ConversionError):
        words(*asked, **quote)


def test_unit_that_cannot_be_read_converts_into_nothing():
    with pytest.raises(ConversionError):
        words("1", "kg", "đồng", unit="mớ", price=10)


@given(QUANTITIES, st.sampled_from(sorted(units.MEASURES)), st.sampled_from(sorted(units.MEASURES)))
def test_measures_are_exact_to_the_last_decimal_shown(quantity, given_in, wanted):
    if units.kind_of(given_in) != units.kind_of(wanted):
        return
    answer = convert(quantity, given_in, wanted, priced(**GOLD), "sell")

    exact = Fraction(quantity) * units.size_of(given_in) / units.size_of(wanted)
    assert abs(Fraction(answer.amounts[0]) - exact) <= Fraction(1, 20_000)
    assert answer.is_exact is (Fraction(answer.amounts[0]) == exact)


@given(QUANTITIES, st.decimals(min_value="0.01", max_value=10**9, places=2), st.sampled_from(["chỉ", "gram", "tấn"]))
def test_money_is_never_off_by_half_a_dong(quantity, price, measure):
    answer = convert(quantity, measure, "đồng", priced(price=price), "sell")

    exact = Fraction(quantity) * Fraction(price) * units.size_of(measure) / units.size_of("lượng")
    assert abs(Fraction(answer.amounts[0]) - exact) <= Fraction(1, 2)
    assert answer.amounts[0] == answer.amounts[0].to_integral_value(ROUND_HALF_UP)


@given(st.integers(1, 10**6), st.integers(1, 10**9))
def test_money_and_back_is_what_one_began_with(quantity, price):
    there = convert(Decimal(quantity), "lượng", "đồng", priced(price=price), "sell")
    back = convert(there.amounts[0], "đồng", "lượng", priced(price=price), "sell")

    assert back.amounts == (quantity,)
    assert back.is_exact


def test_things_are_the_measures_of_the_prices_at_hand_and_their_money():
    found = converter.things([priced(**GOLD), priced(unit="đồng/USD", price=26_000), priced(unit="mớ", price=1)])

    assert {kind: [thing.name for thing in things] for kind, things in found.items()} == {
        "money": ["đồng"],
        "mass": ["gram", "chỉ", "lượng", "ounce", "kg", "tạ", "tấn"],
        "USD": ["USD"],
    }


@pytest.mark.django_db
def test_quote_is_told_with_side_source_time_and_marks():
    quote = QuoteFactory(source__is_demo=True, **GOLD)
    instrument = Instrument.objects.with_latest().get(pk=quote.instrument_id)
    instrument.is_stale = True

    with translation.override("en"):
        said = converter.told(instrument, "buy")

    assert said == (
        f"By the buying price of {instrument}: 147.500.000 đồng/lượng. "
        f"Source: {quote.source}, {format_datetime(quote.quoted_at)}. "
        "This price is out of date. Demonstration data, not a real price."
    )
