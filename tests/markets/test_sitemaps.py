import re
from datetime import UTC, datetime

import pytest

from tests.factories.markets import InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def addresses(client):
    page = client.get("/sitemap-prices.xml").content.decode()
    return re.findall(r"<loc>[a-z]+://[^/]+/gia-ca-thi-truong/([^<]*)</loc>", page)


def test_sitemap_names_the_list_groups_and_every_range_of_what_has_a_price(client):
    instrument = InstrumentFactory(slug="vang", group__slug="vang-bac")
    QuoteFactory(instrument=instrument)
    InstrumentFactory(slug="chua-co-gia", group=instrument.group)

    found = addresses(client)

    assert found == ["", "nhom/vang-bac/", "vang/7-ngay/", "vang/", "vang/1-nam/", "vang/tat-ca/"]
    assert all(client.get("/gia-ca-thi-truong/" + address).status_code == 200 for address in found)


def test_sitemap_says_when_a_price_changed(client):
    QuoteFactory(quoted_at=AT)

    assert client.get("/sitemap-prices.xml").content.decode().count("<lastmod>2026-11-20</lastmod>") == 4


@pytest.mark.parametrize("count", [1, 3])
def test_sitemap_takes_two_queries(count, client, django_assert_num_queries):
    QuoteFactory.create_batch(count)

    with django_assert_num_queries(2):
        addresses(client)
