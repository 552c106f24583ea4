"""The reader's paper in a real browser: nothing jumps, twenty sections fit, and it all works without scripts."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from newsroom.text.vietnamese import format_long_date
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory
from tests.factories.markets import QuoteFactory
from tests.factories.photos import PhotoFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = [360, 768, 1440]
LATE = 1500  # milliseconds until a font comes
SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((shift) => shift.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
# Texts that break differently in other fonts.
STANDFIRSTS = (
    """
Gặt xong lúa mùa chưa đầy tuần, ruộng ở Khánh Mai đã lên luống trồng khoai. Máy móc, hợp đồng bao tiêu và một
quyển sổ tay chung giúp vụ phụ ngày trước trở thành vụ cho lãi cao nhất năm.

Hai ngày mưa lớn trái mùa khiến nhiều ruộng rau màu ở Hoàng Khê, Gia Lĩnh và Đồng Trạch chìm trong nước. Nhờ vận
hành máy bơm suốt đêm, đến nay hai phần ba diện tích ngập đã lộ mặt luống.

Mở một con đường dài hơn cây số qua giữa làng, chi bộ thôn Đoài Thượng, xã Hoàng Khê đã họp bảy lần, gõ cửa 57
nhà và nắn mép đường để giữ một gốc nhãn. Đường xong mà không nhà nào phải cưỡng chế.
""".replace("\n\n", "|")
    .replace("\n", " ")
    .split("|")
)
OWN_FONTS = """
  Promise.allSettled(["Newsreader on Noto", "Newsreader on Times", "Be Vietnam on Noto", "Be Vietnam on Arial"]
    .map((name) => document.fonts.load(`1em "${name}"`)))
    .then((found) => found.map(({ value }) => Boolean(value?.length)))
    .then(([serif, times, sans, arial]) => (serif || times) && (sans || arial))
