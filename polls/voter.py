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


def browser_of(request):
    """The browser's random id from its cookie; a new one where the cookie is missing, too old or tampered with."""
    known = request.get_signed_cookie(COOKIE, default=None, salt=_SALT, max_age=COOKIE_AGE)
    return known or secrets.token_urlsafe(16)


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
