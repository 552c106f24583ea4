import feedparser
import pytest

from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory

pytestmark = pytest.mark.django_db


def test_feed_carries_title_address_byline_time_and_section(client, settings):
    settings.SITE_URL = "https://bao.example"
    story = ArticleFactory(live=True, title="Tin & ảnh", signed=[PenNameFactory(name="Hương Lan")])

    feed = feedparser.parse(client.get("/rss/").content)
    [entry] = feed.entries

    assert not feed.bozo
    assert feed.feed.language == "vi"
    assert (entry.title, entry.link) == ("Tin & ảnh", f"https://bao.example{story.get_absolute_url()}")
    assert (entry.author, entry.tags[0].term) == ("Hương Lan", story.section.name)
    assert entry.published_parsed[:5] == story.published_at.utctimetuple()[:5]


def test_section_feed_holds_the_section_only(client):
    story = ArticleFactory(live=True)
    ArticleFactory(live=True, section=SectionFactory())

    feed = feedparser.parse(client.get(f"/rss/{story.section.slug}/").content)

    assert [entry.title for entry in feed.entries] == [story.title]


@pytest.mark.parametrize("count", [1, 3])
def test_feed_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        ArticleFactory(live=True, signed=[PenNameFactory()])

    with django_assert_num_queries(2):
        client.get("/rss/")
