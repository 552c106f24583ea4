"""Addresses of the pages that belong to one subscription: signed, so that nobody finds another's, and without the
reader's address in them.
"""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse

from newsroom.subscriptions.querysets import UNCONFIRMED_KEPT

_CONFIRM = "newsroom.subscriptions.confirm"
_LEAVE = "newsroom.subscriptions.leave"


def to_confirm(subscription) -> str:
    """Works until UNCONFIRMED_KEPT is over."""
    token = TimestampSigner(sep=".", salt=_CONFIRM).sign(subscription.pk.hex)
    return settings.SITE_URL + reverse("subscriptions:confirm", args=[token])


def to_leave(subscription) -> str:
    """Works for as long as there is anything to leave."""
    token = Signer(sep=".", salt=_LEAVE).sign(subscription.pk.hex)
    return settings.SITE_URL + reverse("subscriptions:leave", args=[token])


def read_confirm(token: str) -> UUID | None:
    """The key in a link to confirm; None where it is forged or too old."""
    try:
        return UUID(TimestampSigner(sep=".", salt=_CONFIRM).unsign(token, max_age=UNCONFIRMED_KEPT))
    except (BadSignature, ValueError):
        return None


def read_leave(token: str) -> UUID | None:
    """The key in a link to leave; None where it is forged."""
    try:
        return UUID(Signer(sep=".", salt=_LEAVE).unsign(token))
    except (BadSignature, ValueError):
        return None
