"""The checks before publishing follow what is typed, without a reload."""

import pytest
from playwright.sync_api import expect

from newsroom.desk import roles
from tests.e2e.test_main_job import sign_in
from tests.e2e.test_story_form import change, opened
from tests.factories.articles import ArticleFactory, PenNameFactory, TagFactory
from tests.factories.desk import UserFactory


@pytest.fixture
def story(db):
    reporter = UserFactory(username="phongvien", roles=[roles.REPORTER])
    return ArticleFactory(created_by=reporter, title="Tít", signed=[PenNameFactory()], tagged=[TagFactory()])


@pytest.fixture
def form(page, story):
    sign_in(page, "phongvien")
    return opened(page, change(story))


def check(page, code):
    """The check's entry among those that did not pass."""
    return page.locator(f'[data-checklist] > ul [data-check="{code}"]')


def test_check_fails_and_passes_while_the_standfirst_is_typed(form):
    expect(check(form, "standfirst")).to_have_count(0)

    form.locator("#id_standfirst").fill("")
    expect(check(form, "standfirst")).to_have_count(1)

    form.locator("#id_standfirst").fill("chữ " * 20)
    expect(check(form, "standfirst")).to_have_count(0)
    expect(check(form, "standfirst_length")).to_have_count(0)


def test_check_follows_the_editor_and_its_link_leads_there(form):
    form.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]").click()
    form.keyboard.type("Đoạn này còn TODO.")
    expect(check(form, "leftovers")).to_have_count(1)

    check(form, "leftovers").locator("a").click()
    form.keyboard.press("Control+A")
    form.keyboard.type("Nội dung sạch.")
    expect(check(form, "leftovers")).to_have_count(0)


def test_asking_leaves_the_form_as_it_is(form):
    with form.expect_response("**/checklist/"):
        form.locator("#id_standfirst").fill("chữ " * 20)
    form.locator("#id_standfirst").fill("Tóm tắt của tin.")

    expect(form.locator("[data-unsaved]")).to_be_hidden()
