"""Letters leave from the database, where they wait until a mail server takes them: nothing is lost with a process.

What is logged names a letter by its key and a failure by its kind, for what mail servers say repeats the address.
"""

import logging
from datetime import timedelta
from smtplib import SMTPException, SMTPServerDisconnected

from django.core.mail import get_connection
from django.db import Error, transaction
from django.db.models.functions import Now
from django.utils import timezone

from newsroom.subscriptions.letters import written
from newsroom.subscriptions.models import Letter

GIVEN_UP_AFTER = timedelta(hours=48)
LONGEST_PAUSE = 360
"""Minutes."""

logger = logging.getLogger(__name__)


def run() -> None:
    """Send every letter whose time has come. Several may run at once; each letter is one's alone."""
    try:
        if Letter.objects.due().exists():
            _send_all()
    except (OSError, Error) as error:
        logger.warning("Letters to readers wait: %s", type(error).__name__)


def _send_all():
    with get_connection() as post:
        while _send_next(post):
            pass


@transaction.atomic
def _send_next(post) -> bool:
    """Send the letter that waits longest; False where there is none, or the mail server is gone."""
    waiting = Letter.objects.due().select_for_update(skip_locked=True, of=("self",))
    letter = waiting.select_related(
        "subscription__instrument__standing__latest__source", "quote__source", "quote__instrument"
    ).first()
    if letter is None:
        return False
    message = written(letter)
    message.connection = post
    try:
        message.send()
    except OSError as error:
        _put_off(letter, error)
        return isinstance(error, SMTPException) and not isinstance(error, SMTPServerDisconnected)
    letter.delete()
    return True


def _put_off(letter, error):
    """Try again after a pause that doubles with each failure; after two days never."""
    logger.warning("Letter %s was not taken: %s", letter.pk, type(error).__name__)
    if letter.made_at <= timezone.now() - GIVEN_UP_AFTER:
        letter.delete()
        return
    pause = timedelta(minutes=min(2**letter.tries, LONGEST_PAUSE))
    Letter.objects.filter(pk=letter.pk).update(tries=letter.tries + 1, due_at=Now() + pause)
