import json
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
def test_index_takes_three_queries(count, client, market_queries):
    for instrument in InstrumentFactory.create_batch(count):
        QuoteFactory(instrument=instrument, quoted_at=AT)

    assert market_queries(lambda: client.get(INDEX)) == 3


def test_index_shows_values_change_unit_source_and_time(client):
    instrument = InstrumentFactory(name="Vàng miếng")
    QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(days=1))
    QuoteFactory(instrument=instrument, quoted_at=AT, buy=149_000_000, sell=151_200_000, source__name="Cửa hàng A")

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
        QuoteFactory(instrument=instrument, quoted_at=AT, source__name="Chung")
    for hours, instrument in enumerate(InstrumentFactory.create_batch(2, group=differing)):
        QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(hours=hours), source__name="Riêng")

    seen = text_of(client.get(INDEX))

    assert (seen.count("Chung"), seen.count("Riêng")) == (1, 2)


def test_index_groups_in_order(client):
    second, first = GroupFactory(name="Xăng dầu", order=2), GroupFactory(name="Vàng bạc", order=1)
    for group in (second, first):
        QuoteFactory(instrument=InstrumentFactory(group=group))

    seen = text_of(client.get(INDEX))

    assert seen.index("Vàng bạc") < seen.index("Xăng dầu")


@pytest.mark.parametrize("count", [1, 3])
def test_instrument_page_takes_seven_queries(count, client, market_queries):
    quote = QuoteFactory(quoted_at=AT)
    for days in range(1, count):
        QuoteFactory(instrument=quote.instrument, quoted_at=AT - timedelta(days=days))

    assert market_queries(lambda: client.get(quote.instrument.get_absolute_url())) == 7


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
    assert re.search(r' d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L536\.0 [\d.]+"', page)
    assert re.findall(r'<th scope="row">\s*<span>([\d/]+)</span>', page) == ["20/11/2026", "19/11/2026", "18/11/2026"]
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


@pytest.mark.parametrize(
    "address", ["khong-co/", "khong-co/7-ngay/", "vang/8-ngay/", "vang/30-ngay/", "nhom/khong-co/"]
)
def test_unknown_pages_are_not_found(address, client):
    InstrumentFactory(slug="vang")

    assert client.get(INDEX + address).status_code == 404


@pytest.mark.parametrize("word", ["7-ngay/", "", "1-nam/", "tat-ca/"])
def test_each_range_is_a_page_of_its_own(word, client):
    address = QuoteFactory().instrument.get_absolute_url()

    page = client.get(address + word).content.decode()

    [canonical] = re.findall(r'<link rel="canonical"\s+href="([^"]+)"', page)
    assert canonical.endswith(address + word)
    assert re.findall(r'<a href="([^"]+)"\s+aria-current="page"', page) == [address + word]


def test_pages_tell_machines_the_way_to_them(client):
    instrument = QuoteFactory(instrument__slug="vang", instrument__group__slug="vang-bac").instrument
    ways = {
        instrument.get_absolute_url() + "1-nam/": ["", "gia-ca-thi-truong/", "nhom/vang-bac/", "vang/"],
        instrument.group.get_absolute_url(): ["", "gia-ca-thi-truong/", "nhom/vang-bac/"],
        INDEX + "quy-doi/": ["", "gia-ca-thi-truong/", "quy-doi/"],
    }

    for address, way in ways.items():
        told = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(address).content.decode())
        [crumbs] = [thing for thing in map(json.loads, told) if thing["@type"] == "BreadcrumbList"]
        addresses = [step["item"] for step in crumbs["itemListElement"]]
        assert all(found.endswith(wanted) for found, wanted in zip(addresses, way, strict=True))


@pytest.mark.parametrize("word", ["7-ngay/", "1-nam/", "tat-ca/"])
@pytest.mark.parametrize("count", [1, 3])
def test_every_range_takes_seven_queries(word, count, client, market_queries):
    quote = QuoteFactory(quoted_at=AT)
    for number in range(1, count):
        QuoteFactory(instrument=quote.instrument, quoted_at=AT - timedelta(days=number * 30))

    assert market_queries(lambda: client.get(quote.instrument.get_absolute_url() + word)) == 7


