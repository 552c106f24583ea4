"""Who votes: a browser, known by a signed cookie with a random id, and to the database by a digest only.

The digest mixes in the poll, so that the votes of one browser in two polls cannot be linked in the database.
"""

import secrets

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

COOKIE = "binh_chon"
COOKIE_AGE = 365 * 24 * 60 * 60  # seconds
_SALT = "polls.voter"


def browser_of(request, key=""):
    """The browser's id from its cookie. Where that is missing, too old or tampered with: one that follows from `key`,
    the name that the browser's script gave itself, so that its first votes at once are one voter's; else a new one.
    """
    known = request.get_signed_cookie(COOKIE, default=None, salt=_SALT, max_age=COOKIE_AGE)
    if known or not key:
        return known or secrets.token_urlsafe(16)
    return salted_hmac(f"{_SALT}.key", key, algorithm="sha256").hexdigest()[:32]


def has_voted(request, poll):
    """Whether a ballot of this browser lies in the box of `poll`, counted or waiting."""
    known = request.get_signed_cookie(COOKIE, default=None, salt=_SALT, max_age=COOKIE_AGE)
    return known is not None and poll.ballots.filter(voter=digest(known, poll.pk)).exists()


def digest(browser, poll_id):
    """The voter as the database knows it: 64 hexadecimal digits, different in every poll."""
    return salted_hmac(_SALT, f"{browser}:{poll_id}", algorithm="sha256").hexdigest()


def remember(response, browser):
    """Set the cookie that makes a later vote of this browser a second one; sent to the polls' addresses only."""
    response.set_signed_cookie(
        COOKIE,
        browser,
        salt=_SALT,
        max_age=COOKIE_AGE,
        path=reverse("polls:index"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
