"""What readers get of stories, and what they must not get."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.workflow import Status
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


def test_article_page_shows_the_whole_story(client):
    story = ArticleFactory(
        live=True, kicker="Nông thôn mới", title="Cầu mới qua sông", standfirst="Người dân đi lại dễ hơn.",
        body="<p>Chiếc cầu dài 120 m.</p>", signed=[PenNameFactory(name="Hương Lan")], tagged=[TagFactory(name="Cầu")],
        lead_photo=PhotoFactory(caption="Cầu mới.", credit="Ảnh: Minh Quân", alt="Cây cầu"),
    )  # fmt: skip

    html = client.get(story.get_absolute_url()).content.decode()

    for text in ("Nông thôn mới", "Cầu mới qua sông", "Người dân đi lại dễ hơn.", "<p>Chiếc cầu dài 120 m.</p>"):
        assert text in html
    for text in ("Hương Lan", ">Cầu</a>", "Cầu mới.", "Ảnh: Minh Quân", 'alt="Cây cầu"'):
        assert text in html


@pytest.mark.parametrize("wrong", ["/{section}/ten-khac-{pk}/", "/muc-khac/{slug}-{pk}/", "/muc-khac/ten-khac-{pk}/"])
def test_wrong_section_or_slug_redirects_permanently(client, wrong):
    story = ArticleFactory(live=True)
    address = wrong.format(section=story.section.slug, slug=story.slug, pk=story.pk)

    response = client.get(address)

    assert (response.status_code, response["Location"]) == (301, story.get_absolute_url())


@pytest.mark.parametrize("status", [s for s in Status if s not in (Status.PUBLISHED, Status.WITHDRAWN)])
def test_unpublished_story_is_404_and_its_wrong_slug_tells_nothing(client, status):
    story = ArticleFactory(status=status)

    right = client.get(story.get_absolute_url())
    wrong = client.get(f"/x/y-{story.pk}/")

    assert (right.status_code, wrong.status_code) == (404, 404)
    assert story.slug not in wrong.content.decode()


def test_future_story_is_404(client):
    story = ArticleFactory(live=True, published_at=timezone.now() + timedelta(minutes=1))

    assert client.get(story.get_absolute_url()).status_code == 404


def test_withdrawn_story_is_410_and_says_no_word_of_it(client):
    story = ArticleFactory(status=Status.WITHDRAWN, title="Tin đã gỡ")

    response = client.get(story.get_absolute_url())

    assert response.status_code == 410
    assert "Tin đã gỡ" not in response.content.decode()


@pytest.mark.parametrize("pk", ["999999", "9" * 18, "0"])
def test_unknown_story_is_404(client, pk):
    assert client.get(f"/thoi-su/tin-{pk}/").status_code == 404


@pytest.mark.parametrize("pk", ["9" * 19, "9" * 400])
def test_number_too_large_for_the_database_is_404(client, pk):
    assert client.get(f"/thoi-su/tin-{pk}/").status_code == 404


def _lists_of(story, tag, pen_name):
    return ["/", story.section.get_absolute_url(), tag.get_absolute_url(), pen_name.get_absolute_url(), "/rss/",
            f"/rss/{story.section.slug}/", "/tim-kiem/?q=kin", "/sitemap-stories.xml"]  # fmt: skip


@pytest.mark.parametrize("status", Status)
def test_only_what_is_public_stands_in_any_list(client, status):
    tag, pen_name = TagFactory(), PenNameFactory()
    hidden = ArticleFactory(
        status=status, title="Chuyện kín", slug="chuyen-kin", tagged=[tag], signed=[pen_name],
        published_at=timezone.now() + timedelta(hours=1),
    )  # fmt: skip

    for address in _lists_of(hidden, tag, pen_name):
        assert "chuyen-kin" not in client.get(address).content.decode(), address


def test_a_public_story_stands_in_every_list(client):
    tag, pen_name = TagFactory(), PenNameFactory()
    story = ArticleFactory(live=True, title="Chuyện kín", slug="chuyen-kin", tagged=[tag], signed=[pen_name])

    for address in _lists_of(story, tag, pen_name):
        assert "chuyen-kin" in client.get(address).content.decode(), address


def test_hidden_story_is_not_among_the_related(client):
    section = SectionFactory()
    story = ArticleFactory(live=True, section=section)
    ArticleFactory(status=Status.APPROVED, section=section, slug="chuyen-kin")

    assert "chuyen-kin" not in client.get(story.get_absolute_url()).content.decode()


def test_nothing_links_two_pen_names_of_one_person(client):
    person = PersonFactory(full_name="Người Giấu Tên")
    first, second = (
        PenNameFactory(person=person, name="Bút Thứ Nhất"),
        PenNameFactory(person=person, name="Bút Thứ Hai"),
    )
    tag = TagFactory()
    story = ArticleFactory(live=True, signed=[first], tagged=[tag])
    ArticleFactory(live=True, signed=[second], section=story.section)

    page = client.get(first.get_absolute_url()).content.decode()

    assert "Bút Thứ Nhất" in page
    assert "Bút Thứ Hai" not in page
    for address in [*_lists_of(story, tag, first), story.get_absolute_url(), second.get_absolute_url()]:
        assert "Người Giấu Tên" not in client.get(address).content.decode(), address


@pytest.mark.parametrize("kind", ["section", "author", "tag"])
@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, django_assert_num_queries, kind, count):
    section, tag, name = SectionFactory(), TagFactory(), PenNameFactory()
    for _ in range(count):
        ArticleFactory(live=True, section=section, tagged=[tag], signed=[name], lead_photo=PhotoFactory())
    address = {"section": section, "author": name, "tag": tag}[kind].get_absolute_url()
    queries = {"section": 6, "author": 5, "tag": 5}[kind]  # a section also asks for its children

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_article_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    section = SectionFactory()
    names, tags = PenNameFactory.create_batch(count), TagFactory.create_batch(count)
    ArticleFactory.create_batch(count, live=True, section=section, signed=names)
    story = ArticleFactory(live=True, section=section, signed=names, tagged=tags, lead_photo=PhotoFactory())

    ArticleFactory(live=True, section=section, published_at=story.published_at - timedelta(days=1))
    ArticleFactory.create_batch(5, live=True, section=section, signed=names)

    # story, bylines, tags, corrections, replies, what lies beside it with bylines, paper, sections
    with django_assert_num_queries(4):
        client.get(story.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_oldest_article_of_a_section_asks_one_query_more(client, django_assert_num_queries, count):
    ArticleFactory.create_batch(count, live=True, signed=[PenNameFactory()])
    story = ArticleFactory(live=True)

    with django_assert_num_queries(5):  # what to read next
        client.get(story.get_absolute_url())


def _hours_ago(*hours, **facts):
    now = timezone.now()
    return [ArticleFactory(live=True, published_at=now - timedelta(hours=hour), **facts) for hour in hours]


def test_read_on_is_the_story_before_this_one_that_is_not_among_the_related(client):
    first, *_, seventh, eighth, ninth = _hours_ago(1, 2, 3, 4, 5, 6, 7, 8, 9, section=SectionFactory())
    ArticleFactory(live=True)

    read_on = [client.get(story.get_absolute_url()).context["read_on"] for story in (first, seventh, eighth)]

    assert read_on == [eighth, eighth, ninth]


def test_read_on_after_the_last_story_of_a_section_is_the_newest_of_the_paper(client):
    [story] = _hours_ago(9)
    older, newer = _hours_ago(8, 1, section=SectionFactory())

    context = client.get(story.get_absolute_url()).context

    assert (context["related"], context["read_on"]) == ([], newer)
    assert client.get(newer.get_absolute_url()).context["read_on"] == story
    assert older in client.get(newer.get_absolute_url()).context["related"]


def test_read_on_is_never_hidden_or_this_story(client):
    story = ArticleFactory(live=True)
    ArticleFactory(status=Status.APPROVED, section=story.section, slug="chuyen-kin")
    ArticleFactory(live=True, published_at=timezone.now() + timedelta(hours=1))

    response = client.get(story.get_absolute_url())

    assert response.context["read_on"] is None
    assert "read-on" not in response.content.decode()


def test_section_pages_are_numbered_from_the_oldest(client):
    section = SectionFactory()
    now = timezone.now()
    stories = [
        ArticleFactory(live=True, section=section, published_at=now - timedelta(hours=h)) for h in range(45, 0, -1)
    ]

    front = client.get(section.get_absolute_url()).context["page"]
    oldest = client.get(section.get_absolute_url(), {"page": 1}).context["page"]

    assert oldest.items == stories[:20][::-1]
    assert (front.items, front.older) == (stories[20:][::-1], 1)
    assert client.get(section.get_absolute_url(), {"page": 4}).status_code == 404
    assert client.get(section.get_absolute_url(), {"page": "x"}).status_code == 404


@pytest.mark.parametrize("address", ["/khong-co/", "/tac-gia/khong-co/", "/tu-khoa/khong-co/", "/rss/khong-co/"])
def test_unknown_list_is_404(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("kind", ["author", "tag"])
def test_list_of_what_was_never_public_is_404_as_if_it_were_not_there(client, kind):
    name, tag = PenNameFactory(), TagFactory()
    ArticleFactory(status=Status.APPROVED, signed=[name], tagged=[tag])

    assert client.get({"author": name, "tag": tag}[kind].get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("others", "shown"), [(1, 1), (2, 2), (3, 3), (5, 3), (6, 6), (8, 6)])
def test_related_fill_their_rows(client, others, shown):
    story, *_ = _hours_ago(*range(others + 1), section=SectionFactory())

    assert len(client.get(story.get_absolute_url()).context["related"]) == shown


def test_story_is_not_related_to_itself(client):
    story = ArticleFactory(live=True)

    assert list(client.get(story.get_absolute_url()).context["related"]) == []


def test_browsers_ask_again_before_they_show_a_redirect_or_a_withdrawal(client):
    story, gone = ArticleFactory(live=True), ArticleFactory(status=Status.WITHDRAWN)

    for address in (f"/x/y-{story.pk}/", gone.get_absolute_url(), story.get_absolute_url(), "/khong-co/"):
        assert client.get(address).headers["Cache-Control"] == "no-cache", address
