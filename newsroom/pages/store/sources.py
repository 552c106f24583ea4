"""Which database a reader's page is read from: the primary, or a streaming replica that shows nothing older.

A replica is as good as the primary where its snapshot shows every purge there is, so that nobody gets one from before
a change that is done, and where its clock, which decides there what is visible, agrees with the primary's. The beat
tells both: `keep_pages` writes the primary's time every second, and the replica shows it.

While the primary is away the replica is read if it knows all that this machine knew.
"""

import logging
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import Error, InterfaceError, OperationalError, connections

from newsroom.pages import replica
from newsroom.pages.replica import PRIMARY, REPLICA
from newsroom.pages.store import purges

AWAY = (OperationalError, InterfaceError)
LAG = timedelta(seconds=5)
"""How much older than its clock a replica may be: the beat comes every second."""
AHEAD = timedelta(milliseconds=50)
"""How far its clock may be ahead: by so much a story could be seen before its time."""
PAUSE = 10
"""Seconds for which a replica that did not answer is not asked again by this process."""

logger = logging.getLogger(__name__)
_pause = {"until": 0.0}


def choose(place, request) -> tuple[str, purges.Sight | None]:
    """The alias to render from, and what that showed at the beginning; no sight where the primary is away, so that what
    is rendered cannot be stored. Raises what the database raised where there is nothing to read from.
    """
    theirs = _look_at_replica() if _may_be_older(request) else None
    if theirs is None:
        return PRIMARY, purges.look()
    try:
        ours = purges.look()
        is_behind = bool(purges.unseen(theirs.snapshot))
    except AWAY:
        connections[PRIMARY].close()
        if not _knows_what_we_knew(place, theirs):
            raise
        return REPLICA, None
    if is_behind or not _beats_with(place, theirs, ours):
        return PRIMARY, ours
    return REPLICA, replace(theirs, history=ours.history)


@contextmanager
def watched(alias: str):
    """Read from there inside this block. Raises OperationalError where the replica failed meanwhile, also if somebody
    made the best of that.
    """
    with replica.reading_from(alias):
        yield
    if alias == REPLICA and connections[alias].errors_occurred:
        raise OperationalError("The replica failed.")


def avoid_replica() -> None:
    """Do without it for a while."""
    logger.warning("The replica is away: readers' pages are read from the primary for %s seconds.", PAUSE)
    connections[REPLICA].close()
    _pause["until"] = time.monotonic() + PAUSE


def _may_be_older(request):
    """Only who votes has a cookie; what a vote changed is shown by the primary."""
    return replica.is_there() and not request.COOKIES and time.monotonic() >= _pause["until"]


def _look_at_replica():
    try:
        return purges.look(REPLICA)
    except Error:
        avoid_replica()
        return None


def _beats_with(place, theirs, ours):
    since = place.index.recall("since")  # a replica that still follows a primary of before has no beat from after it
    if theirs.beat is None or since is None or theirs.beat < datetime.fromisoformat(since):
        return False
    return theirs.beat <= theirs.at <= min(theirs.beat + LAG, ours.at + AHEAD)


def _knows_what_we_knew(place, theirs):
    seen_at = place.index.recall("seen_at")
    return bool(theirs.beat and seen_at and theirs.beat >= datetime.fromisoformat(seen_at) - LAG)
