import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
INDEX = "/gia-ca-thi-truong/"


@pytest.fixture
def market_queries():
    """Counts the queries to tables of markets: what the page itself asks, whatever the shell around it needs."""

    def count(ask):
        with CaptureQueriesContext(connection) as asked:
            ask()
        return len([query for query in asked if '"markets_' in query["sql"]])

    return count


def text_of(response):
    """What a reader sees, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_addresses_are_those_promised():
    assert reverse("markets:index") == INDEX
    assert reverse("markets:instrument", args=["usd"]) == INDEX + "usd/"


def test_index_is_readable_on_an_empty_database(client):
    response = client.get(INDEX)

    assert response.status_code == 200
    assert "<table" not in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_index_takes_two_queries(count, client, market_queries):
    for instrument in InstrumentFactory.create_batch(count):
        QuoteFactory(instrument=instrument, quoted_at=AT)

    assert market_queries(lambda: client.get(INDEX)) == 2


def test_index_shows_values_change_unit_source_and_time(client):
    instrument = InstrumentFactory(name="Vàng miếng")
    QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(days=1))
    QuoteFactory(instrument=instrument, quoted_at=AT, buy=149_000_000, sell=151_200_000, source="Cửa hàng A")

    response = client.get(INDEX)

    seen = text_of(response)
    for shown in ("Vàng miếng", "đồng/lượng", "149.000.000", "151.200.000", "▲ +1.200.000 (+0,80%)", "Cửa hàng A"):
        assert shown in seen
    assert '<time datetime="2026-11-20T09:00:00+07:00">20/11/2026 - 09:00</time>' in response.content.decode()


def test_index_shows_a_fall_by_arrow_and_sign(client):
    quote = QuoteFactory(single=True, price=20_000, quoted_at=AT - timedelta(days=1))
    QuoteFactory(single=True, instrument=quote.instrument, price=19_520, quoted_at=AT)

    assert "▼ −480 (−2,40%)" in text_of(client.get(INDEX))


def test_index_gives_decimals_of_the_instrument(client):
    QuoteFactory(instrument=InstrumentFactory(decimals=2), buy="1.5", sell="26092.25")

    seen = text_of(client.get(INDEX))

    assert "1,50" in seen
    assert "26.092,25" in seen


def test_index_leaves_a_missing_side_missing(client):
    QuoteFactory(buy=None)

    assert "– 150.000.000" in text_of(client.get(INDEX))


def test_index_lists_an_instrument_without_quote_without_a_figure(client):
    InstrumentFactory(name="Chưa ai hỏi")

    response = client.get(INDEX)

    assert "Chưa ai hỏi" in text_of(response)
    assert response.content.decode().count("price--none") == 1


def test_index_tells_source_and_time_once_where_a_group_shares_them(client):
    shared, differing = GroupFactory(), GroupFactory()
    for instrument in InstrumentFactory.create_batch(2, group=shared):
        QuoteFactory(instrument=instrument, quoted_at=AT, source="Chung")
    for hours, instrument in enumerate(InstrumentFactory.create_batch(2, group=differing)):
        QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(hours=hours), source="Riêng")

    seen = text_of(client.get(INDEX))

    assert (seen.count("Chung"), seen.count("Riêng")) == (1, 2)


def test_index_groups_in_order(client):
    second, first = GroupFactory(name="Xăng dầu", order=2), GroupFactory(name="Vàng bạc", order=1)
    for group in (second, first):
        QuoteFactory(instrument=InstrumentFactory(group=group))

    seen = text_of(client.get(INDEX))

    assert seen.index("Vàng bạc") < seen.index("Xăng dầu")


@pytest.mark.parametrize("count", [1, 3])
def test_instrument_page_takes_three_queries(count, client, market_queries):
    quote = QuoteFactory(quoted_at=AT)
    for days in range(1, count):
        QuoteFactory(instrument=quote.instrument, quoted_at=AT - timedelta(days=days))

    assert market_queries(lambda: client.get(quote.instrument.get_absolute_url())) == 3


def test_instrument_page_shows_definition_price_line_and_table(client):
    instrument = InstrumentFactory(name="Vàng miếng", definition="Loại 1 lượng")
    for days, sell in enumerate((151_200_000, 150_000_000, 149_000_000)):
        QuoteFactory(instrument=instrument, sell=sell, quoted_at=AT - timedelta(days=days))
    QuoteFactory(instrument=instrument, sell=199_000_000, quoted_at=AT - timedelta(days=30))

    response = client.get(instrument.get_absolute_url())

    page, seen = response.content.decode(), text_of(response)
    assert all(shown in seen for shown in ("Vàng miếng", "Loại 1 lượng", "▲ +1.200.000 (+0,80%)", "151.200.000"))
    assert re.search(r'<svg[^>]*\srole="img"\s+aria-labelledby="price-chart-title price-chart-desc"', page)
    assert page.count('id="price-chart-title"') == page.count('id="price-chart-desc"') == 1
    assert re.search(r' d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L395\.0 26\.0"', page)
    assert re.findall(r'<th scope="row">([\d/]+)</th>', page) == ["20/11/2026", "19/11/2026", "18/11/2026"]
    assert "199.000.000" not in page


def test_instrument_page_writes_no_localised_coordinate_and_no_style(client):
    page = client.get(QuoteFactory().instrument.get_absolute_url()).content.decode()

    [drawing] = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    coordinates = re.findall(r' (?:d|x|y|x1|x2|y1|y2|cx|cy|r|viewBox)="([^"]*)"', drawing)
    assert len(coordinates) > 10
    assert not [value for value in coordinates if "," in value]
    assert "style=" not in drawing


def test_instrument_page_of_a_single_price(client):
    quote = QuoteFactory(single=True, price=20_300)

    response = client.get(quote.instrument.get_absolute_url())

    assert "20.300" in text_of(response)
    assert response.content.decode().count("<dt>") == 1


def test_instrument_page_without_quote_shows_neither_figure_nor_chart(client):
    response = client.get(InstrumentFactory().get_absolute_url())

    page = response.content.decode()
    assert response.status_code == 200
    assert "price--none" in page
    assert "<svg" not in page
    assert "<table" not in page


def test_unknown_instrument_is_not_found(client):
    assert client.get(INDEX + "khong-co/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_for_reading(method, client):
    instrument = InstrumentFactory()

    for address in (INDEX, instrument.get_absolute_url()):
        assert getattr(client, method)(address).status_code == 405


def test_pages_are_the_same_for_everybody_and_set_no_cookie(client, market_desk):
    quote = QuoteFactory()
    addresses = (INDEX, quote.instrument.get_absolute_url())
    stranger = [client.get(address) for address in addresses]
    client.force_login(market_desk)

    for before, address in zip(stranger, addresses, strict=True):
        after = client.get(address)
        assert after.content == before.content
        assert not before.cookies
        assert "Cookie" not in before.get("Vary", "")


def test_names_are_escaped(client):
    instrument = QuoteFactory(instrument__name="<b>Vàng</b>", source="<script>").instrument

    for address in (INDEX, instrument.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "<b>Vàng" not in page
        assert "&lt;b&gt;Vàng" in page
        assert "&lt;script&gt;" in page
