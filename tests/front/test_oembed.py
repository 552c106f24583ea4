"""oEmbed for other sites, and that nothing of ours may be framed but what is made for it."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from newsroom.front.models import Paper
from tests import test_access
from tests.factories.articles import ArticleFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory
from tests.test_access import TABLE, addresses, path_of, world  # noqa: F401 (a fixture)

pytestmark = pytest.mark.django_db

FRAMED = {"binh-chon/<slug:slug>-<int:pk>/nhung/", "gia-ca-thi-truong/<slug:slug>/nhung/"}


@pytest.fixture
def ask(client, settings):
    settings.SITE_URL = "https://bao.example"

    def ask(thing, **limits):
        url = thing if isinstance(thing, str) else f"https://bao.example{thing.get_absolute_url()}"
        return client.get("/oembed", {"url": url, **limits})

    return ask


def test_poll_is_told_as_the_standard_has_it(ask):
    poll = PollFactory(question="Đẹp “không”?")

    answer = ask(poll)
    said = answer.json()

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert said.pop("height") > 200
    assert said.pop("html").startswith(f'<iframe src="https://bao.example{poll.get_absolute_url()}nhung/"')
    assert said == {
        "version": "1.0",
        "type": "rich",
        "title": "Đẹp “không”?",
        "provider_name": Paper.current().name,
        "provider_url": "https://bao.example/",
        "cache_age": 86_400,
        "width": 600,
    }


def test_price_is_told_too(ask):
    said = ask(QuoteFactory(instrument__name="Vàng").instrument).json()

    assert said["title"] == "Vàng"


@pytest.mark.parametrize(("limit", "width"), {"280": 280, "1000": 600, "0": 600, "-5": 600, "x": 600, "²": 600}.items())
def test_widest_that_the_other_site_takes_is_honoured(ask, limit, width):
    said = ask(PollFactory(), maxwidth=limit).json()

    assert said["width"] == width
    assert f'width="{width}" height="{said["height"]}"' in said["html"]


def test_narrower_frame_is_higher_unless_the_other_site_says_how_high(ask):
    poll = PollFactory(question="Một câu hỏi dài dòng mà hẹp thì phải xuống mấy dòng mới hết chữ?")

    assert ask(poll, maxwidth=280).json()["height"] > ask(poll).json()["height"]
    assert ask(poll, maxheight=150).json()["height"] == 150


def test_nothing_is_told_of_what_is_not_ours_not_there_or_not_public(ask):
    ours = "https://bao.example"
    hidden = [PollFactory(draft=True), PollFactory(scheduled=True), InstrumentFactory(), ArticleFactory(live=True)]
    strange = ["", ours, f"{ours}/binh-chon/x-99999/", f"{ours}/gia-ca-thi-truong/khong-co/", f"{ours}.evil.example/"]
    poll = PollFactory().get_absolute_url()
    foreign = ["https://evil.example", "http://bao.example", "", "//bao.example", f"{ours}@h", f"{ours}:80"]

    assert {ask(thing).status_code for thing in [*hidden, *strange, *(site + poll for site in foreign)]} == {404}


def test_question_of_a_hidden_poll_is_not_in_the_answer(ask):
    assert "kín bưng" not in ask(PollFactory(draft=True, question="Chuyện kín bưng?")).content.decode()


def test_other_format_is_refused_as_the_standard_has_it(ask):
    assert ask(PollFactory(), format="xml").status_code == 501


def test_pages_lead_other_sites_to_oembed_and_readers_to_the_code(client, ask):
    for thing in (PollFactory(), QuoteFactory().instrument):
        page = client.get(thing.get_absolute_url()).content.decode()
        [address] = re.findall(r'type="application/json\+oembed"[^>]*href="https://bao.example([^"]+)"', page)

        said = client.get(address)

        assert said.status_code == 200
        assert escape(said.json()["html"]) in page


def test_page_that_has_nothing_for_other_sites_says_so_by_silence(client):
    instrument = InstrumentFactory()

    page = client.get(instrument.get_absolute_url()).content.decode()

    assert "oembed" not in page
    assert "embed-code" not in page


def may_be_framed(answer):
    """By others; the preview of a story frames itself."""
    ours = re.search("frame-ancestors '(none|self)'", answer["Content-Security-Policy"])
    return not (ours and answer.headers.get("X-Frame-Options") in ("DENY", "SAMEORIGIN"))


@pytest.mark.parametrize("who", ["anonymous", "chief"])
def test_nothing_else_of_ours_may_be_framed(client, request, world, who):  # noqa: F811
    if who == "chief":
        client.force_login(request.getfixturevalue("chief_account"))
    routes = [route for route in TABLE if not route.startswith("admin/logout")]

    framed = {route for route in routes if may_be_framed(client.get(path_of(route, world)))}

    assert framed == FRAMED


@pytest.fixture
def chief_account():
    return test_access.UserFactory(roles=[test_access.roles.DESK_CHIEF])


def test_framed_pages_are_the_same_bytes_for_everybody(client, chief_account):
    poll, instrument = PollFactory(), QuoteFactory().instrument
    for page in (reverse("polls:frame", args=[poll.slug, poll.pk]), reverse("markets:frame", args=[instrument.slug])):
        stranger = client.get(page)
        client.force_login(chief_account)
        known = client.get(page)
        client.logout()

        assert stranger.content == known.content
        assert (stranger.cookies, stranger.has_header("Vary")) == ({}, False)
        assert "frame-ancestors *" in stranger["Content-Security-Policy"]
        assert stranger["X-Robots-Tag"] == "noindex"


def test_table_of_addresses_is_whole():
    assert set(addresses()) >= FRAMED
