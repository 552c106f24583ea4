"""Fetching: when a source is due, asking it, and what came of it. A source that fails stands alone with its failure."""

import logging
import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from markets.fetching import received
from markets.fetching.client import FetchError, get
from markets.intake import Receipt, record_sheet
from markets.models import Channel, Source
from markets.providers import PROVIDERS, FormatError
from newsroom.text.vietnamese import format_datetime

AT_ONCE = 4
_LOCKS = 0x6E65_7773
"""The first half of the key of our advisory locks; the second is the source."""
_LONGEST_PAUSE = timedelta(hours=6)
_MOST_SHOWN = 500
_JITTER = 0.2

logger = logging.getLogger(__name__)


class TooSoonError(ValidationError):
    """The source's own limit, or another who asks it at this moment, forbids to ask now."""


@dataclass
class Report:
    """How many sources were asked, and how many of them failed."""

    done: int = 0
    failed: int = 0


def run_due() -> Report:
    """Ask every source whose time has come, a few at once, each on its own thread and connection."""
    due = list(Source.objects.due(timezone.now()))
    with ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="prices") as pool:
        asked = [fine for fine in pool.map(_attempt, due) if fine is not None]
    return Report(len(asked), asked.count(False))


def fetch_now(source: Source, *, by) -> Receipt:
    """Ask a source at a human's wish; needs `markets.fetch_source`.

    Raises TooSoonError within its interval, and ValidationError with the reason where it fails.
    """
    if not by.has_perm("markets.fetch_source"):
        raise PermissionDenied
    receipt = _fetch(source, force=True)
    source.refresh_from_db()
    if receipt is None:
        raise ValidationError(source.failure, code="failed")
    return receipt


def _attempt(source) -> bool | None:
    """Whether the source answered well; None where it was not asked."""
    try:
        return _fetch(source) is not None
    except TooSoonError:
        return None
    except Exception:
        # A fault of ours in one source must not silence the others.
        logger.exception("source %s", source.pk)
        _failed(source, FetchError(_("Reading the answer failed on our side. The log of the server says why.")))
        return False
    finally:
        connection.close()


def _fetch(source, *, force=False) -> Receipt | None:
    """Ask, read, record; None where it failed, which then stands beside the source."""
    with _alone(source):
        _claim(source, force)
        try:
            answer = get(source.url, etag=source.etag, modified=source.modified)
            receipt = Receipt() if answer.content is None else _take(source, answer.content)
        except (FetchError, FormatError) as error:
            _failed(source, error)
            return None
        _succeeded(source, answer)
        return receipt


@contextmanager
def _alone(source):
    """Inside, nobody else asks the source, in whatever process. Raises TooSoonError where somebody does.

    The lock is a transaction's, on a connection of its own: one of a session means nothing behind pgbouncer.
    """
    with closing(connection.copy()) as holder:
        holder.set_autocommit(False)
        with holder.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_LOCKS, source.pk])
            if not cursor.fetchone()[0]:
                raise TooSoonError(_("%(source)s is being asked at this moment.") % {"source": source}, code="busy")
        try:
            yield
        finally:
            holder.rollback()  # a server hears of a closed connection only a moment later


def _claim(source, force):
    """Note the try before it is made: one that dies on the way counts against the source's limit all the same."""
    source.refresh_from_db()
    now = timezone.now()
    if source.free_at and source.free_at > now:
        facts = {"source": source, "time": format_datetime(source.free_at)}
        raise TooSoonError(_("%(source)s wants to be left alone until %(time)s.") % facts, code="limit")
    if not force and (source.due_at > now or not source.is_active):
        raise TooSoonError(_("%(source)s is not due.") % {"source": source}, code="not-due")
    _note(source, tried_at=now, due_at=now + _pause(source))


def _take(source, content) -> Receipt:
    reading = PROVIDERS[source.provider].read(content)
    receipt = record_sheet(received.entries(source, reading.rows, timezone.now()), by=None, channel=Channel.FEED)
    shown = [{"key": row.key, "label": row.label, "shown": f"{row.raw} {row.unit}".strip()} for row in reading.rows]
    _note(source, rows=shown[:_MOST_SHOWN], faults=reading.faults[:_MOST_SHOWN])
    return receipt


def _succeeded(source, answer):
    marks = {} if answer.content is None else {"etag": answer.etag, "modified": answer.modified}
    now = timezone.now()
    _note(source, succeeded_at=now, failures=0, failure="", **marks)
    _note(source, due_at=now + _pause(source))


def _failed(source, error):
    now = timezone.now()
    _note(source, failed_at=now, failures=source.failures + 1, failure=str(error))
    _note(source, due_at=now + max(_pause(source), getattr(error, "wait", None) or timedelta()))


def _pause(source) -> timedelta:
    """The source's interval, doubled with each failure, and a little more by chance so that nobody asks in step."""
    interval = timedelta(seconds=source.interval)
    backed_off = min(interval * 2 ** min(source.failures, 16), max(_LONGEST_PAUSE, interval))
    return backed_off * (1 + random.random() * _JITTER)  # noqa: S311  (no secret)


def _note(source, **state):
    """Write how the source is doing, and nothing else of it: somebody may be changing its settings."""
    for name, value in state.items():
        setattr(source, name, value)
    Source.objects.filter(pk=source.pk).update(**state)
