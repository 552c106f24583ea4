"""Prices from a file, as the market desk brings them in, and one price corrected."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from markets.models import Quote
from newsroom.desk import roles
from tests.e2e.test_main_job import sign_in
from tests.factories.desk import UserFactory
from tests.factories.markets import QuoteFactory

FILE = "Mặt hàng;Mua vào;Bán ra\nVàng miếng;148.100.000;150.100.000\nBạc;1;2\n"


def test_a_file_is_previewed_reloaded_and_recorded(page):
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    QuoteFactory(instrument__name="Vàng miếng", quoted_at=timezone.now() - timedelta(days=1))
    sign_in(page, "thuky")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(reverse("admin:markets_quote_changelist"))
    page.locator(f'a[href="{reverse("admin:markets_quote_import")}"]').click()
    page.fill("#id_source", "Tiệm A")
    page.set_input_files("#id_file", {"name": "gia.csv", "mimeType": "text/csv", "buffer": FILE.encode()})
    page.locator(".price-files [type=submit]").click()

    page.wait_for_url("**/import/*/")
    page.reload()
    expect(page.locator(".is-new")).to_have_count(1)
    expect(page.locator(".is-refused")).to_contain_text("Bạc")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sell = page.locator(".is-new td").last
    expect(sell).to_have_text("150.100.000")
    box = sell.bounding_box()
    assert box["x"] + box["width"] <= 390  # on a phone the prices too stand in the window
    assert "Bán ra" in sell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert Quote.objects.count() == 1
    page.locator(".price-files__verbs .default").click()

    page.locator(".messagelist .success").wait_for()
    assert Quote.objects.filter(channel="file", sell=150_100_000).count() == 1


def test_a_price_is_taken_back_from_the_list(page):
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    quote = QuoteFactory()
    sign_in(page, "thuky")
    page.goto(reverse("admin:markets_quote_changelist"))
    page.locator(f'a[href="{reverse("admin:markets_quote_correct", args=[quote.pk])}"]').click()
    page.fill("#id_why", "Tiệm đóng cửa")
    page.locator("[name=retract]").click()

    page.locator(".messagelist .success").wait_for()
    assert Quote.objects.get(corrects=quote).is_void
