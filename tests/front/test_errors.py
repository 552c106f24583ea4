"""Error pages: whole like any other page, and whole while the database is away."""

import pytest
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.test import RequestFactory

from articles.workflow import Status
from newsroom.front import context_processors
from newsroom.front.models import Paper
from tests.factories.articles import ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db
CODES = ["403", "404", "410", "500"]


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    monkeypatch.setattr(context_processors, "_last", {})


@pytest.fixture
def database_away():
    def refuse(*args):
        raise OperationalError("connection refused")

    with connection.execute_wrapper(refuse):
        yield


def page(code):
    return render_to_string(f"{code}.html", request=RequestFactory().get("/"))


def paper():
    return Paper.objects.create(
        pk=1, name="Báo Thử", agency="Cơ quan Thử", governing_body="Cơ quan chủ quản Thử", domain="bao.example",
        telephone="1900 1234",
    )  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_error_page_says_who_publishes_and_leads_on(code):
    paper()
    section = SectionFactory(name="Thời sự")

    html = page(code)

    for text in ("Báo Thử", "Cơ quan Thử", "Cơ quan chủ quản Thử", "bao.example", "1900 1234", "Thời sự"):
        assert text in html
    assert section.get_absolute_url() in html


@pytest.mark.parametrize("code", CODES)
def test_error_page_renders_when_the_database_was_never_there(code, database_away):
    assert "Báo Ninh Bình" in page(code)


@pytest.mark.parametrize("code", CODES)
def test_error_page_remembers_the_masthead_while_the_database_is_away(code, request):
    paper()
    SectionFactory(name="Thời sự")
    page(code)

    request.getfixturevalue("database_away")
    html = page(code)

    for text in ("Báo Thử", "Cơ quan chủ quản Thử", "bao.example", "1900 1234", "Thời sự"):
        assert text in html


def test_lost_reader_can_search(client):
    gone = ArticleFactory(status=Status.WITHDRAWN)

    for address in ("/khong-co/trang/", gone.get_absolute_url()):
        assert 'action="/tim-kiem/"' in client.get(address).content.decode(), address


def test_address_that_leads_nowhere_asks_two_queries(client, django_assert_num_queries):
    with django_assert_num_queries(2):  # paper, sections
        client.get("/khong-co/trang/rat/la/")
