"""The list of stories over a large archive: pages behind a story, rights kept, search by index, no whole count."""

import re
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin import moves, story_list
from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.desk.models import User
from newsroom.pages import keyset
from tests.articles.story_form import LIST
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(admin.site.get_model_admin(Article), "list_per_page", 3)
    for module in (keyset, story_list, moves):
        monkeypatch.setattr(module, "COUNTED", 5)


def publish(count, **facts):
    """Published stories, always three of one moment."""
    return [ArticleFactory(live=True, published_at=START + timedelta(hours=n // 3), **facts) for n in range(count)]


def shown(response):
    return [story.pk for story in response.context["cl"].result_list]


def walk(client, address=LIST):
    """The stories of each page, following the links to the next one; then back again."""
    there, back = [], []
    while len(there) < 20:  # a broken list leads in circles
        page = client.get(address)
        there.append(shown(page))
        if not page.context["cl"].after_link:
            break
        address = LIST + page.context["cl"].after_link
    while page.context["cl"].before_link:
        page = client.get(LIST + page.context["cl"].before_link)
        back.append(shown(page))
    return there, back


@pytest.mark.parametrize(
    ("query", "reverse"), [("", True), ("?o=6", False), ("?state=published", True), ("?q=Tin", True)]
)
def test_paging_shows_every_story_once_also_those_of_one_moment(client, chief, small_pages, query, reverse):
    stories = sorted((story.pk for story in publish(8)), reverse=reverse)
    client.force_login(chief)

    there, back = walk(client, LIST + query)

    assert there == [stories[:3], stories[3:6], stories[6:]]
    assert back == [stories[3:6], stories[:3]]


def test_paging_keeps_to_what_the_account_may_open(client, small_pages):
    section = SectionFactory()
    editor = UserFactory(roles=[roles.EDITOR])
    editor.sections_edited.add(section)
    name = PenNameFactory(person=PersonFactory(account=editor))
    facts = [
        {"section": section},
        {"created_by": editor},
        {"signed": [name]},
        {"section": section, "signed": [name]},
        {},
    ]
    stories = [ArticleFactory(live=True, published_at=START, **facts[n % 5]) for n in range(15)]
    client.force_login(editor)

    there, _back = walk(client)

    own = sorted((story.pk for n, story in enumerate(stories) if n % 5 != 4), reverse=True)
    assert list(chain.from_iterable(there)) == own
    assert set(own) == set(Article.objects.for_desk(User.objects.get(pk=editor.pk)).values_list("pk", flat=True))


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.DESK_CHIEF])
def test_ways_to_the_desk_lead_to_what_the_account_may_open(role):
    user = UserFactory(roles=[role])
    section = SectionFactory()
    user.sections_edited.add(section)
    name = PenNameFactory(person=PersonFactory(account=user))
    ArticleFactory(section=section), ArticleFactory(created_by=user), ArticleFactory(signed=[name]), ArticleFactory()
    user = User.objects.get(pk=user.pk)

    found = {pk for way in Article.objects.ways_for_desk(user) for pk in Article.objects.filter(way).values_list("pk")}

    assert found == set(Article.objects.for_desk(user).values_list("pk"))


@pytest.mark.parametrize("query", ["after=x", "after=~", "before=2026-11-01",
                                   "after=2026-11-01T00:00:00%2B00:00~0", "p=99",
                                   "p=x", "all=", "_facets=True", "o=1", "o=99", "o=x"])  # fmt: skip
def test_odd_page_is_the_first_one(client, chief, small_pages, query):
    stories = sorted((story.pk for story in publish(4)), reverse=True)
    client.force_login(chief)

    page = client.get(f"{LIST}?{query}", follow=True)

    assert shown(page) == stories[:3]


def test_filter_and_search_start_from_their_first_page(client, chief, small_pages):
    publish(8)
    client.force_login(chief)
    first = client.get(LIST)

    second = client.get(LIST + first.context["cl"].after_link)

    links = re.findall(r'href="(\?[^"]*(?:state|genre|section|o)[^"]*)"', second.content.decode())
    assert links
    assert not [link for link in links if "after=" in link]
    assert '<input type="hidden" name="after"' not in second.content.decode()


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 story"), (4, "4 stories"), (5, "5 stories"), (6, "more than 5 stories")]
)
def test_list_says_how_much_there_is_up_to_a_bound(client, chief, small_pages, count, words):
    publish(count)
    chief.language = "en"
    chief.save()
    client.force_login(chief)

    page = " ".join(client.get(LIST).content.decode().partition("paginator--places")[2].split())

    assert f"<span> {words} </span>" in page


