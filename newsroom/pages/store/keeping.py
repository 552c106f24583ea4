"""What keeps a machine's shelf up to date: it follows the purges of all machines, and the clock.

A process of its own does it (`manage.py keep_pages`); where that is away, every request that reaches the application
helps out, and the lease on the shelf ends meanwhile, so that requests do reach it.
"""

import logging
import select
import time
from datetime import datetime

from django.conf import settings
from django.db import Error, connection, transaction
from django.dispatch import Signal

from newsroom.pages.store import cdn, purges, shelf

KEPT_DAYS = 7
"""A machine that was away for longer empties its shelf: the purges that it missed are forgotten."""

time_passed = Signal()
"""The database's clock went on. Arguments: `since` and `now`; whoever knows what looks different from some moment in
between (since < moment <= now) purges it, `before` that moment. Sent within a transaction, once for all machines."""

logger = logging.getLogger(__name__)


def catch_up() -> None:
    """Do on this machine's shelf what was purged anywhere since it was last done."""
    place = shelf.here()
    if place:
        with place.locked():
            catch_up_locked(place)


def catch_up_locked(place) -> purges.Sight:
    """`catch_up` for who holds the shelf's lock; returns what it went by."""
    seen, sight = place.index.recall("seen"), purges.look()
    is_another = place.index.recall("history") != sight.history
    if seen is None or _was_away(place, sight):
        place.empty()
    elif is_another:
        _begin_anew(place)
    else:
        for one in purges.unseen(seen):
            names = place.take_off(one.tags, one.before, one.is_gone)
            cdn.current().purge(one.tags, [shelf.address_of(name) for name in names])
    moment = sight.at.isoformat()
    place.index.remember(seen=sight.snapshot, seen_at=moment)
    if is_another:
        place.index.remember(history=sight.history, since=moment)
    return sight


def _begin_anew(place):
    """Another server is the primary: what was seen of the one before says nothing of this one, which may not even know
    all of it. Every page is rendered anew; last good ones serve meanwhile, but for what is gone.
    """
    names = place.take_off({"*"})
    for one in purges.unseen(purges.NOTHING):
        if one.is_gone:
            place.take_off(one.tags, gone=True)
    cdn.current().purge(frozenset({"*"}), [shelf.address_of(name) for name in names])


def _was_away(place, sight):
    return (sight.at - datetime.fromisoformat(place.index.recall("seen_at"))).days >= KEPT_DAYS


def tick(place) -> None:
    """Purge what the clock changed, catch up, and let the proxy go on serving by itself.

    While the database is away nothing can change that readers could be shown: the lease goes on.
    """
    try:
        with transaction.atomic():
            _pass_time()
        catch_up()
    except Error:
        connection.close()
        logger.warning("The database is away: stored pages are served as they are.")
    place.extend_lease()


def help_out(place) -> None:
    """Do a tick where nobody did one lately."""
    if not place.has_lease():
        tick(place)


def run(over) -> None:
    """Keep the shelf until `over` (an Event) is set: at once what is purged, within a second what the clock changes."""
    place, swept = shelf.here(), 0.0
    while not over.is_set():
        tick(place)
        if time.monotonic() > swept + 60:
            swept = time.monotonic()
            _sweep(place)
        _wait(1.0)
    connection.close()


def _pass_time():
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO pages_clock VALUES (1, statement_timestamp()) ON CONFLICT DO NOTHING")
        cursor.execute("SELECT at, statement_timestamp() FROM pages_clock FOR UPDATE SKIP LOCKED")
        row = cursor.fetchone()
        if row is None:
            return  # another machine is at it
        since, now = row
        answers = time_passed.send_robust(None, since=since, now=now)
        if any(answer for _receiver, answer in answers):
            purges.purge("*")  # what failed is in the log; nobody knows what it would have purged
        cursor.execute("UPDATE pages_clock SET at = %s", [now])


def _sweep(place):
    with place.locked():
        place.shrink(settings.PAGE_STORE_MAX_BYTES)
    try:
        purges.forget(KEPT_DAYS)
    except Error:
        connection.close()


def _wait(seconds):
    """Until something is purged anywhere, a second at most."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {purges.CHANNEL}")
        if select.select([connection.connection], [], [], seconds)[0]:
            connection.connection.poll()
            connection.connection.notifies.clear()
    except Error:
        connection.close()
        time.sleep(seconds)
