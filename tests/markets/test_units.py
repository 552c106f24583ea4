from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets import units
from markets.units import Unit, UnitError

TAEL, CHI = units.parse("đồng/lượng"), units.parse("đồng/chỉ")
ALL = [Unit("đồng", measure, scale) for measure in units.MEASURES for scale in (1, 1000, 1_000_000)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("đồng/lượng", Unit("đồng", "lượng")),
        ("ngàn đồng/lượng", Unit("đồng", "lượng", 1000)),
        ("Nghìn đồng/kg", Unit("đồng", "kg", 1000)),
        ("triệu đồng/cây", Unit("đồng", "lượng", 1_000_000)),
        ("đ/lít", Unit("đồng", "lít")),
        ("VNĐ / tạ", Unit("đồng", "tạ")),
        ("đồng/USD", Unit("đồng", "USD")),
        ("USD/ounce", Unit("USD", "ounce")),
        ("đồng/bó", Unit("đồng", "bó")),
    ],
)
def test_parse_reads_units_as_they_are_written(written, meant):
    assert units.parse(written) == meant


@pytest.mark.parametrize(
    "written", ["", "đồng", "/kg", "kg", "đồng/", "xu/kg", "đồng/kg/ngày", "nghìn/kg", "đồng/" + "a" * 21]
)
def test_parse_refuses_what_is_no_unit(written):
    with pytest.raises(UnitError):
        units.parse(written)


@pytest.mark.parametrize("unit", ALL)
def test_parse_reads_back_what_a_unit_prints(unit):
    assert units.parse(str(unit)) == unit


@pytest.mark.parametrize(
    ("value", "given_unit", "wanted", "decimals", "expected"),
    [
        ("14870000", "đồng/chỉ", "đồng/lượng", 0, "148700000"),
        ("148720", "ngàn đồng/lượng", "đồng/lượng", 0, "148720000"),
        ("16450", "nghìn đồng/chỉ", "đồng/lượng", 0, "164500000"),
        ("37.5", "đồng/lượng", "đồng/gram", 0, "1"),
        ("5.8", "triệu đồng/tạ", "đồng/kg", 0, "58000"),
        ("1", "đồng/lượng", "đồng/chỉ", 0, "0"),
        ("5", "đồng/lượng", "đồng/chỉ", 0, "1"),  # halves go up
        ("26092.35", "đồng/USD", "đồng/USD", 2, "26092.35"),
    ],
)
def test_convert(value, given_unit, wanted, decimals, expected):
    found = units.convert(Decimal(value), units.parse(given_unit), units.parse(wanted), decimals)

    assert found == Decimal(expected)


@pytest.mark.parametrize(("one", "other"), [("đồng/kg", "đồng/lít"), ("đồng/kg", "USD/kg"), ("đồng/USD", "đồng/EUR")])
def test_convert_refuses_what_does_not_compare(one, other):
    with pytest.raises(UnitError):
        units.convert(Decimal(1), units.parse(one), units.parse(other), 0)


@given(st.sampled_from(ALL), st.sampled_from(ALL), st.integers(1, 10**9))
def test_there_and_back_is_the_same_price(one, other, value):
    if one.kind != other.kind:
        return
    there = Fraction(value) * units.ratio(one, other)

    assert there * units.ratio(other, one) == value


@pytest.mark.parametrize(
    ("unit", "factor", "read_in"),
    [
        (TAEL, Fraction(1, 10), "đồng/chỉ"),
        (TAEL, Fraction(1, 1000), "nghìn đồng/lượng"),
        (TAEL, Fraction(1, 10_000), "nghìn đồng/chỉ"),
        (CHI, Fraction(10), "đồng/lượng"),
        (units.parse("đồng/kg"), Fraction(100), "đồng/tạ"),
        (units.parse("đồng/kg"), Fraction(1, 1000), "nghìn đồng/kg"),
        (units.parse("đồng/USD"), Fraction(1, 1000), "nghìn đồng/USD"),
    ],
)
def test_misread_names_the_unit_that_explains_a_slip(unit, factor, read_in):
    assert str(units.misread(unit, factor)) == read_in


def test_misread_explains_no_more_than_it_can():
    assert units.misread(TAEL, Fraction(7)) is None
    assert units.misread(units.parse("đồng/USD"), Fraction(1, 10)) is None
