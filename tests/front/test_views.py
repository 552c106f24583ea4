"""The readers' shell: what stands on the front page, the search, the machines' pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.workflow import Status
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory

pytestmark = pytest.mark.django_db


def test_front_on_empty_database_renders(client):
    response = client.get("/")

    assert response.status_code == 200
    assert "Báo Ninh Bình" in response.content.decode()


def test_front_leads_with_the_newest_story(client):
    older = ArticleFactory(live=True, published_at=timezone.now() - timedelta(days=2))
    newest = ArticleFactory(live=True)

    response = client.get("/")

    assert response.context["lead"] == newest
    assert response.context["pair"] == [older]


def test_front_shows_no_story_twice_and_counts_children_with_their_parent(client):
    parent = SectionFactory()
    child = SectionFactory(parent=parent)
    stories = [ArticleFactory(live=True, section=child) for _ in range(15)]

    context = client.get("/").context

    blocks = [(section, len(shown)) for section, shown in context["blocks"]]
    shown = [context["lead"], *context["pair"], *context["rest"], *context["blocks"][0][1]]
    assert blocks == [(parent, 4)]
    assert len({story.pk for story in shown}) == len(shown) == 14
    assert {story.pk for story in shown} <= {story.pk for story in stories}


@pytest.mark.parametrize("count", [1, 3, 9])
def test_front_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        ArticleFactory(live=True, signed=[PenNameFactory()])

    # top, blocks, the bylines of both, corrections, sections, paper, prices, poll
    with django_assert_num_queries(7):
        client.get("/")


@pytest.mark.parametrize(
    "address", ["/", "/tim-kiem/?q=tin", "/rss/", "/sitemap.xml", "/binh-chon/", "/gia-ca-thi-truong/"]
)
def test_reader_page_sets_no_cookie_and_varies_on_nothing(client, address):
    ArticleFactory(live=True)

    response = client.get(address)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_reader_page_is_the_same_bytes_for_staff(client, admin_client):
    story = ArticleFactory(live=True)

    for address in ["/", story.get_absolute_url(), story.section.get_absolute_url()]:
        assert client.get(address).content == admin_client.get(address).content


def test_reader_page_has_a_strict_content_security_policy(client):
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_search_finds_with_and_without_accents_exact_accents_first(client):
    plain = ArticleFactory(live=True, title="Dang bo thuyen xuong ben")
    exact = ArticleFactory(live=True, title="Đảng bộ xã họp thường kỳ", published_at=timezone.now() - timedelta(days=9))

    typed_plain = client.get("/tim-kiem/", {"q": "dang bo"}).context["results"]
    typed_exact = client.get("/tim-kiem/", {"q": "Đảng bộ"}).context["results"]

    assert set(typed_plain) == {plain, exact}
    assert typed_exact == [exact, plain]


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "'", "a & | b", '"mở', "<b>", "\x00", "%", "-", "a" * 5000])
def test_search_takes_whatever_is_typed(client, typed):
    response = client.get("/tim-kiem/", {"q": typed})

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


def test_search_finds_no_story_that_is_not_public(client):
    for status in (Status.DRAFT, Status.APPROVED, Status.WITHDRAWN):
        ArticleFactory(status=status, title="Bí mật của tòa soạn")
    ArticleFactory(live=True, title="Bí mật hẹn giờ", published_at=timezone.now() + timedelta(hours=1))

    assert client.get("/tim-kiem/", {"q": "bí mật"}).context["results"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_search_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        ArticleFactory(live=True, signed=[PenNameFactory()])

    with django_assert_num_queries(4):  # whether the words are common, stories, paper, sections
        client.get("/tim-kiem/", {"q": "tin"})


def test_robots_points_at_the_sitemap(client, settings):
    settings.SITE_URL = "https://bao.example"

    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /tim-kiem/",
        "Sitemap: https://bao.example/sitemap.xml",
        "Sitemap: https://bao.example/news-sitemap.xml",
    ]


def test_sitemap_lists_what_is_public_and_nothing_else(client):
    public = ArticleFactory(live=True)
    draft = ArticleFactory(status=Status.APPROVED)

    index = client.get("/sitemap.xml").content.decode()
    stories = client.get("/sitemap-stories.xml").content.decode()

    assert "/sitemap-stories.xml" in index
    assert public.get_absolute_url() in stories
    assert draft.slug not in stories


def test_healthz_says_ok_and_nothing_more(client):
    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_unknown_address_answers_404_in_vietnamese(client):
    response = client.get("/khong-co/trang-nay/")

    assert response.status_code == 404
    assert '<html lang="vi">' in response.content.decode()


@pytest.mark.parametrize("address", ["/rss/", "/sitemap.xml", "/sitemap-stories.xml", "/"])
def test_addresses_are_the_papers_own_whatever_host_asked(client, settings, address):
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://bao.example"
    ArticleFactory(live=True)

    asked = [client.get(address, headers={"host": host}).content for host in ("a.example", "b.example")]

    assert asked[0] == asked[1]
    assert b"https://bao.example/" in asked[0]
    assert b"a.example" not in asked[0].replace(b"bao.example", b"")


def test_search_says_when_there_is_more(client):
    ArticleFactory.create_batch(31, live=True, title="Mùa màng")

    response = client.get("/tim-kiem/", {"q": "mùa màng"})

    assert len(response.context["results"]) == 30
    assert "Hơn 30 bài" in response.content.decode()


def test_form_without_a_token_is_answered_in_vietnamese(settings):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})

    assert response.status_code == 403
    assert "Biểu mẫu đã hết hạn" in response.content.decode()


@pytest.mark.parametrize(("typed", "is_promised"), [("x", False), ("Mưa muộn làm ngập 111 ha cây vụ đông", True)])
def test_expired_form_promises_what_was_typed_only_where_it_stands_below(typed, is_promised):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"title": typed})

    assert ("Những gì bạn gõ ở ngay dưới đây" in response.content.decode()) == is_promised
