"""Charts read by pointer and keys, the converter with and without its script."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db(transaction=True)

CONVERT = "/gia-ca-thi-truong/quy-doi/"
READING = "[data-price-reading]"


@pytest.fixture
def gold():
    instrument = InstrumentFactory(name="Vàng miếng", slug="vang", group=GroupFactory(order=0))
    for days, sell in enumerate((149_500_000, 148_700_000, 150_000_000)):
        at = timezone.now() - timedelta(days=days, minutes=1)
        QuoteFactory(instrument=instrument, buy=147_000_000, sell=sell, quoted_at=at)
    return instrument


@pytest.fixture
def others(gold):
    """A dollar, and pork that costs from so much to so much."""
    dollar = InstrumentFactory(name="Đô la", slug="usd", unit="đồng/USD", decimals=2)
    QuoteFactory(instrument=dollar, buy="26120.5", sell="26430.25")
    pork = InstrumentFactory(name="Lợn hơi", slug="lon", spread=True)
    QuoteFactory(spread=True, instrument=pork, low=60_500, high=62_300)


def answer(page):
    return page.locator("[data-answer]").inner_text()


def fill(page, so=None, **chosen):
    for name, value in chosen.items():
        page.select_option(f"[name={name}]", value)
    if so is not None:
        page.fill("[name=so]", so)


def test_chart_is_read_by_keys(page, gold):
    page.goto(gold.get_absolute_url())
    chart = page.get_by_role("slider")

    assert "149.500.000" in page.inner_text(READING)
    chart.focus()
    page.keyboard.press("ArrowLeft")

    assert "148.700.000" in page.inner_text(READING)
    assert chart.get_attribute("aria-valuetext") == page.inner_text(READING)
    assert chart.get_attribute("aria-valuenow") == "2"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert "150.000.000" in page.inner_text(READING)
    page.keyboard.press("End")
    assert "149.500.000" in page.inner_text(READING)
    page.keyboard.press("Tab")
    assert page.locator(".price-chart__cursor").get_attribute("visibility") == "hidden"


def test_chart_is_read_by_pointer(page, gold):
    page.goto(gold.get_absolute_url())
    box = page.locator(".price-chart").bounding_box()

    page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)

    assert "150.000.000" in page.inner_text(READING)
    assert page.locator(".price-chart__cursor").get_attribute("visibility") == "visible"
    page.mouse.move(box["x"] + 2, box["y"] - 200)
    assert page.locator(".price-chart__cursor").get_attribute("visibility") == "hidden"


def test_comparison_is_read_by_keys(page, gold, others):
    page.goto("/gia-ca-thi-truong/so-sanh/?a=vang&b=usd&ky=7-ngay")
    page.get_by_role("slider").focus()
    page.keyboard.press("End")

    assert "149.500.000" in page.inner_text(READING)
    assert "26.430,25" in page.inner_text(READING)


def test_page_without_scripts_has_chart_table_and_ranges(actor, gold):
    page = actor(java_script_enabled=False)
    page.goto(gold.get_absolute_url())

    assert page.get_by_role("img").count() == 1
    assert page.locator("#price-rows tbody tr").count() == 3
    assert not page.locator(READING).is_visible()
    page.click(".price-ranges a >> nth=0")
    assert page.url.endswith("/vang/7-ngay/")


def test_comparison_without_scripts_is_a_form(actor, gold, others):
    page = actor(java_script_enabled=False)
    page.goto("/gia-ca-thi-truong/so-sanh/")
    fill(page, a="vang", b="usd", ky="1-nam")
    page.click("main button")

    assert page.locator("#price-rows tbody tr").count() >= 1
    assert page.get_by_role("img").count() == 1


def test_converter_without_scripts_is_a_form(actor, gold, others):
    page = actor(java_script_enabled=False)
    page.goto(CONVERT)
    fill(page, so="2", tu="chỉ", ben="buy")
    page.click("main button")

    assert answer(page) == "2 chỉ = 29.400.000 đồng"
    page.fill("[name=so]", "1.5")
    page.click("main button")
    assert page.locator(".errorlist").count() == 1
    assert page.input_value("[name=so]") == "1.5"


def test_converter_answers_at_once_and_sends_nothing(page, gold, others):
    page.goto(CONVERT)
    sent = []
    page.on("request", lambda request: sent.append(request.url) if CONVERT in request.url else None)

    fill(page, so="2", tu="chỉ")
    assert answer(page) == "2 chỉ = 29.900.000 đồng"
    assert "149.500.000" in page.inner_text("[data-answer-quote]")
    fill(page, gia="usd")
    assert answer(page) == "2 USD ≈ 52.861 đồng"
    page.fill("[name=so]", "1.5")
    assert page.locator("[data-answer][data-wrong]").count() == 1
    assert page.inner_text("[data-answer-quote]") == ""
    fill(page, so="1", tu="lượng")
    assert page.locator("[data-answer][data-wrong]").count() == 1
    assert sent == []


CASES = [
    (so, tu, sang, gia, ben)
    for so in ("0", "1", "2", "0,1", "37,5", "1.234,567891", "999.999.999.999.999")
    for tu, sang, gia, ben in (
        ("lượng", "đồng", "vang", "sell"), ("gram", "đồng", "vang", "buy"), ("đồng", "chỉ", "vang", "sell"),
        ("gram", "chỉ", "usd", "sell"), ("USD", "đồng", "usd", "buy"), ("đồng", "USD", "usd", "sell"),
        ("tạ", "đồng", "lon", "sell"), ("đồng", "kg", "lon", "buy"), ("ounce", "tấn", "lon", "sell"),
    )
]  # fmt: skip


def test_script_and_server_answer_alike(page, client, gold, others):
    page.goto(CONVERT)

    for so, tu, sang, gia, ben in CASES:
        fill(page, gia=gia)
        fill(page, tu=tu, sang=sang, ben=ben, so=so)
        typed = answer(page), page.inner_text("[data-answer-quote]")
        asked = urlencode({"so": so, "tu": tu, "sang": sang, "gia": gia, "ben": ben})
        form = client.get(f"{CONVERT}?{asked}").context["form"]
        assert typed == (form.answer.in_words, form.answer.by_quote), asked