def test_instrument_page_tells_what_a_corrected_price_said_before_and_why(client):
    wrong = QuoteFactory(sell=155_000_000, quoted_at=AT)
    facts = {"instrument": wrong.instrument, "corrects": wrong, "quoted_at": AT}
    QuoteFactory(sell=150_000_000, why="Gõ nhầm <b>", **facts)

    page = client.get(wrong.instrument.get_absolute_url()).content.decode()

    assert page.count('class="prices__mended"') == 1
    assert "<del>148.000.000 / 155.000.000</del>" in page
    assert "<ins>148.000.000 / 150.000.000</ins>" in page
    assert "Gõ nhầm &lt;b&gt;" in page


def test_instrument_page_tells_of_a_price_that_was_taken_back(client):
    stands = QuoteFactory(quoted_at=AT - timedelta(days=1))
    wrong = QuoteFactory(instrument=stands.instrument, sell=155_000_000, quoted_at=AT)
    QuoteFactory(instrument=stands.instrument, corrects=wrong, quoted_at=AT, buy=None, sell=None, why="Nhầm tiệm")

    page = client.get(stands.instrument.get_absolute_url()).content.decode()

    assert re.search(r"<del>148.000.000 / 155.000.000</del>\s*<ins>", page)
    assert page.count("155.000.000") == 1


def test_instrument_page_with_buying_prices_only(client):
    instrument = QuoteFactory(sell=None).instrument

    for word in ("", "7-ngay/"):
        page = client.get(instrument.get_absolute_url() + word).content.decode()
        assert page.count("price-chart__line--buy") == 1
        assert "price-facts" not in page


def test_long_table_has_weeks_with_their_extremes(client):
    quote = QuoteFactory(quoted_at=AT)
    QuoteFactory(instrument=quote.instrument, sell=161_000_000, quoted_at=AT - timedelta(days=200))

    page = client.get(quote.instrument.get_absolute_url() + "1-nam/").content.decode()

    assert page.count("<tr data-x=") == 2
    assert page.count('<th scope="col"') == 4
    assert "price-chart__band" in page


def test_group_page_is_the_table_of_its_instruments(client):
    group = GroupFactory(name="Vàng bạc", slug="vang-bac")
    first, second = InstrumentFactory.create_batch(2, group=group, definition="Loại 1 lượng")
    for days, sell in ((0, 151_000_000), (1, 150_000_000)):
        QuoteFactory(instrument=first, sell=sell, quoted_at=AT - timedelta(days=days))
    QuoteFactory(instrument=second, quoted_at=AT)
    QuoteFactory(instrument__name="Xăng")

    response = client.get(INDEX + "nhom/vang-bac/")

    seen = text_of(response)
    assert all(shown in seen for shown in ("Vàng bạc", "Loại 1 lượng", "Thứ sáu, 20/11/2026", "▲ +1.000.000"))
    assert "Xăng" not in seen.split("Vàng bạc")[1]
    assert f"so-sanh/?a={first.slug}&amp;b={second.slug}" in response.content.decode()


def test_group_page_without_prices_is_readable(client):
    group = GroupFactory()

    assert client.get(group.get_absolute_url()).status_code == 200
    InstrumentFactory(group=group)
    assert client.get(group.get_absolute_url()).content.decode().count("price--none") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_group_page_takes_four_queries(count, client, market_queries):
    group = GroupFactory()
    for instrument in InstrumentFactory.create_batch(count, group=group):
        QuoteFactory(instrument=instrument, quoted_at=AT)

    assert market_queries(lambda: client.get(group.get_absolute_url())) == 4


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_for_reading(method, client):
    instrument = InstrumentFactory()

    for address in (INDEX, instrument.get_absolute_url()):
        assert getattr(client, method)(address).status_code == 405


def test_pages_are_the_same_for_everybody_and_set_no_cookie(client, market_desk):
    quote = QuoteFactory()
    own = quote.instrument.get_absolute_url()
    tools = [INDEX + "so-sanh/", INDEX + "quy-doi/"]
    addresses = (INDEX, own, own + "tat-ca/", quote.instrument.group.get_absolute_url(), *tools)
    stranger = [client.get(address) for address in addresses]
    client.force_login(market_desk)

    for before, address in zip(stranger, addresses, strict=True):
        after = client.get(address)
        assert after.content == before.content
        assert not before.cookies
        assert "Cookie" not in before.get("Vary", "")


def test_names_are_escaped(client):
    instrument = QuoteFactory(instrument__name="<b>Vàng</b>", source__name="<script>").instrument

    for address in (INDEX, instrument.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "<b>Vàng" not in page
        assert "&lt;b&gt;Vàng" in page
        assert "&lt;script&gt;" in page
