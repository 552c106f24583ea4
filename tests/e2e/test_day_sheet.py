"""The day sheet, as somebody fills it without touching the mouse."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from markets.models import Draft, Quote
from newsroom.desk import roles
from tests.e2e.test_main_job import sign_in
from tests.e2e.writing import eventually
from tests.factories.desk import UserFactory
from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory

PASTE = """([text, html]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  const options = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
}"""


@pytest.fixture
def market(transactional_db):
    """Two pairs and a single price, with prices of yesterday."""
    group = GroupFactory()
    rows = [InstrumentFactory(group=group, name=name) for name in ("Vàng miếng", "Vàng nhẫn")]
    rows.append(InstrumentFactory(group=group, name="Thịt bò", single=True, unit="đồng/kg"))
    yesterday = timezone.now() - timedelta(days=1)
    for row in rows[:2]:
        QuoteFactory(instrument=row, quoted_at=yesterday)
    QuoteFactory(instrument=rows[2], single=True, quoted_at=yesterday)
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    return rows


def open_sheet(page, market):
    if not page.context.cookies():
        sign_in(page, "thuky")
    page.goto(reverse("admin:markets_group_sheet", args=[market[0].group_id]))
    return page


def field(page, instrument, name):
    return page.locator(f"#id_instrument-{instrument.pk}-{name}")


def kept(instrument):
    draft = Draft.objects.filter(group=instrument.group).first()
    return draft.cells if draft else {}


def test_keys_move_as_in_a_spreadsheet(page, market):
    gold, ring, beef = market
    open_sheet(page, market)
    field(page, gold, "buy").focus()
    walk = [
        ("ArrowDown", ring, "buy"), ("ArrowRight", ring, "sell"), ("ArrowUp", gold, "sell"), ("ArrowLeft", gold, "buy"),
        ("Tab", gold, "sell"), ("Enter", ring, "buy"), ("Enter", beef, "price"), ("Shift+Enter", ring, "buy"),
    ]  # fmt: skip
    for key, row, name in walk:
        page.keyboard.press(key)
        expect(field(page, row, name)).to_be_focused()

    page.keyboard.type("148.1")
    page.keyboard.press("ArrowLeft")
    expect(field(page, ring, "buy")).to_be_focused()  # within what is typed, the caret moves
    page.keyboard.press("Escape")
    expect(field(page, ring, "buy")).to_have_value("")


def test_a_price_that_looks_odd_warns_while_one_types_and_a_sheet_is_recorded_once(page, market):
    gold = market[0]
    open_sheet(page, market)
    field(page, gold, "buy").focus()
    page.keyboard.type("148.100.000")
    page.keyboard.press("Tab")
    page.keyboard.type("1.500.000.000")

    sign = page.locator(f'[data-warning="instrument-{gold.pk}-sell"]')
    expect(sign).to_be_visible()
    expect(sign).to_have_attribute("data-level", "odd")
    expect(page.locator(f"#id_instrument-{gold.pk}-confirmed")).to_be_visible()
    expect(page.locator(f"#id_instrument-{market[1].pk}-confirmed")).to_be_hidden()
    field(page, gold, "sell").fill("150.100.000")
    expect(sign).to_be_hidden()

    page.locator(".day-sheet [type=submit]").click()
    page.locator(".messagelist .success").wait_for()
    expect(field(page, gold, "buy")).to_have_value("")
    assert Quote.objects.filter(buy=148_100_000, sell=150_100_000).count() == 1
    assert kept(gold) == {}
    page.reload()
    expect(field(page, gold, "buy")).to_have_value("")


def test_an_error_that_the_page_came_with_is_said_once(page, market):
    gold = market[0]
    open_sheet(page, market)
    field(page, gold, "buy").fill("151.000.000")
    field(page, gold, "sell").fill("150.100.000")

    page.locator(".day-sheet [type=submit]").click()

    page.locator(".day-sheet.is-watched").wait_for()
    expect(page.get_by_text("Giá mua vào không được cao hơn giá bán ra.")).to_have_count(1)


def test_a_closed_browser_and_another_one_find_the_sheet_again(actor, market):
    gold = market[0]
    first = open_sheet(actor(), market)
    field(first, gold, "buy").fill("148.100.000")
    eventually(first, lambda: kept(gold))
    first.close()  # its context is closed with the test
    second = open_sheet(actor(), market)
    expect(field(second, gold, "buy")).to_have_value("148.100.000")


def test_what_never_reached_the_desk_is_in_the_browser(page, market):
    gold = market[0]
    open_sheet(page, market)
    page.route("**/sheet/keep/", lambda route: route.fulfill(status=200, content_type="text/html", body=""))
    field(page, gold, "buy").fill("148.100.000")
    page.unroute("**/sheet/keep/")
    page.reload()

    expect(field(page, gold, "buy")).to_have_value("148.100.000")
    eventually(page, lambda: kept(gold))


def test_two_people_fill_one_sheet_and_see_each_other(actor, market):
    gold, ring, _beef = market
    UserFactory(username="banhang", last_name="Trần", first_name="Bình", roles=[roles.MARKET_DESK])
    chief = open_sheet(actor(), market)
    field(chief, gold, "buy").fill("148.100.000")
    eventually(chief, lambda: kept(gold))
    other = actor()
    sign_in(other, "banhang")
    open_sheet(other, market)
    expect(field(other, gold, "buy")).to_have_value("148.100.000")
    field(other, ring, "buy").fill("147.100.000")
    eventually(other, lambda: len(kept(gold)) == 2)

    field(chief, gold, "sell").fill("150.100.000")

    expect(field(chief, ring, "buy")).to_have_value("147.100.000")
    expect(chief.locator("[data-presence]")).to_contain_text("Trần")


def test_cells_of_a_spreadsheet_are_pasted(page, market):
    gold, ring, beef = market
    open_sheet(page, market)
    field(page, gold, "buy").focus()

    page.evaluate(PASTE, ["148100000\t150.100.000\r\n147.000.000\t149.000.000\r\n20.100", ""])

    expect(field(page, beef, "price")).to_have_value("20.100")
    values = [field(page, row, name).input_value() for row in (gold, ring) for name in ("buy", "sell")]
    assert values == ["148.100.000", "150.100.000", "147.000.000", "149.000.000"]
    eventually(page, lambda: len(kept(gold)) == 5)


def test_a_table_of_a_page_is_pasted_by_its_names(page, market):
    open_sheet(page, market)
    field(page, market[0], "buy").focus()
    row = "<tr><td>Thịt bò<td>nghìn đồng/kg<td>20.5</tr>"
    table = f'<table><tr><th>Mặt hàng<th>ĐVT<th>Giá</tr>{row}<tr><td>Lạ<td>"<td>1</tr></table>'

    page.evaluate(PASTE, ["Thịt bò", table])

    expect(field(page, market[2], "price")).to_have_value("20.500")
    expect(page.locator("[data-sheet-paste]")).to_contain_text("Lạ")
    expect(field(page, market[0], "buy")).to_have_value("")


def test_the_sheet_works_without_scripts(actor, market):
    gold = market[0]
    page = open_sheet(actor(java_script_enabled=False), market)
    field(page, gold, "buy").fill("148.100.000")
    field(page, gold, "sell").fill("11.5")
    page.locator(".day-sheet [type=submit]").click()
    expect(field(page, gold, "buy")).to_have_value("148.100.000")
    expect(page.locator(".sheet .errorlist")).to_be_visible()

    field(page, gold, "sell").fill("150.100.000")
    page.locator(".day-sheet [type=submit]").click()

    page.locator(".messagelist .success").wait_for()
    assert Quote.objects.filter(sell=150_100_000).count() == 1


@pytest.mark.parametrize("width", [360, 390, 768, 1440])
def test_the_sheet_fits_its_screen(page, market, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_sheet(page, market)
    QuoteFactory(instrument=market[0])  # a price of today beside that of yesterday
    page.reload()
    field(page, market[0], "buy").fill("14.810.000")
    expect(page.locator(f'[data-warning="instrument-{market[0].pk}-buy"]')).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
