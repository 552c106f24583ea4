"""What machines are told of every page that a search engine may keep."""

import json
import re

import pytest

from tests.factories.articles import ArticleFactory, PenNameFactory, TagFactory
from tests.factories.markets import QuoteFactory
from tests.factories.photos import PhotoFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

KINDS = {
    "front": ["WebSite", "NewsMediaOrganization"],
    "story": ["NewsArticle", "BreadcrumbList"],
    "section": ["CollectionPage", "BreadcrumbList"],
    "author": ["ProfilePage", "BreadcrumbList"],
    "tag": ["CollectionPage", "BreadcrumbList"],
    "polls": ["CollectionPage", "BreadcrumbList"],
    "poll": ["WebPage", "BreadcrumbList"],
    "prices": ["CollectionPage", "BreadcrumbList"],
    "instrument": ["WebPage", "BreadcrumbList"],
}


def address_of(kind):
    name, tag = PenNameFactory(), TagFactory()
    story = ArticleFactory(live=True, signed=[name], tagged=[tag], lead_photo=PhotoFactory())
    fixed = {"front": "/", "polls": "/binh-chon/", "prices": "/gia-ca-thi-truong/"}
    things = {"story": story, "section": story.section, "author": name, "tag": tag, "poll": PollFactory(),
              "instrument": QuoteFactory().instrument}  # fmt: skip
    return fixed.get(kind) or things[kind].get_absolute_url()


def meta(html, name):
    return re.findall(rf'<meta (?:name|property)="{name}"\s+content="([^"]*)"', html)


@pytest.mark.parametrize("kind", KINDS)
def test_page_tells_machines_one_address_title_and_description(client, settings, kind):
    settings.SITE_URL = "https://bao.example"
    address = address_of(kind)

    html = client.get(address).content.decode()

    assert re.findall(r'<link rel="canonical"\s+href="([^"]+)"', html) == [f"https://bao.example{address}"]
    assert meta(html, "og:url") == [f"https://bao.example{address}"]
    assert len(meta(html, "og:title")) == 1
    assert meta(html, "description") == meta(html, "og:description") != [""]


@pytest.mark.parametrize(("kind", "types"), KINDS.items())
def test_page_says_what_it_is_and_the_way_to_it(client, kind, types):
    html = client.get(address_of(kind)).content.decode()

    things = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', html, re.DOTALL)]
    assert [thing["@type"] for thing in things] == types
    if "BreadcrumbList" in types:
        steps = things[-1]["itemListElement"]
        assert [steps[0]["name"], steps[-1]["item"]] == ["Trang chủ", meta(html, "og:url")[0]]


def test_page_of_an_answer_to_a_vote_names_the_poll_itself(client, settings):
    settings.SITE_URL = "https://bao.example"
    poll = PollFactory()

    html = client.get(poll.get_vote_url()).content.decode()

    assert meta(html, "og:url") == [f"https://bao.example{poll.get_absolute_url()}"]
    assert f'href="https://bao.example{poll.get_absolute_url()}"' in html
