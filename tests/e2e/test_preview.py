"""A preview link in a real browser: the frame opens under the readers' Content-Security-Policy, at each width."""

import pytest
from playwright.sync_api import expect

from articles import previews
from newsroom.desk import roles
from tests.factories.articles import ArticleFactory, PenNameFactory
from tests.factories.desk import UserFactory


@pytest.fixture
def link(db):
    reporter = UserFactory(username="phongvien", roles=[roles.REPORTER])
    story = ArticleFactory(created_by=reporter, title="Chuyện còn kín", signed=[PenNameFactory()])
    return previews.make(story, by=reporter)


def frame(page):
    return page.frame_locator("iframe.preview__frame")


@pytest.mark.parametrize(("place", "pixels"), [(1, 392), (2, 1280)], ids=["phone", "computer"])
def test_story_and_front_page_are_shown_at_the_width_that_is_chosen(page, link, place, pixels):
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(link.get_absolute_url())
    expect(frame(page).locator("h1")).to_have_text("Chuyện còn kín")

    page.locator(".preview__bar nav").nth(1).locator("a").nth(place).click()
    expect(page.locator("iframe")).to_have_js_property("offsetWidth", pixels)

    page.locator(".preview__bar nav").nth(0).locator("a").nth(1).click()
    expect(frame(page).locator(".front__lead .card__title")).to_have_text("Chuyện còn kín")
    expect(page.locator("iframe")).to_have_js_property("offsetWidth", pixels)


def test_link_in_the_preview_opens_beside_it(page, link):
    page.goto(link.get_absolute_url())

    with page.expect_popup() as opened:
        frame(page).locator(".masthead__name a").click()

    expect(opened.value.locator(".masthead__name")).to_be_visible()
    expect(frame(page).locator("h1")).to_have_text("Chuyện còn kín")
