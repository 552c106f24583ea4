"""The whole job, each actor in a browser session of their own: draft, send back, mend, publish, read, vote, price."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from newsroom.desk import roles
from newsroom.text.vietnamese import format_number
from tests.factories.articles import PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory
from tests.samples import owners_story

CHOICES = [
    "Đẹp và thân thiện, dễ đọc",
    "Đẹp nhưng chưa thân thiện",
    "Chưa đẹp nhưng khá thân thiện",
    "Xấu và không thân thiện",
]


@pytest.fixture
def paper():
    """A paper with a desk, a poll and a price of yesterday."""
    section = SectionFactory(name="Xây dựng Đảng", slug="xay-dung-dang")
    reporter = UserFactory(username="phongvien", roles=[roles.REPORTER])
    UserFactory(username="bientap", roles=[roles.EDITOR]).sections_edited.add(section)
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    PenNameFactory(name="Đào Duy", slug="dao-duy", person=PersonFactory(account=reporter))
    PollFactory(question="Nhận xét về giao diện mới của báo Ninh Bình", on_front=True, choices=CHOICES)
    gold = InstrumentFactory(name="Vàng miếng", on_front=True)
    QuoteFactory(instrument=gold, buy=146_000_000, sell=148_000_000, quoted_at=timezone.now() - timedelta(days=1))
    return section


def sign_in(page, username):
    page.goto("/admin/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill("secret")
    page.locator("[type=submit]").click()
    page.wait_for_url("**/admin/")


def write_body(page, paragraphs):
    editor = page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]")
    editor.click()
    for index, paragraph in enumerate(paragraphs):
        page.keyboard.insert_text(paragraph)
        if index + 1 < len(paragraphs):
            page.keyboard.press("Enter")


def choose_pen_name(page, name):
    page.locator("#bylines-0 .select2-selection").click()
    page.locator(".select2-search__field").last.fill(name)
    page.get_by_role("option", name=name).click()


def press(page, move):
    page.locator(f"button[name=_move][value={move}]").click()
    page.wait_for_load_state()


def open_story(page, title):
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name=title).click()
    page.wait_for_load_state()


def test_story_goes_from_draft_to_reader_and_reader_votes_and_price_moves(actor, paper):
    title, standfirst, paragraphs, byline = owners_story()

    reporter = actor()
    sign_in(reporter, "phongvien")
    reporter.goto("/admin/articles/article/add/")
    reporter.locator("#id_title").fill(title)
    reporter.locator("#id_standfirst").fill(standfirst)
    write_body(reporter, paragraphs[:-1])
    reporter.locator("#id_section").select_option(label=paper.name)
    choose_pen_name(reporter, byline)
    press(reporter, "submit")
    story = Article.objects.get()
    assert (story.title, story.status, story.byline) == (title, "submitted", byline)
    reader = actor()
    assert reader.goto(story.get_absolute_url()).status == 404

    editor = actor()
    sign_in(editor, "bientap")
    open_story(editor, title)
    editor.locator("#move_note").fill("Còn thiếu đoạn kết.")
    press(editor, "send_back")

    open_story(reporter, title)
    assert reporter.locator(".last-note").inner_text().count("Còn thiếu đoạn kết.") == 1
    write_body(reporter, [])
    reporter.keyboard.press("Control+End")
    reporter.keyboard.press("Enter")
    reporter.keyboard.insert_text(paragraphs[-1])
    press(reporter, "submit")

    open_story(editor, title)
    press(editor, "approve")
    press(editor, "publish")
    assert Article.objects.published().get() == story

    read_it_everywhere(reader, story, title, standfirst, paragraphs, byline)
    vote_twice(reader)
    enter_gold_price(actor, reader)


def read_it_everywhere(reader, story, title, standfirst, paragraphs, byline):
    reader.goto("/")
    front = reader.locator("main")
    assert front.get_by_role("link", name=title).is_visible()
    assert byline in front.inner_text()
    assert reader.locator("aside").get_by_text("Giá cả thị trường").is_visible()
    assert reader.locator("aside").get_by_text("Nhận xét về giao diện mới của báo Ninh Bình").is_visible()
    reader.goto("/xay-dung-dang/")
    assert reader.locator("main").get_by_role("link", name=title).is_visible()
    reader.goto("/tim-kiem/?q=chi+bo")
    assert reader.locator("main").get_by_role("link", name=title).is_visible()
    assert title in reader.request.get("/rss/").text()
    reader.goto("/")
    reader.locator("main").get_by_role("link", name=title).click()
    reader.wait_for_url(f"**{story.get_absolute_url()}")
    assert reader.locator("h1").inner_text() == title
    assert reader.locator(".standfirst").inner_text() == standfirst
    assert reader.locator(".prose p").all_inner_texts() == paragraphs
    assert reader.locator(".story .signed").inner_text() == byline


def vote_twice(reader):
    reader.goto("/")
    ballot = reader.locator("aside form").filter(has_text=CHOICES[0])
    assert ballot.locator("label").all_inner_texts() == CHOICES
    ballot.get_by_text(CHOICES[0]).click()
    ballot.get_by_role("button").click()
    reader.locator("aside").get_by_text("1 lượt bình chọn").wait_for()
    reader.goto("/")
    ballot.get_by_text(CHOICES[3]).click()
    ballot.get_by_role("button").click()
    reader.locator("aside").get_by_text("Bạn đã bình chọn").wait_for()
    reader.locator("aside").get_by_text("1 lượt bình chọn").wait_for()


def enter_gold_price(actor, reader):
    chief = actor()
    sign_in(chief, "thuky")
    chief.goto("/admin/markets/group/")
    chief.get_by_role("link", name="Nhập giá").first.click()
    row = chief.locator("tr").filter(has_text="Vàng miếng")
    row.locator("input").first.wait_for()
    buy, sell = row.locator("input").all()[:2]
    buy.fill("147.300.000")
    sell.fill("149.300.000")
    chief.locator("input[name$=source]").first.fill("Cửa hàng vàng ở Hoa Lư")
    chief.locator(".submit-row [type=submit]").click()
    chief.wait_for_load_state()
    reader.goto("/")
    widget = reader.locator(".prices").inner_text()
    assert format_number(149_300_000) in widget
    assert "+1.300.000" in widget
    assert "Cửa hàng vàng ở Hoa Lư" in widget
