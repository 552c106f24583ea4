"""An earlier version is compared and brought back from the timeline, and nothing is lost by it."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.e2e.test_main_job import sign_in
from tests.e2e.test_story_form import change, opened
from tests.e2e.writing import at_rest, text_of, type_at_end_of


def saved(form, title, words):
    form.locator("#id_title").fill(title)
    type_at_end_of(form, 0, words)
    form.get_by_role("button", name="Lưu", exact=True).click()
    expect(form.locator(".messagelist")).to_be_visible()
    text_of(form).locator("p").first.wait_for()
    return at_rest(form)


@pytest.fixture
def timeline(page, reporter, story):
    """The timeline of a story with three versions, reached from its form."""
    sign_in(page, "phongvien")
    at_rest(opened(page, change(story)))
    saved(page, "Đê sụt hai điểm", " Xã họp khẩn.")
    saved(page, "Đê sụt ba điểm", " Huyện cử người.")
    page.get_by_role("link", name="Mọi phiên bản").click()
    page.locator(".revisions__timeline li").nth(2).wait_for()
    return page


def version(timeline, number):
    return timeline.locator(".revisions__timeline li").filter(has=timeline.locator(f"strong:text-is('{number}')"))


def test_two_versions_are_compared_and_the_older_is_brought_back(timeline, story):
    version(timeline, 1).get_by_label("từ").check()
    version(timeline, 3).get_by_label("đến").check()
    timeline.get_by_role("button", name="So sánh").click()
    difference = timeline.locator(".revisions__difference")
    expect(difference.locator("ins", has_text="Xã họp khẩn. Huyện cử người.")).to_be_visible()
    expect(difference.locator("dd ins", has_text="ba điểm").first).to_be_visible()

    version(timeline, 1).get_by_role("button", name="Khôi phục bản này").click()

    expect(timeline.locator("#id_title")).to_have_value("Đê sụt")
    expect(text_of(timeline).locator("p").first).to_have_text("Đê dài ba cây số, nước lên nhanh.")
    brought_back = Article.objects.get(pk=story.pk)
    assert brought_back.body == story.body
    newest, before = brought_back.revisions.order_by("-number")[:2]
    assert (newest.number, newest.restores) == (4, 1)
    assert before.content["title"] == "Đê sụt ba điểm"


def test_what_was_newer_can_be_brought_back_in_its_turn(timeline, story):
    version(timeline, 1).get_by_role("button", name="Khôi phục bản này").click()
    expect(timeline.locator("#id_title")).to_have_value("Đê sụt")

    timeline.get_by_role("link", name="Mọi phiên bản").click()
    expect(version(timeline, 4)).to_contain_text("khôi phục bản 1")
    version(timeline, 3).get_by_role("button", name="Khôi phục bản này").click()

    expect(timeline.locator("#id_title")).to_have_value("Đê sụt ba điểm")
    expect(text_of(timeline).locator("p").first).to_have_text(
        "Đê dài ba cây số, nước lên nhanh. Xã họp khẩn. Huyện cử người."
    )
    assert list(story.revisions.order_by("number").values_list("number", "restores")) == [
        (1, None), (2, None), (3, None), (4, 1), (5, 3),
    ]  # fmt: skip
