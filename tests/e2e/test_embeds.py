"""A poll and prices in a story: chosen in the dialog, saved, published, read and voted in; and in a foreign frame."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from markets.models import Source
from newsroom.desk import roles
from newsroom.front.models import Paper
from polls.models import Ballot
from tests.e2e.test_main_job import sign_in
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def poll():
    return PollFactory(question="Nên mở chợ đêm?", slug="cho-dem", choices=["Nên", "Không"])


@pytest.fixture
def gold():
    gold = InstrumentFactory(name="Vàng miếng", slug="vang-mieng")
    QuoteFactory(instrument=gold, buy=146_000_000, sell=148_000_000, quoted_at=timezone.now() - timedelta(days=1))
    return gold


def figure(kind, thing):
    return f'<figure data-embed="{kind}"><a href="{thing.get_absolute_url()}">{thing}</a></figure>'


def editor(page):
    return page.frame_locator("#cke_id_body iframe").locator("body[contenteditable=true]")


def dialog(page, button=".cke_button__embed"):
    page.locator(button).click()
    expect(page.locator(".cke_dialog:visible")).to_have_count(1)
    return page.locator(".cke_dialog:visible")


def save(page):
    page.locator("[name=_continue]").last.click()
    page.wait_for_load_state()


def test_desk_puts_a_poll_and_a_price_into_a_story_by_keyboard(page, poll, gold):
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    story = ArticleFactory(title="Chợ đêm", body="<p>Tin đầu.</p>", signed=[PenNameFactory()])
    PollFactory(question="Chuyện khác?")
    sign_in(page, "thuky")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    editor(page).locator("p").click()
    page.keyboard.press("End")

    shown = dialog(page)
    expect(shown.locator("option", has_text="Nên mở chợ đêm?")).to_have_count(1)
    page.keyboard.type("cho dem")
    expect(shown.locator("option", has_text="Chuyện khác?")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(editor(page).locator("figure[data-embed=poll]")).to_have_text("Nên mở chợ đêm?")

    editor(page).locator("p", has_text="Tin đầu.").click()
    expect(editor(page).locator(".cke_widget_focused")).to_have_count(0)
    shown = dialog(page)
    shown.locator("select").first.select_option("frozen")
    expect(shown.locator("option", has_text="Vàng miếng")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(editor(page).locator("figure[data-embed=frozen]")).to_have_text("Vàng miếng")
    save(page)

    saved = Article.objects.get(pk=story.pk).body
    assert sorted(saved.split("\n")) == sorted([figure("frozen", gold), figure("poll", poll), "<p>Tin đầu.</p>"])
    label = editor(page).locator("figure[data-embed=poll]").get_attribute("data-label")
    assert label


def test_dialog_says_that_nothing_was_found_and_mends_what_stands_there(page, poll):
    other = PollFactory(question="Chuyện khác?", slug="khac")
    UserFactory(username="thuky", roles=[roles.DESK_CHIEF])
    story = ArticleFactory(body=figure("poll", poll))
    sign_in(page, "thuky")
    page.goto(f"/admin/articles/article/{story.pk}/change/")

    editor(page).locator("figure").dblclick()
    shown = page.locator(".cke_dialog:visible")
    expect(shown.locator("option", has_text="Nên mở chợ đêm?")).to_have_count(1)
    shown.locator("input[type=text]").fill("khongcogi")
    page.keyboard.press("a")
    expect(shown.locator("[role=status]")).not_to_be_empty()
    shown.locator("input[type=text]").fill("khá")
    page.keyboard.type("c")
    expect(shown.locator("option", has_text="Chuyện khác?")).to_have_count(1)
    page.keyboard.press("Enter")

    expect(editor(page).locator("figure")).to_have_text("Chuyện khác?")
    save(page)
    assert Article.objects.get(pk=story.pk).body == figure("poll", other)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_reader_votes_in_a_story(actor, poll, gold, scripts):
    body = "".join(figure(kind, gold) for kind in ["price", "chart", "frozen"]) + figure("poll", poll)
    story = ArticleFactory(live=True, section=SectionFactory(), body=body)
    page = actor(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    stored = page.request.get(story.get_absolute_url())
    page.route(f"**{story.get_absolute_url()}", lambda route: route.fulfill(response=stored))  # by a cache of ours
    page.goto(story.get_absolute_url())

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".prose .embed").count() == 4
    page.locator(".prose").get_by_label("Không").check()
    page.locator(".prose .ballot__button").click()
    page.locator(".poll__notice").wait_for()

    assert Ballot.objects.get().place == "story"


@pytest.fixture
def elsewhere():
    """A site of somebody else's, which answers with whatever is put into `page`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(self.server.page.encode())

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


SCROLLS = "it => [it.scrollHeight - it.clientHeight, it.scrollWidth - it.clientWidth]"


@pytest.fixture
def home(live_server, settings):
    """The address of the paper, by which it knows itself."""
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.mark.parametrize("width", [280, 600])
def test_poll_and_price_stand_in_the_frame_of_another_site(browser, home, elsewhere, poll, gold, width):
    Paper(pk=Paper.ONLY, is_demo=True).save()
    Source.objects.update(is_demo=True)  # what is said of demonstrations takes room too
    page = browser.new_page()
    asked = [f"{home}/oembed?maxwidth={width}&url={home}{thing.get_absolute_url()}" for thing in (poll, gold)]
    codes = [page.request.get(address).json()["html"] for address in asked]
    elsewhere.page = f"<!doctype html><title>Trang khác</title><link rel=icon href='data:,'>{''.join(codes)}"
    page.goto(f"http://127.0.0.1:{elsewhere.server_port}/")

    frames = [page.frame_locator("iframe").nth(number) for number in (0, 1)]
    expect(frames[0].locator("h1")).to_have_text("Nên mở chợ đêm?")
    expect(frames[1].locator("h1")).to_have_text("Vàng miếng")
    for frame in frames:
        assert frame.locator("html").evaluate(SCROLLS) == [0, 0]
    assert frames[0].locator("form").count() == 0
    with page.context.expect_page() as opened:
        frames[0].locator(".ballot__button").click()
    ours = opened.value
    ours.get_by_label("Không").check()
    ours.locator(".ballot__button").click()
    ours.locator(".poll__notice").wait_for()

    assert ours.evaluate("window.opener") is None
    assert Ballot.objects.get().place == "embed"
    page.context.close()


def test_story_refuses_to_be_framed_elsewhere(browser, live_server, elsewhere):
    story = ArticleFactory(live=True, title="Không cho đóng khung")
    elsewhere.page = f'<iframe src="{live_server.url}{story.get_absolute_url()}"></iframe>'
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{elsewhere.server_port}/")

    assert page.frame_locator("iframe").get_by_text("Không cho đóng khung").count() == 0
    page.context.close()


def test_code_for_other_sites_is_copied(actor, poll, home):
    page = actor(permissions=["clipboard-read", "clipboard-write"])
    page.goto(poll.get_absolute_url())

    page.locator(".embed-code summary").click()
    page.locator(".embed-code button").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".embed-code textarea").input_value()
    assert copied.startswith(f'<iframe src="{home}{poll.get_absolute_url()}nhung/"')
