"""Stored pages that are answered before Django: the same answer, and as right as the shelf."""

from wsgiref.util import setup_testing_defaults

import pytest
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from newsroom.pages.store import doorway, purge, shelf
from newsroom.pages.store.doorway import Doorway
from tests.pages.store import urls

pytestmark = [
    pytest.mark.urls("tests.pages.store.urls"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("place"),
]


class Site:
    """The newsroom behind its doorway; `asked` is how often Django was."""

    def __init__(self):
        self.django, self.asked = get_wsgi_application(), 0
        self.door = Doorway(self._ask)

    def _ask(self, environ, start_response):
        self.asked += 1
        return self.django(environ, start_response)

    def get(self, path="/thing/a/", **facts):
        environ = {"PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": "testserver", **facts}
        setup_testing_defaults(environ)
        told = []
        body = b"".join(self.door(environ, lambda *answer: told.append(answer)))
        return told[0][0], dict(told[0][1]), body


@pytest.fixture
def site():
    """One whose page is rendered and recalled, so that the doorway knows it."""
    urls.values.clear()
    site = Site()
    answers = [site.get(), site.get()]
    assert [answer[1]["X-Page"] for answer in answers] == ["rendered", "recalled"]
    site.asked = 0
    return site


def test_page_that_was_recalled_is_answered_alike_without_django(site):
    by_doorway = site.get()
    site.door.remembered.clear()

    assert (site.asked, by_doorway) == (0, site.get())


def test_purged_page_is_rendered_anew(site):
    urls.values["a"] = 1
    purge("thing:a")

    assert (site.get()[2], site.asked) == (b"<p>a 1 </p>", 1)


def test_where_the_lease_has_ended_django_is_asked(site, place):
    for lease in (place.root / "lease").iterdir():
        lease.unlink()

    site.get()

    assert site.asked == 1


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"REQUEST_METHOD": "OPTIONS"}, "200"),
        ({"REQUEST_METHOD": "HEAD"}, "200"),
        ({"QUERY_STRING": "page=2"}, "200"),
        ({"HTTP_HOST": "another.example"}, "400"),
        ({"HTTP_X_FORWARDED_PROTO": "http"}, "200"),
        ({"HTTP_IF_MODIFIED_SINCE": "Fri, 01 Jan 2100 00:00:00 GMT"}, "304"),
    ],
)
def test_whatever_is_more_than_to_read_the_page_is_for_django(site, facts, status):
    told = site.get(**facts)[0]

    assert (told[:3], site.asked) == (status, 1)


def test_personal_answer_is_not_remembered(place):
    def application(environ, start_response):
        page = place.get(shelf.name_of("/thing/a/"))
        start_response("200 OK", [("X-Page", "recalled"), ("ETag", page.etag), ("Set-Cookie", "name=value")])
        return [page.body]

    with place.locked():
        place.put(shelf.name_of("/thing/a/"), b"a", {}, {"*"}, timezone.now())
    site = Site()
    site.django = application
    site.get()
    site.get()

    assert site.asked == 2


def test_what_is_remembered_has_an_end(site, monkeypatch):
    monkeypatch.setattr(doorway, "MOST", 2)
    for path in ("/thing/b/", "/thing/c/"):
        site.get(path)
        site.get(path)

    assert len(site.door.remembered) == 1
