import re
from datetime import UTC, datetime

import pytest
from django.template import Context, Template

from tests.factories.markets import InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def widget():
    return Template("{% load markets %}{% price_widget %}").render(Context()).strip()


def test_widget_on_an_empty_database_is_nothing():
    assert widget() == ""


def test_widget_without_prices_is_nothing():
    InstrumentFactory(on_front=True)

    assert widget() == ""


def test_widget_shows_those_chosen_for_the_front_page_that_have_a_price():
    QuoteFactory(instrument__name="Chọn", instrument__on_front=True)
    QuoteFactory(instrument__name="Không chọn")
    InstrumentFactory(name="Chưa giá", on_front=True)

    page = widget()

    assert "Chọn" in page
    assert "Không chọn" not in page
    assert "Chưa giá" not in page


def test_widget_links_to_the_page_and_to_each_instrument_and_names_source_and_time():
    QuoteFactory(instrument__on_front=True, instrument__slug="vang", source__name="Cửa hàng A", quoted_at=AT)

    page = widget()

    assert re.findall(r'href="([^"]+)"', page) == ["/gia-ca-thi-truong/", "/gia-ca-thi-truong/vang/"]
    assert "Cửa hàng A" in page
    assert "20/11/2026 - 09:00" in page


@pytest.mark.parametrize("count", [1, 3])
def test_widget_takes_three_queries(count, django_assert_num_queries):
    for instrument in InstrumentFactory.create_batch(count, on_front=True):
        QuoteFactory(instrument=instrument)

    with django_assert_num_queries(3):
        widget()
