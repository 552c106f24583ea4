"""What became out of date, as rows that every machine reads.

A purge is written in the transaction of the change or after it, and never seen before the change is. What a machine has
done is remembered as a snapshot of PostgreSQL's (which transactions it saw), not as a highest number: numbers are given
out before their rows can be seen, and the one that comes late would be passed over. By the same snapshots a rendering
knows which purges it cannot have seen (`overtaken`). Needs PostgreSQL 13.

A replica's snapshot does not say which transactions were under way (PostgreSQL leaves the list empty in recovery); so
everything from the oldest of them on counts as not seen.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

CHANNEL = "pages_purge"
NOTHING = "1:1:"
"""The snapshot in which nothing can be seen."""
_UNSEEN = "xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot)"


@dataclass(frozen=True)
class Purge:
    """Pages with one of `tags` are out of date; with `before` only those rendered before that moment. Of what is
    `gone` for readers no last good page may be served either.
    """

    tags: frozenset[str]
    is_gone: bool = False
    before: datetime | None = None


@dataclass(frozen=True)
class Sight:
    """A moment of a database: `snapshot` tells which transactions were over, `beat` which moment the clock's work had
    come to, if it ever began. Snapshots of one `history` can be compared; a replica that became the primary begins
    another, and so does a restored database.
    """

    snapshot: str
    at: datetime
    beat: datetime | None
    history: str


def purge(*tags: str, gone: bool = False, before: datetime | None = None) -> None:
    """Let every page with one of the tags be rendered anew, on every machine, as soon as the change that asks for it is
    committed. `gone` says that something may no longer be read: no old copy is kept of those pages. `before` spares
    pages that were rendered since: for what the clock changes.
    """
    if not tags or not settings.PAGE_STORE:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO pages_purge (tags, is_gone, before) VALUES (%s, %s, %s); NOTIFY {CHANNEL}",  # noqa: S608 (ours)
            [list(dict.fromkeys(tags)), gone, before],
        )
    transaction.on_commit(_apply_here)


_LOOK = """
    SELECT CASE WHEN pg_is_in_recovery() THEN oldest || ':' || oldest || ':' ELSE snapshot::text END,
           statement_timestamp(), (SELECT at FROM pages_clock),
           CASE WHEN NOT pg_is_in_recovery()
           THEN system_identifier || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) ELSE '' END
    FROM pg_control_system(), pg_current_snapshot() snapshot, LATERAL (SELECT pg_snapshot_xmin(snapshot) oldest) o"""


def look(alias: str = DEFAULT_DB_ALIAS) -> Sight:
    """What that database shows from now on is at least this new. A replica tells no history."""
    with connections[alias].cursor() as cursor:
        cursor.execute(_LOOK)
        return Sight(*cursor.fetchone())


def unseen(seen: str) -> list[Purge]:
    """The purges that the snapshot did not show and that can be seen now."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT tags, is_gone, before FROM pages_purge WHERE {_UNSEEN}", {"seen": seen})  # noqa: S608
        return [Purge(frozenset(tags), is_gone, before) for tags, is_gone, before in cursor.fetchall()]


def overtaken(tags: set[str], sight: Sight) -> bool:
    """Whether something that these tags name changed since a rendering began with `sight`."""
    return any(
        not tags.isdisjoint(one.tags) for one in unseen(sight.snapshot) if one.before is None or sight.at < one.before
    )


def forget(days: int) -> None:
    """Drop the rows that no machine needs any more: one that was away for longer empties its shelf."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM pages_purge WHERE at < statement_timestamp() - make_interval(days => %s)", [days])


def _apply_here():
    # It asks this module what is to be done.
    from newsroom.pages.store import keeping  # noqa: PLC0415

    keeping.catch_up()
