"""What readers get of a correction: on the front page, on the story, on a page of all, in the feed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.workflow import Status
from newsroom.text.vietnamese import local
from tests.factories.articles import CorrectionFactory

pytestmark = pytest.mark.django_db

HEADING = "Thông tin cải chính, xin lỗi"


def test_front_page_shows_it_until_its_time_is_over(client):
    stands = CorrectionFactory(false_statement="Sai một")
    CorrectionFactory(false_statement="Sai hai", front_until=timezone.now() - timedelta(seconds=1))

    html = client.get("/").content.decode()

    assert "Sai một" in html
    assert "Sai hai" not in html
    assert html.count(HEADING) == 1
    assert stands.apology in html


@pytest.mark.parametrize("place", ["/", "/dinh-chinh/", "story"])
def test_correction_names_the_work_and_says_all_of_it_in_order(client, place):
    correction = CorrectionFactory(article__title="Cầu mới", article__section__name="Giao thông")
    story = correction.article
    address = story.get_absolute_url() if place == "story" else place

    html = client.get(address).content.decode()

    html = html[html.index('class="correction"') :]
    parts = ["Cầu mới", "Giao thông", f"{timezone.localtime(story.published_at):%d/%m/%Y}",
             correction.false_statement, correction.corrected_statement, correction.apology]  # fmt: skip
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


def test_heading_is_the_laws_own_in_every_language(client):
    correction = CorrectionFactory()

    for address in ("/", "/dinh-chinh/", correction.article.get_absolute_url()):
        assert f">{HEADING}</" in client.get(address).content.decode()


OUTLETS = ["/", "/dinh-chinh/", "/rss/dinh-chinh/", "/rss/dinh-chinh/", "/sitemap-corrections.xml"]


@pytest.mark.parametrize("address", OUTLETS)
@pytest.mark.parametrize("state", ["withdrawn", "scheduled"])
def test_correction_goes_with_its_story(client, address, state):
    hidden = {"withdrawn": {"status": Status.WITHDRAWN}, "scheduled": {"published_at": timezone.now() + timedelta(1)}}
    correction = CorrectionFactory(article__title="Chuyện kín", false_statement="Điều sai")
    Article.objects.filter(pk=correction.article_id).update(**hidden[state])

    html = client.get(address).content.decode()

    assert "Chuyện kín" not in html
    assert "Điều sai" not in html
    assert "lastmod" not in html


def test_corrections_are_numbered_from_the_oldest(client):
    now = timezone.now()
    issued = [CorrectionFactory(issued_at=now - timedelta(days=day)) for day in range(45, 0, -1)]

    front = client.get("/dinh-chinh/").context["page"]
    oldest = client.get("/dinh-chinh/?page=1").context["page"]

    assert oldest.items == issued[:20][::-1]
    assert (front.items, front.older) == (issued[20:][::-1], 1)
    assert client.get("/dinh-chinh/?page=4").status_code == 404


def test_page_of_corrections_stands_before_the_first(client):
    assert client.get("/dinh-chinh/").status_code == 200


def test_feed_brings_corrections_whole(client, settings):
    settings.SITE_URL = "https://bao.example"
    correction = CorrectionFactory(article__title="Cầu mới")

    xml = client.get("/rss/dinh-chinh/").content.decode()

    assert f"<title>{HEADING}: Cầu mới</title>" in xml
    assert f"<link>https://bao.example{correction.get_absolute_url()}</link>" in xml
    for said in (correction.false_statement, correction.corrected_statement, correction.apology):
        assert said in xml


def test_sitemap_names_the_page_of_corrections(client):
    correction = CorrectionFactory()

    xml = client.get("/sitemap-corrections.xml").content.decode()

    assert "/dinh-chinh/</loc>" in xml
    assert f"<lastmod>{local(correction.issued_at):%Y-%m-%d}</lastmod>" in xml
    assert "sitemap-corrections.xml" in client.get("/sitemap.xml").content.decode()


def test_structured_data_has_the_correction(client):
    correction = CorrectionFactory()

    html = client.get(correction.article.get_absolute_url()).content.decode()

    assert '"@type": "CorrectionComment"' in html
    assert html.index(correction.corrected_statement) < html.index("</head>")


@pytest.mark.parametrize(("address", "queries"), [("/dinh-chinh/", 4), ("/rss/dinh-chinh/", 2)])
@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_a_constant_number_of_queries(client, django_assert_num_queries, address, queries, count):
    CorrectionFactory.create_batch(count)

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_front_asks_one_query_for_all_corrections(client, django_assert_num_queries, count):
    CorrectionFactory.create_batch(count)

    with django_assert_num_queries(7):
        client.get("/")