"""
PARAGRAPH = (
    "<p>" + "Bốn giờ rưỡi sáng, sương còn trắng mặt mương, cánh đồng đã có ánh đèn pin của người đi dặm. " * 6 + "</p>"
)


@pytest.fixture
def paper():
    """Addresses of one page of each kind, with enough on them to jump; the words never vary, nor do their lines."""
    section, name = SectionFactory(name="Nông nghiệp"), PenNameFactory(name="Hương Lan")
    poll = PollFactory(question="Nhận xét về giao diện mới của báo Ninh Bình", on_front=True)
    for instrument in ("Vàng miếng SJC", "Vàng nhẫn trơn 9999", "Đô la Mỹ (USD)"):
        QuoteFactory(
            instrument__name=instrument, instrument__on_front=True, instrument__group__name=f"Nhóm {instrument}"
        )
    for number in range(14):
        story = ArticleFactory(
            live=True, section=section, signed=[name], lead_photo=PhotoFactory(), standfirst=STANDFIRSTS[number % 3],
            kicker="Phóng sự", body=PARAGRAPH * 3, title=f"Khánh Mai, cánh đồng không nghỉ đông {number}",
        )  # fmt: skip
    things = [section, story, poll]
    return ["/", *(thing.get_absolute_url() for thing in things), "/gia-ca-thi-truong/"]


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_jumps_when_the_fonts_come_late(actor, paper, width):
    page = actor(viewport={"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto("/")
    if not page.evaluate(OWN_FONTS):
        pytest.skip("NOT TESTED: none of the fonts that stand in for ours is installed")

    def late(route):
        page.wait_for_timeout(LATE)
        route.continue_()

    for address in paper:
        page.context.route("**/*.woff2", late)  # routing also keeps the browser from using its cache
        page.goto(address)
        page.evaluate("document.fonts.ready.then(() => document.fonts.load('400 1em Newsreader', 'aế'))")
        page.wait_for_timeout(300)

        assert page.evaluate("document.fonts.check('400 1em Newsreader', 'aế')"), address
        assert sum(page.evaluate("window.shifts")) < 0.01, address


@pytest.mark.parametrize("width", WIDTHS)
def test_twenty_sections_can_all_be_reached_without_scripts(actor, width):
    names = ["Chính trị", "Xây dựng Đảng", "Quốc phòng - An ninh", "Khoa học - Công nghệ", "Cải cách hành chính"] * 4
    for name in names:
        SectionFactory(name=name)
    page = actor(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page.goto("/")
    links = page.locator(".sections a")
    page.locator(".masthead__search").focus()

    for place in range(len(names)):
        page.keyboard.press("Tab")
        page.wait_for_timeout(100)  # the row scrolls with the next frame
        box = page.locator(".sections a:focus").bounding_box()
        assert page.locator(".sections a:focus").inner_text() == names[place]
        assert box["x"] >= 0, names[place]
        assert box["x"] + box["width"] <= width, names[place]
        assert box["height"] >= 24, names[place]
    assert links.count() == len(names)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_the_row_of_sections_shows_that_it_goes_on(actor):
    SectionFactory.create_batch(20)
    page = actor(viewport={"width": 360, "height": 800})
    page.goto("/")

    assert page.evaluate("getComputedStyle(document.querySelector('.sections'), '::after').width") == "48px"
    assert page.evaluate(
        "(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)(document.querySelector('.sections ul'))"
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_screen(actor, paper, width):
    page = actor(viewport={"width": width, "height": 800})

    for address in [*paper, "/tim-kiem/?q=khanh", "/khong-co/"]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == width, address


def test_front_stands_in_two_columns_on_a_tablet(actor, paper):
    page = actor(viewport={"width": 768, "height": 1000})
    page.goto("/")

    rest, side = (page.locator(f".front__{part}").bounding_box() for part in ("rest", "side"))

    assert rest["x"] + rest["width"] <= side["x"]


def test_front_has_no_hole_under_the_pair(actor, paper):
    page = actor(viewport={"width": 1440, "height": 1000})
    page.goto("/")

    bottom = "boxes => Math.max(...boxes.map(box => box.getBoundingClientRect().bottom))"
    main, pair, side = (
        page.locator(part).evaluate_all(bottom) for part in (".front__main", ".front__pair .meta", ".front__side")
    )

    assert main == pytest.approx(side, abs=1)
    assert pair == pytest.approx(main, abs=2)


def test_link_of_a_story_is_copied(actor, paper):
    page = actor(permissions=["clipboard-read", "clipboard-write"])
    page.goto(paper[2])

    page.get_by_role("button", name="Sao chép liên kết").click()
    page.get_by_role("button", name="Đã sao chép liên kết").wait_for()

    assert page.evaluate("navigator.clipboard.readText()").endswith(paper[2])


def test_side_column_brings_prices_and_a_ballot_that_votes(actor, paper):
    page = actor()
    page.goto(paper[2])

    page.locator(".side .prices").wait_for()
    page.locator(".side .ballot__choice input").first.check()
    page.locator(".side .ballot__button").click()
    page.locator(".side .poll__notice").wait_for()

    assert page.locator(".side__way").count() == 0


def test_side_column_leads_to_prices_and_polls_without_scripts(actor, paper):
    page = actor(java_script_enabled=False)
    page.goto(paper[2])

    links = [link.get_attribute("href") for link in page.locator(".side a").all()]

    assert links == ["/gia-ca-thi-truong/", "/binh-chon/"]


def test_masthead_tells_today_on_a_page_of_another_day(actor, paper):
    """As the server writes it, wherever it is read."""
    page = actor(timezone_id="America/Los_Angeles")
    page.goto(paper[2])
    written = page.locator(".masthead [data-today]")
    assert written.inner_text() == format_long_date(timezone.now())

    page.clock.install(time=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    page.goto(paper[2])
    assert written.inner_text() == "Thứ hai, 23/11/2026"
