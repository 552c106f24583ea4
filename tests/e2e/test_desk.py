"""The desk in a real browser: small screens, both themes, and nothing typed is lost by leaving the page."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from tests.e2e.test_main_job import sign_in
from tests.factories.articles import ArticleFactory, PenNameFactory
from tests.factories.desk import UserFactory

WIDTHS = [360, 768, 1440]


@pytest.fixture
def story():
    """A draft of `phongvien`, long enough in its headline to need two lines."""
    reporter = UserFactory(username="phongvien", first_name="Duy", roles=[roles.REPORTER])
    title = "Đường đê qua ba thôn ven sông có nhiều điểm sụt lún sau đợt mưa muộn, xã đã cắm biển và chờ đơn vị quản lý"
    return ArticleFactory(created_by=reporter, status=Status.SENT_BACK, title=title, signed=[PenNameFactory()])


@pytest.fixture
def form(page, story):
    """The story's form, its editor ready."""
    sign_in(page, "phongvien")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]").wait_for()
    return page


def editor(page):
    return page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["/admin/", "/admin/articles/article/", "/admin/articles/article/add/"])
def test_page_of_the_desk_fits_its_screen(page, story, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "phongvien")
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_sign_in_page_fits_a_phone(page, live_server):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/admin/")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    expect(page.locator("[type=submit]")).to_be_in_viewport()


def test_navigation_opens_over_the_page_on_a_phone(page, story):
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(page, "phongvien")
    navigation = page.locator("#desk-nav")
    expect(navigation).to_be_hidden()

    page.locator(".desk-head__menu").click()

    expect(navigation).to_be_visible()
    navigation.locator("a", has_text="Bút danh").click()
    page.wait_for_url("**/admin/articles/penname/")


def test_form_stands_in_two_columns_where_there_is_room(form):
    form.set_viewport_size({"width": 1440, "height": 900})
    writing, facts = form.locator(".story-form__writing"), form.locator(".story-form__facts")
    assert facts.bounding_box()["x"] > writing.bounding_box()["x"] + writing.bounding_box()["width"]

    form.set_viewport_size({"width": 768, "height": 900})
    assert facts.bounding_box()["y"] > writing.bounding_box()["y"] + writing.bounding_box()["height"]


def test_headline_field_shows_the_whole_headline(form):
    form.set_viewport_size({"width": 360, "height": 740})
    field = form.locator("#id_title")

    expect(field).to_have_js_property("scrollTop", 0)
    form.wait_for_function("document.getElementById('id_title').scrollHeight <= id_title.offsetHeight")
    assert field.bounding_box()["height"] > 100


def test_length_of_the_story_follows_the_typing(form):
    length = form.locator("[data-length-of]")
    expect(length).to_contain_text("4 ")

    editor(form).click()
    form.keyboard.press("Control+End")
    form.keyboard.type(" Thêm ba chữ")

    expect(length).to_contain_text("7 ")


@pytest.mark.parametrize("place", ["headline", "text"])
def test_leaving_with_something_unsaved_asks_first(form, place):
    asked = []
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    sign = form.locator("[data-unsaved]")
    expect(sign).to_be_hidden()

    if place == "headline":
        form.locator("#id_title").press_sequentially("x")
    else:
        editor(form).click()
        form.keyboard.type("x")
    expect(sign).to_be_visible()
    form.goto("/admin/")

    assert asked == ["beforeunload"]


def test_leaving_what_was_not_touched_and_saving_do_not_ask(form, story):
    asked = []
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    form.reload()
    form.locator("#id_kicker").fill("Ven sông")
    form.locator(".story-actions button.default").click()
    form.wait_for_load_state()

    assert asked == []
    assert Article.objects.get(pk=story.pk).kicker == "Ven sông"


def test_enter_in_a_field_saves_and_moves_nothing(form, story):
    form.locator("#id_kicker").fill("Ven sông")
    form.locator("#id_kicker").press("Enter")
    form.locator(".messagelist .success").wait_for()

    story.refresh_from_db()
    assert (story.kicker, story.status) == ("Ven sông", Status.SENT_BACK)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_in_the_editor_follows_the_theme(form, theme):
    form.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    form.reload()
    editor(form).wait_for()

    inside = editor(form).evaluate("body => getComputedStyle(body).color")

    assert inside == form.evaluate("getComputedStyle(document.body).color")
