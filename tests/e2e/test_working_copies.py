"""A published story is changed: on a working copy that no reader sees a letter of, or by a minor fix in one go."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from articles import actions
from articles.models import Article
from newsroom.pages.clock import database_now
from tests.e2e.test_main_job import press, sign_in
from tests.e2e.test_story_form import change, opened
from tests.e2e.writing import at_rest, text_of, type_at_end_of
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory

CHANGES = ["Đê sụt ba điểm", "Huyện cử người.", "Hương Lan", "hộ đê"]
"""Of the headline, the text, the byline and the tags."""


@pytest.fixture
def live(reporter):
    PenNameFactory(name="Hương Lan", slug="huong-lan")
    TagFactory(name="hộ đê", slug="ho-de")
    return ArticleFactory(
        live=True, section=SectionFactory(name="Thời sự", slug="thoi-su"), title="Đê sụt", created_by=reporter,
        body="<p>Đê dài ba cây số.</p>\n<p>Nước rút.</p>", signed=[PenNameFactory(name="Đào Duy", slug="dao-duy")],
        tagged=[TagFactory(name="đê điều", slug="de-dieu")], published_at=database_now() - timedelta(hours=2),
    )  # fmt: skip


@pytest.fixture
def form(page, chief, live):
    sign_in(page, "thuky")
    return at_rest(opened(page, change(live)))


def choose(form, field, name):
    form.locator(f"{field} .select2-selection").last.click()
    form.locator(".select2-search__field").last.fill(name)
    form.locator(".select2-results__option", has_text=name).click()


def make_all_changes(form):
    headline, text, byline, tag = CHANGES
    form.locator("#id_title").fill(headline)
    type_at_end_of(form, 0, f" {text}")
    form.locator(".add-row a").click()
    choose(form, "#bylines-group", byline)
    form.locator(".field-tags .select2-search__field").click()
    form.locator(".field-tags .select2-search__field").fill(tag)
    form.locator(".select2-results__option", has_text=tag).click()


def seen_by(reader, live):
    """Which of the CHANGES a reader finds on the story's page, and which on the front page, in the feed, by search."""
    story = reader.request.get(live.get_absolute_url(), max_redirects=0)
    assert story.status == 200
    lists = "".join(
        reader.request.get(address).text() for address in ["/", "/rss/", "/thoi-su/", "/tim-kiem/?q=đê+sụt"]
    )
    return [words for words in CHANGES if words in story.text()], CHANGES[0] in lists


def test_working_copy_is_seen_by_no_reader_until_it_is_published_and_then_whole(form, actor, live):
    reader = actor()
    nothing, everything = ([], False), (CHANGES, True)
    make_all_changes(form)
    form.get_by_role("button", name="Giữ thành bản sửa").click()
    form.wait_for_url(lambda address: change(live) not in address)
    [copy] = live.working_copies.all()
    expect(form.locator("#id_title")).to_have_value(CHANGES[0])
    assert seen_by(reader, live) == nothing

    type_at_end_of(form, 1, " Xã họp khẩn.")
    for move in ["submit", "approve"]:
        press(form, move)
        assert seen_by(reader, live) == nothing
    form.get_by_role("link", name="Những chỗ sửa").click()
    for words in ["ba điểm", *CHANGES[1:]]:
        expect(form.locator("ins", has_text=words).first).to_be_visible()
    opened(form, change(copy))
    press(form, "publish")

    assert seen_by(reader, live) == everything
    reader.goto(live.get_absolute_url())
    assert reader.locator(".prose p").all_inner_texts() == [
        "Đê dài ba cây số. Huyện cử người.", "Nước rút. Xã họp khẩn.",
    ]  # fmt: skip
    assert reader.locator(".story .signed").inner_text() == "Đào Duy - Hương Lan"
    assert sorted(reader.locator(".story .tags a").all_inner_texts()) == ["hộ đê", "đê điều"]
    expect(reader.locator(".story__credits")).not_to_contain_text("cập nhật")
    assert list(Article.objects.published()) == [live]


def test_reporter_may_not_write_in_a_published_story_but_begins_a_working_copy(page, actor, reporter, live):
    sign_in(page, "phongvien")
    page.goto(change(live))
    expect(page.locator("#id_title")).to_have_count(0)

    page.get_by_role("button", name="Mở bản sửa").click()
    text_of(page).wait_for()
    at_rest(page)
    page.locator("#id_title").fill(CHANGES[0])
    press(page, "submit")

    [copy] = live.working_copies.all()
    assert (copy.title, copy.status) == (CHANGES[0], "submitted")
    assert seen_by(actor(), live) == ([], False)


@pytest.mark.parametrize("substantial", [False, True])
def test_working_copy_tells_the_time_only_of_a_substantial_change(form, actor, live, reporter, chief, substantial):
    form.locator("#id_title").fill(CHANGES[0])
    form.get_by_role("button", name="Giữ thành bản sửa").click()
    form.wait_for_url(lambda address: change(live) not in address)
    [copy] = live.working_copies.all()
    for verb in [actions.submit, actions.approve]:
        verb(copy, by=chief)
    opened(form, change(copy))
    form.locator(".moves__substantial input").set_checked(substantial)
    press(form, "publish")

    reader = actor()
    reader.goto(live.get_absolute_url())
    expect(reader.locator("h1")).to_have_text(CHANGES[0])
    assert ("cập nhật" in reader.locator(".story__credits").inner_text()) == substantial


@pytest.mark.parametrize("substantial", [False, True])
def test_minor_fix_is_opened_mended_and_published_in_one_go(form, actor, live, substantial):
    reader = actor()
    type_at_end_of(form, 0, f" {CHANGES[1]}")
    form.locator(".story-actions__substantial input").set_checked(substantial)
    assert seen_by(reader, live) == ([], False)

    form.get_by_role("button", name="Đăng thay đổi").click()
    expect(form.locator(".messagelist")).to_be_visible()

    assert seen_by(reader, live) == ([CHANGES[1]], False)
    reader.goto(live.get_absolute_url())
    assert ("cập nhật" in reader.locator(".story__credits").inner_text()) == substantial
    assert not live.working_copies.exists()
