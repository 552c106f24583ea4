"""The pages that answer what a reader asks: the comparison and the converter, as they are without any script."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.markets.test_views import market_queries, text_of

__all__ = ["market_queries"]
pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 20, 2, 0, tzinfo=UTC)  # long ago
COMPARE, CONVERT = "/gia-ca-thi-truong/so-sanh/", "/gia-ca-thi-truong/quy-doi/"


@pytest.fixture
def gold():
    instrument = InstrumentFactory(name="Vàng miếng", slug="vang")
    for days in (0, 1):
        QuoteFactory(instrument=instrument, buy=147_500_000, sell=149_500_000, quoted_at=AT - timedelta(days=days))
    return instrument


@pytest.fixture
def dollar():
    instrument = InstrumentFactory(name="Đô la", slug="usd", unit="đồng/USD")
    QuoteFactory(instrument=instrument, buy=26_120, sell=26_430, quoted_at=AT)
    return instrument


def errors(response):
    return re.findall(r'<ul class="errorlist"[^>]*>\s*<li>(.*?)</li>', response.content.decode(), re.DOTALL)


def answer(response):
    [said] = re.findall(r"<output[^>]*>(.*?)</output>", response.content.decode(), re.DOTALL)
    return said.strip()


@pytest.mark.parametrize("address", [COMPARE, CONVERT])
def test_tools_are_readable_on_an_empty_database(address, client):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", [COMPARE, CONVERT, COMPARE + "?a=vang&b=usd", CONVERT + "?so=2"])
def test_tools_are_neither_stored_nor_indexed(address, client, gold, dollar):
    response = client.get(address)

    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("address", [COMPARE, CONVERT])
def test_tools_are_for_reading(address, client):
    assert client.post(address).status_code == 405


def test_compare_shows_chart_and_rows_of_both(client, gold, dollar):
    response = client.get(COMPARE, {"a": "vang", "b": "usd", "ky": "7-ngay"})

    page = response.content.decode()
    assert page.count("price-chart__line--first") == page.count("price-chart__line--second") == 1
    assert page.count("<svg") == 1
    assert "149.500.000" in page
    assert "26.430" in page
    assert '<option value="7-ngay" selected>' in page


@pytest.mark.parametrize(
    ("asked", "count"), [({"a": "vang", "b": "vang"}, 1), ({"a": "khong-co", "b": "usd"}, 1), ({"a": "", "b": ""}, 2)]
)
def test_compare_says_what_is_wrong_and_shows_no_chart(asked, count, client, gold, dollar):
    response = client.get(COMPARE, asked)

    assert response.status_code == 200
    assert len(errors(response)) == count
    assert "<svg" not in response.content.decode()


def test_compare_marks_a_price_that_is_out_of_date(client, gold, dollar):
    response = client.get(COMPARE, {"a": "vang", "b": "usd"})

    assert response.content.decode().count("prices__stale") == 2


def selected(response):
    return re.findall(r'<option value="(.*?)" selected>', response.content.decode())


def test_compare_with_one_item_proposes_another_of_its_group(client, gold, dollar):
    sister = InstrumentFactory(name="Vàng nhẫn", slug="nhan", group=gold.group, order=99)
    QuoteFactory(instrument=sister, buy=143_500_000, sell=146_300_000, quoted_at=AT)

    response = client.get(COMPARE, {"a": "vang"})

    assert errors(response) == []
    assert selected(response)[:2] == ["vang", "nhan"]
    assert "<svg" in response.content.decode()


def test_compare_unasked_proposes_two_different_items(client, gold, dollar):
    assert set(selected(client.get(COMPARE))[:2]) == {"vang", "usd"}


def test_compare_with_a_single_item_draws_nothing(client, gold):
    response = client.get(COMPARE)

    assert errors(response) == []
    assert "<svg" not in response.content.decode()


@pytest.mark.parametrize("count", [2, 4])
def test_compare_takes_five_queries(count, client, market_queries):
    one, other, *_rest = [QuoteFactory().instrument for _ in range(count)]

    assert market_queries(lambda: client.get(COMPARE, {"a": one.slug, "b": other.slug})) == 5


def test_convert_answers_with_the_quote_it_used(client, gold):
    asked = {"so": "2", "tu": "chỉ", "sang": "đồng", "gia": "vang", "ben": "buy"}
    response = client.get(CONVERT, asked)

    assert answer(response) == "2 chỉ = 29.500.000 đồng"
    seen = text_of(response)
    assert all(told in seen for told in ("Vàng miếng: 147.500.000 đồng/lượng", "20/10/2026 - 09:00", "Tiệm vàng"))


def test_convert_unasked_tells_one_unit_of_the_first_price_or_of_the_one_named(client, gold, dollar):
    assert answer(client.get(CONVERT)) == "1 lượng = 149.500.000 đồng"
    assert answer(client.get(CONVERT, {"gia": "usd"})) == "1 USD = 26.430 đồng"
    assert answer(client.get(CONVERT, {"gia": "khong-co"})) == ""


@pytest.mark.parametrize("typed", ["1.5", "hai", "-1", "1,1234567", "9" * 40, "", "1e3", "0.375"])
def test_convert_keeps_what_was_typed_and_says_what_is_wrong(typed, client, gold):
    response = client.get(CONVERT, {"so": typed, "tu": "gram", "sang": "chỉ", "gia": "vang", "ben": "sell"})

    assert len(errors(response)) == 1
    assert answer(response) == ""
    page = response.content.decode()
    assert (f'value="{typed}"' in page) is bool(typed)
    assert re.search(r'<option value="gram"\s+selected', page)


def test_convert_refuses_a_price_of_other_things(client, gold, dollar):
    response = client.get(CONVERT, {"so": "1", "tu": "lượng", "sang": "đồng", "gia": "usd", "ben": "sell"})

    assert len(errors(response)) == 1
    assert answer(response) == ""


def test_convert_gives_a_script_whole_numbers_and_fractions(client, gold):
    page = client.get(CONVERT).content.decode()

    assert 'data-sell="14950000000"' in page
    assert 'data-buy="14750000000"' in page
    assert re.search(r'value="chỉ"\s+data-kind="mass"\s+data-size="15/4"\s+data-decimals="4"', page)


@pytest.mark.parametrize("count", [1, 3])
def test_convert_takes_two_queries(count, client, market_queries):
    QuoteFactory.create_batch(count)

    assert market_queries(lambda: client.get(CONVERT, {"so": "2"})) == 2


def test_names_are_escaped(client):
    one, other = [QuoteFactory(instrument__name=f"<b>Vàng</b>{n}", source__name="<script>").instrument for n in (1, 2)]

    for response in (client.get(COMPARE, {"a": one.slug, "b": other.slug}), client.get(CONVERT)):
        page = response.content.decode()
        assert "<b>Vàng" not in page
        assert "<script>" not in page.split("<main")[1]
