"""What machines read of stories: share cards, schema.org, the news sitemap."""

import json
import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.html import escape

from articles import seo
from articles.byline import Role
from articles.models import Article, Byline
from articles.workflow import Status
from newsroom.front.models import Paper
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 21, 23, 5, tzinfo=UTC)  # 06:05 on 22 November at the paper


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://bao.example"


def story(**facts):
    """A story published in the morning and left alone since."""
    made = ArticleFactory(live=True, published_at=MORNING, **facts)
    Article.objects.filter(pk=made.pk).update(changed_at=MORNING - timedelta(minutes=1))
    return Article.objects.for_page().get(pk=made.pk)


def things_on(client, address):
    """The JSON-LD objects of a page."""
    html = client.get(address).content.decode()
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)]


def cards_on(client, address):
    """The named meta elements of a page as (name, content), in order."""
    html = client.get(address).content.decode()
    return re.findall(r'<meta (?:property|name)="([a-z]+:[a-z_:]+|author)"\s+content="([^"]*)"', html)


def test_article_is_told_to_search_engines(client):
    section = SectionFactory(name="Xây dựng Đảng", slug="xay-dung-dang", parent=SectionFactory(name="Thời sự"))
    name = PenNameFactory(name="Đào Duy", slug="dao-duy")
    article = story(
        section=section, title="Lúa & cá", slug="lua-ca", standfirst="Hai vụ\nmột năm.", signed=[name],
        tagged=[TagFactory(name="Lúa", slug="lua")], lead_photo=PhotoFactory(image="photos/x/original.jpg"),
    )  # fmt: skip
    Paper(pk=1, name="Báo Thử").save()
    address = f"https://bao.example/xay-dung-dang/lua-ca-{article.pk}/"

    told, _way = things_on(client, article.get_absolute_url())

    assert told == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Lúa & cá",
        "description": "Hai vụ một năm.",
        "url": address,
        "mainEntityOfPage": address,
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://bao.example/media/photos/x/w1600.jpg",
                "width": 1600,
                "height": 1067,
                "caption": "Cánh đồng lúa",
                "creditText": "Đào Duy",
            }
        ],
        "datePublished": "2026-11-22T06:05:00+07:00",
        "dateModified": "2026-11-22T06:05:00+07:00",
        "author": [{"@type": "Person", "name": "Đào Duy", "url": "https://bao.example/tac-gia/dao-duy/"}],
        "publisher": {
            "@type": "Organization",
            "name": "Báo Thử",
            "url": "https://bao.example/",
            "logo": {"@type": "ImageObject", "url": "https://bao.example/static/newsroom/icons/icon.svg"},
        },
        "articleSection": "Xây dựng Đảng",
        "keywords": ["Lúa"],
        "inLanguage": "vi",
        "isAccessibleForFree": True,
    }


def test_article_tells_the_way_from_the_front_page(client):
    section = SectionFactory(name="Xây dựng Đảng", parent=SectionFactory(name="Thời sự"))
    article = story(section=section, title="Lúa")

    _told, way = things_on(client, article.get_absolute_url())

    assert way["@type"] == "BreadcrumbList"
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "Trang chủ", "https://bao.example/"),
        (2, "Thời sự", f"https://bao.example{section.parent.get_absolute_url()}"),
        (3, "Xây dựng Đảng", f"https://bao.example{section.get_absolute_url()}"),
        (4, "Lúa", f"https://bao.example{article.get_absolute_url()}"),
    ]


def test_article_has_a_share_card(client):
    article = story(
        title='Tin "nóng"', signed=[PenNameFactory(name="Đào Duy")], tagged=[TagFactory(name="Lúa", slug="lua")],
        lead_photo=PhotoFactory(image="photos/x/original.jpg"),
    )  # fmt: skip

    assert cards_on(client, article.get_absolute_url()) == [
        ("author", "Đào Duy"),
        ("og:site_name", "Báo Ninh Bình"),
        ("og:locale", "vi_VN"),
        ("og:type", "article"),
        ("og:title", "Tin &quot;nóng&quot;"),
        ("og:description", "Tóm tắt của tin."),
        ("og:url", f"https://bao.example{article.get_absolute_url()}"),
        ("og:image", "https://bao.example/media/photos/x/w1600.jpg"),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", "1600"),
        ("og:image:height", "1067"),
        ("og:image:alt", "Cánh đồng lúa"),
        ("twitter:card", "summary_large_image"),
        ("article:published_time", "2026-11-22T06:05:00+07:00"),
        ("article:modified_time", "2026-11-22T06:05:00+07:00"),
        ("article:section", article.section.name),
        ("article:tag", "Lúa"),
    ]


def test_article_without_photo_or_standfirst_says_what_it_has(client):
    article = story(standfirst="", body="<p>Chữ đầu bài.</p>")

    cards = dict(cards_on(client, article.get_absolute_url()))
    told, _way = things_on(client, article.get_absolute_url())

    assert (cards["og:description"], cards["twitter:card"]) == ("Chữ đầu bài.", "summary")
    assert not {"og:image", "og:image:alt"} & set(cards)
    assert not {"image", "author", "keywords"} & set(told)


