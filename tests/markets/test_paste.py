"""Tables pasted into a day sheet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets import paste
from markets.numbers import NumberError, parse, parse_pasted
from markets.providers.base import FormatError
from newsroom.text.vietnamese import format_number
from tests.factories.markets import GroupFactory, InstrumentFactory, ListingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def market(db):
    """A pair, a range and a single price, in this order."""
    group = GroupFactory()
    return [
        InstrumentFactory(group=group, name="Vàng miếng", slug="vang-mieng"),
        InstrumentFactory(group=group, name="Heo hơi Đồng Nai", spread=True),
        InstrumentFactory(group=group, name="Thịt bò thăn", single=True, unit="đồng/kg"),
    ]


def read(market, text, html="", **place):
    """The rows that were filled, as lists of texts by the instrument's name."""
    cells = paste.read(text, html, market, **place).cells
    found = {}
    for one in market:
        texts = [cells.get(f"instrument-{one.pk}-{name}") for name in one.value_fields]
        found |= {one.name: texts} if any(texts) else {}
    return found


def test_cells_of_a_spreadsheet_go_in_from_the_cursor_on(market):
    assert read(market, "148000000\t150.000.000\n55.000\t57.000\n220.000\n") == {
        "Vàng miếng": ["148.000.000", "150.000.000"],
        "Heo hơi Đồng Nai": ["55.000", "57.000"],
        "Thịt bò thăn": ["220.000"],
    }
    assert (
        read(market, "57.000\n1", row=1, column=1)
        == {
            "Heo hơi Đồng Nai": [None, "57.000"],
        }
        | {}
    )


def test_rows_are_found_by_name_whatever_their_order(market):
    text = "1\tHEO HƠI ĐỒNG NAI\t55.000-57.000\n2\tvang-mieng\t148.000.000\t150.000.000\n3\tBạc\t1.000\t2.000"

    assert read(market, text) == {
        "Vàng miếng": ["148.000.000", "150.000.000"],
        "Heo hơi Đồng Nai": ["55.000", "57.000"],
    }
    assert paste.read(text, "", market).strangers == ["Bạc"]


def test_rows_are_found_by_what_a_source_calls_them(market):
    ListingFactory(key="SJC 1L", instrument=market[0])

    assert read(market, "SJC 1L\t148.000.000\t150.000.000") == {"Vàng miếng": ["148.000.000", "150.000.000"]}


def test_a_name_of_two_rows_finds_neither(market):
    ListingFactory(key="vàng", instrument=market[0])
    ListingFactory(key="vàng", instrument=market[2], source__name="Nguồn khác")

    assert paste.read("vàng\t1.000\nVàng miếng\t2.000", "", market).strangers == ["vàng"]


@pytest.mark.parametrize("dash", ["-", "–", " — ", " đến "])
def test_a_range_fills_both_ends(market, dash):
    assert read(market, f"55.000{dash}57.000", row=1) == {"Heo hơi Đồng Nai": ["55.000", "57.000"]}


def test_one_number_is_both_ends_of_a_range(market):
    assert read(market, "Heo hơi Đồng Nai\t60.000") == {"Heo hơi Đồng Nai": ["60.000", "60.000"]}


@pytest.mark.parametrize("head", ["Mặt hàng\tĐVT\tGiá", "Item\tUnit\tPrice"])
def test_units_are_converted_and_repeated(market, head):
    text = f'{head}\nVàng miếng\tnghìn đồng/chỉ\t14800\nThịt bò thăn\tNghìn đồng/kg\t220\nHeo hơi Đồng Nai\t"\t55.5'

    found = read(market, text)

    assert found["Thịt bò thăn"] == ["220.000"]
    assert found["Heo hơi Đồng Nai"] == ["55.500", "55.500"]
    assert "Vàng miếng" not in found  # whether that is bought or sold, nobody says


def test_a_missing_price_moves_no_other_into_its_place(market):
    assert read(market, "Vàng miếng\t\t150.000.000") == {"Vàng miếng": [None, "150.000.000"]}
    assert read(market, "Tên\tBán ra\nVàng miếng\t150.000.000") == {"Vàng miếng": [None, "150.000.000"]}
    assert read(market, "Vàng miếng\t150.000.000") == {}
    assert read(market, "Vàng miếng\t\t150.000.000\nHeo hơi Đồng Nai\t55-57\t")["Heo hơi Đồng Nai"] == ["55", "57"]


def test_columns_are_found_by_their_headings(market):
    text = "STT\tBán ra\tLoại vàng\tMua vào\tTăng/giảm\n1\t150.000.000\tVàng miếng\t148.000.000\t+200.000"
    table = paste.read(text, "", market).cells

    pk = market[0].pk
    assert table == {f"instrument-{pk}-buy": "148.000.000", f"instrument-{pk}-sell": "150.000.000"}


def test_a_ditto_repeats_the_price_above(market):
    assert read(market, '55.000\n"', row=1) == {
        "Heo hơi Đồng Nai": ["55.000", "55.000"],
        "Thịt bò thăn": ["55.000"],
    }


@pytest.mark.parametrize("written", ["157,700", "26,092.00", "1.5.0", "chưa rõ", "-5", "1e3", "٣٠٠"])
def test_what_is_in_doubt_goes_in_as_it_was_written(market, written):
    assert read(market, f"{written}", row=2) == {"Thịt bò thăn": [written]}


def test_a_table_of_a_page_is_read_with_cells_that_span_rows(market):
    page = """<meta charset=utf-8><p>Giá</p><table><tr><th>Tên<th>ĐVT<th>Giá</tr>
      <tr><td>Thịt bò<br>thăn</td><td rowspan="2">Nghìn đồng/kg</td><td>220</td></tr>
      <tr><td><b>Heo hơi</b> Đồng Nai</td><td>55.5</td></tr></table>"""

    assert read(market, "", page) == {
        "Heo hơi Đồng Nai": ["55.500", "55.500"],
        "Thịt bò thăn": ["220.000"],
    }


@pytest.mark.parametrize("page", ["<table", "<table></table>", '<table><tr><td colspan="99999"><td rowspan="-1">'])
def test_a_broken_page_fills_nothing(market, page):
    assert read(market, "", page) == {}


def test_a_huge_table_is_refused(market):
    with pytest.raises(FormatError):
        paste.read("1\t2\n" * 200_000, "", market)


@given(st.decimals(min_value=1, max_value=10**11, places=2))
def test_a_number_of_the_house_means_the_same_pasted_as_typed(value):
    written = format_number(value)

    assert parse_pasted(written) == parse(written) == value


@given(st.text(alphabet="0123456789.,", max_size=12))
def test_pasted_and_typed_numbers_differ_at_most_in_a_decimal_dot(written):
    try:
        pasted = parse_pasted(written)
    except NumberError:
        with pytest.raises(NumberError):
            parse(written)
        return
    whole, _dot, rest = written.partition(".")
    if "," not in written and len(rest) in (1, 2):
        assert pasted == Decimal(f"{whole}.{rest}")
    else:
        assert pasted == parse(written)
