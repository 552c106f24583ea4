from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest

from articles.models import Article
from newsroom.front.models import Paper
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 21, 23, 5, tzinfo=UTC)  # 06:05 on 22 November at the paper


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://bao.example"


def elements(client, path):
    """The elements at `path` in the feed."""
    return ElementTree.fromstring(client.get("/rss/").content).findall(path)  # noqa: S314 (written by us)


def texts(client, path):
    return [element.text for element in elements(client, path)]


def test_feed_carries_title_address_byline_time_and_section(client):
    story = ArticleFactory(live=True, title="Tin & ảnh", signed=[PenNameFactory(name="Hương Lan")])

    feed = feedparser.parse(client.get("/rss/").content)
    [entry] = feed.entries

    assert not feed.bozo
    assert feed.feed.language == "vi"
    assert (entry.title, entry.link) == ("Tin & ảnh", f"https://bao.example{story.get_absolute_url()}")
    assert (entry.author, entry.tags[0].term) == ("Hương Lan", story.section.name)
    assert entry.published_parsed[:5] == story.published_at.utctimetuple()[:5]


def test_feed_bears_the_name_of_the_paper(client):
    section = SectionFactory(name="Quốc phòng & An ninh")
    Paper(pk=1, name="Báo <Thử>").save()

    whole, part = (feedparser.parse(client.get(f"/rss/{slug}").content).feed for slug in ("", f"{section.slug}/"))

    assert (whole.title, whole.link) == ("Báo <Thử>", "https://bao.example/")
    assert part.title == "Báo <Thử> - Quốc phòng & An ninh"
    assert part.link == f"https://bao.example{section.get_absolute_url()}"


def test_feed_writes_full_dates_of_the_paper(client):
    older = ArticleFactory(live=True, published_at=MORNING - timedelta(days=1))
    newest = ArticleFactory(live=True, published_at=MORNING)
    Article.objects.filter(pk=newest.pk).update(changed_at=MORNING)
    Article.objects.filter(pk=older.pk).update(changed_at=MORNING + timedelta(hours=1))

    assert texts(client, ".//pubDate") == ["Sun, 22 Nov 2026 06:05:00 +0700", "Sat, 21 Nov 2026 06:05:00 +0700"]
    assert texts(client, ".//lastBuildDate") == ["Sun, 22 Nov 2026 07:05:00 +0700"]


def test_feed_says_that_an_entry_is_known_by_its_address(client):
    story = ArticleFactory(live=True)

    [guid] = elements(client, ".//guid")

    assert (guid.get("isPermaLink"), guid.text) == ("true", f"https://bao.example{story.get_absolute_url()}")


def test_feed_names_each_author_and_the_agency_where_nobody_is_named(client):
    creator = ".//{http://purl.org/dc/elements/1.1/}creator"
    ArticleFactory(live=True, published_at=MORNING, source="TTXVN")
    ArticleFactory(live=True, signed=[PenNameFactory(name="Thu Hằng"), PenNameFactory(name="Văn Phước")])

    assert texts(client, creator) == ["Thu Hằng", "Văn Phước", "TTXVN"]


def test_section_feed_holds_the_section_only(client):
    story = ArticleFactory(live=True)
    ArticleFactory(live=True, section=SectionFactory())

    feed = feedparser.parse(client.get(f"/rss/{story.section.slug}/").content)

    assert [entry.title for entry in feed.entries] == [story.title]


@pytest.mark.parametrize("count", [1, 3])
def test_feed_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        ArticleFactory(live=True, signed=[PenNameFactory()])

    with django_assert_num_queries(2):  # stories, paper
        client.get("/rss/")