def test_all_pages_at_once_are_moved_only_where_they_are_counted(client, chief, small_pages):
    stories = ArticleFactory.create_batch(6, status=Status.SUBMITTED, source="TTXVN")
    client.force_login(chief)

    html = client.get(LIST).content.decode()
    response = client.post(
        LIST, {"action": "approve_selected", "_selected_action": [stories[0].pk], "select_across": "1"}
    )

    assert 'class="question hidden"' not in html
    assert response.status_code == 403
    assert set(Article.objects.values_list("status", flat=True)) == {"submitted"}


@pytest.mark.parametrize("typed", ["cho dem", "chợ đêm", "CHỢ ĐÊM", "cho de", "chợ đ", "mai toan", "Mai Toàn", "toan"])
def test_search_finds_words_and_names_without_accents_and_while_they_are_typed(client, chief, typed):
    found = ArticleFactory(title="Mở chợ đêm bên sông", signed=[PenNameFactory(name="Mai Toàn")])
    ArticleFactory(title="Chó và đèn", signed=[PenNameFactory(name="Thu Hà")])
    client.force_login(chief)

    assert found.pk in shown(client.get(LIST, {"q": typed}))
    assert len(shown(client.get(LIST, {"q": typed}))) == 1 + (typed in ("cho de", "chợ đ"))


@pytest.mark.parametrize(
    "typed", ["'", "a'b", "&", "!", ":*", "a:*b", "\\", "(", "<->", "%", "_", '"chợ', "12.5%", "-", "a | b"]
)
def test_search_takes_whatever_is_typed(client, chief, typed):
    ArticleFactory()
    client.force_login(chief)

    assert client.get(LIST, {"q": typed}).status_code == 200


def test_story_to_reply_to_is_found_by_the_beginning_of_a_word(client, chief):
    found = ArticleFactory(live=True, title="Mở chợ đêm bên sông")
    client.force_login(chief)
    field = {"app_label": "articles", "model_name": "article", "field_name": "replies_to", "term": "cho de"}

    results = client.get(reverse("admin:autocomplete"), field).json()["results"]

    assert [result["id"] for result in results] == [str(found.pk)]


# -- what is asked of the database ------------------------------------------------------------------------------------

COUNT = re.compile(r"\bCOUNT\(", re.IGNORECASE)


def counted(queries):
    """Queries that count stories, revisions or steps without a bound."""
    tables = ("articles_article", "articles_revision", "articles_trailentry")
    return [q["sql"] for q in queries if COUNT.search(q["sql"]) and any(f'"{table}"' in q["sql"] for table in tables)
            and "LIMIT" not in COUNT.split(q["sql"], maxsplit=1)[1]]  # fmt: skip


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.DESK_CHIEF])
@pytest.mark.parametrize(
    "query", ["", "?state=published", "?q=Tin", "?genre__exact=tin", "?o=6", "?_facets=True", "?all="]
)
def test_list_never_counts_the_archive(client, small_pages, role, query):
    user = UserFactory(roles=[role])
    publish(7, created_by=user)
    client.force_login(user)

    with CaptureQueriesContext(connection) as queries:
        client.get(LIST + query)

    assert not counted(queries)


def test_first_page_and_history_of_a_story_never_count_the_archive(client, chief):
    (story,) = publish(1)
    client.force_login(chief)
    pages = [reverse("admin:index"), reverse("admin:articles_article_calendar")]
    pages += [reverse(f"admin:articles_article_{name}", args=[story.pk]) for name in ("change", "trail")]

    for page in pages:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        assert not counted(queries)


@pytest.mark.parametrize(
    ("role", "query", "queries"),
    [
        (roles.REPORTER, "", 9),
        (roles.EDITOR, "", 9),
        (roles.DESK_CHIEF, "?state=published", 7),
        (roles.DESK_CHIEF, "?q=Tin", 10),
        (roles.EDITOR, "?q=Tin", 11),
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, django_assert_num_queries, role, query, queries, count):
    user = UserFactory(roles=[role])
    publish(count, created_by=user)
    client.force_login(user)
    client.get(LIST)  # content types

    with django_assert_num_queries(queries):
        assert len(shown(client.get(LIST + query))) == count


def test_words_for_the_search_are_not_read_with_a_story(chief):
    ArticleFactory(created_by=chief)

    with CaptureQueriesContext(connection) as queries:
        Article.objects.get()

    assert "search_" not in queries[0]["sql"]
