from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from polls import voter


def _request_with(cookie):
    request = RequestFactory().get("/")
    request.COOKIES[voter.COOKIE] = cookie
    return request


def _cookie_for(browser):
    response = HttpResponse()
    voter.remember(response, browser)
    return response.cookies[voter.COOKIE]


def test_browser_is_known_again_by_its_cookie():
    assert voter.browser_of(_request_with(_cookie_for("known").value)) == "known"


def test_browser_without_cookie_gets_a_new_id_each_time():
    request = RequestFactory().get("/")

    assert voter.browser_of(request) != voter.browser_of(request)


@pytest.mark.parametrize(
    "tamper", [lambda value: "x" + value, lambda value: value[:-1], lambda value: "", lambda value: "known"]
)
def test_tampered_cookie_is_none(tamper):
    cookie = tamper(_cookie_for("known").value)

    assert "known" not in voter.browser_of(_request_with(cookie))


def test_cookie_older_than_a_year_is_none(monkeypatch):
    a_year_ago = (timezone.now() - timedelta(days=366)).timestamp()
    with monkeypatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: a_year_ago)
        cookie = _cookie_for("known").value

    assert voter.browser_of(_request_with(cookie)) != "known"


@pytest.mark.parametrize("debug", [True, False])
def test_cookie_is_kept_to_itself(settings, debug):
    settings.SESSION_COOKIE_SECURE = not debug

    cookie = _cookie_for("known")

    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/binh-chon/"
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert bool(cookie["secure"]) is not debug


def test_digest_is_opaque_and_stable():
    first = voter.digest("a browser", 1)

    assert first == voter.digest("a browser", 1)
    assert len(first) == 64
    assert set(first) <= set("0123456789abcdef")


def test_digests_of_one_browser_in_two_polls_differ():
    assert voter.digest("a browser", 1) != voter.digest("a browser", 2)


def test_digest_needs_the_secret_key(settings):
    before = voter.digest("a browser", 1)

    settings.SECRET_KEY = "another key"

    assert voter.digest("a browser", 1) != before