def test_modified_is_a_change_that_an_editor_called_substantial():
    article = story()
    article.changed_at = MORNING + timedelta(hours=1)

    before = seo.modified_at(article)
    article.updated_at = MORNING + timedelta(hours=2)

    assert (before, seo.modified_at(article)) == (MORNING, MORNING + timedelta(hours=2))


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a & b", '"\\', "&lt;/script&gt;"]
)
def test_no_text_escapes_from_the_data(client, hostile):
    article = story(title=f"Tin {hostile}", standfirst=hostile, signed=[PenNameFactory(name=f"Duy {hostile}")])

    told, way = things_on(client, article.get_absolute_url())
    html = client.get(article.get_absolute_url()).content.decode()

    assert (told["headline"], told["author"][0]["name"]) == (f"Tin {hostile}", f"Duy {hostile}")
    assert way["itemListElement"][-1]["name"] == f"Tin {hostile}"
    assert "<script>alert" not in html
    assert f'og:title" content="{escape(f"Tin {hostile}")}"' in html


def test_authors_are_the_pen_names_once_each_in_order():
    name, other = PenNameFactory(name="Quốc An"), PenNameFactory(name="Thạo Hoàng")
    article = ArticleFactory(live=True, signed=[name, other], source="TTXVN")
    Byline.objects.create(article=article, pen_name=name, role=Role.PHOTO, position=3)

    assert [(author.name, author.is_agency) for author in seo.authors(article)] == [
        ("Quốc An", False),
        ("Thạo Hoàng", False),
    ]


def test_agency_is_the_author_where_nobody_is_named(client):
    article = story(source="TTXVN")

    told, _way = things_on(client, article.get_absolute_url())

    assert told["author"] == [{"@type": "Organization", "name": "TTXVN"}]


def test_lists_tell_what_they_are_of(client):
    name, tag = PenNameFactory(name="Đào Duy", bio="Viết về\nđồng ruộng."), TagFactory(name="Lúa")
    article = story(signed=[name], tagged=[tag])

    told = {thing: things_on(client, thing.get_absolute_url()) for thing in (article.section, name, tag)}
    cards = dict(cards_on(client, name.get_absolute_url()))

    assert [things[0]["@type"] for things in told.values()] == ["CollectionPage", "ProfilePage", "CollectionPage"]
    assert told[name][0]["mainEntity"]["description"] == "Viết về đồng ruộng."
    assert all(
        things[1]["itemListElement"][-1]["item"] == f"https://bao.example{thing.get_absolute_url()}"
        for thing, things in told.items()
    )
    assert (cards["og:type"], cards["og:title"]) == ("profile", "Đào Duy")


def test_list_has_the_address_of_its_page(client):
    section = SectionFactory()
    ArticleFactory.create_batch(21, live=True, section=section)

    front, oldest = (cards_on(client, section.get_absolute_url() + query) for query in ("", "?page=1"))

    assert dict(front)["og:url"] == f"https://bao.example{section.get_absolute_url()}"
    assert dict(oldest)["og:url"] == f"https://bao.example{section.get_absolute_url()}?page=1"


@pytest.mark.parametrize("address", ["/khong-co/", "/tim-kiem/?q=tin"])
def test_page_without_metadata_prints_none(client, address):
    assert things_on(client, address) == []
    assert cards_on(client, address) == []


def _news(client):
    root = ElementTree.fromstring(client.get("/news-sitemap.xml").content)  # noqa: S314 (written by us)
    return [[element.text.strip() for element in url.iter() if not len(element)] for url in root]


def test_news_sitemap_names_paper_language_time_and_title(client):
    Paper(pk=1, name="Báo Thử & Nghiệm").save()
    moment = timezone.now().replace(microsecond=0) - timedelta(hours=47)
    article = ArticleFactory(live=True, title="Lúa <b> & cá", published_at=moment)

    assert _news(client) == [
        [
            f"https://bao.example{article.get_absolute_url()}",
            "Báo Thử & Nghiệm",
            "vi",
            timezone.localtime(moment).isoformat(),
            "Lúa <b> & cá",
        ]
    ]


def test_news_sitemap_holds_the_public_stories_of_two_days(client):
    public = ArticleFactory(live=True)
    ArticleFactory(live=True, published_at=timezone.now() - timedelta(hours=49))
    ArticleFactory(live=True, published_at=timezone.now() + timedelta(hours=1))
    for status in (Status.DRAFT, Status.WITHDRAWN):
        ArticleFactory(status=status)

    assert [entry[-1] for entry in _news(client)] == [public.title]


def test_news_sitemap_may_be_empty(client):
    response = client.get("/news-sitemap.xml")

    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/xml")
    assert _news(client) == []


def test_news_sitemap_holds_at_most_a_thousand(client, monkeypatch):
    monkeypatch.setattr("articles.sitemaps.NewsSitemap.limit", 2)
    ArticleFactory.create_batch(3, live=True)

    assert len(_news(client)) == 2
    assert client.get("/news-sitemap.xml?p=2").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_news_sitemap_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    ArticleFactory.create_batch(count, live=True)

    with django_assert_num_queries(3):  # how many, stories, paper
        client.get("/news-sitemap.xml")


def test_sitemap_tells_the_last_change(client):
    untouched, changed = story(), story()
    Article.objects.filter(pk=changed.pk).update(changed_at=MORNING + timedelta(days=1, hours=2))

    response = client.get("/sitemap-stories.xml")
    told = re.findall(r"<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", response.content.decode())

    assert dict(told) == {
        f"https://bao.example{untouched.get_absolute_url()}": "2026-11-22",
        f"https://bao.example{changed.get_absolute_url()}": "2026-11-23",
    }
    assert response.headers["Last-Modified"] == "Mon, 23 Nov 2026 01:05:00 GMT"
