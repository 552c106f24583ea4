"""Which pages stand on this machine's shelf, and their tags: SQLite, beside the files that it tells of."""

import os
import sqlite3
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (name TEXT PRIMARY KEY, facts TEXT, rendered REAL, bytes INTEGER, is_kept INTEGER);
CREATE TABLE IF NOT EXISTS tag (tag TEXT, name TEXT, PRIMARY KEY (tag, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tag_of ON tag (name);
CREATE TABLE IF NOT EXISTS remembered (what TEXT PRIMARY KEY, value TEXT);
"""


@dataclass(frozen=True)
class Entry:
    """A page: the `name` of its file, `facts` (its headers, as JSON), when it was rendered."""

    name: str
    facts: str
    rendered: datetime
    bytes: int


class Index:
    """The index in the file at `path`. Each call is a transaction of its own; who writes holds the shelf's lock."""

    def __init__(self, path: Path):
        self.path = path
        self._kept = threading.local()
        with self._open() as database:
            database.execute("PRAGMA journal_mode=WAL")  # who reads waits for nobody
            database.executescript(_SCHEMA)

    @contextmanager
    def _open(self):
        """The thread's connection, kept: to close the last one of all writes the whole log back."""
        kept = self._kept
        if getattr(kept, "process", None) != os.getpid():  # a connection must not be carried into a fork
            kept.database, kept.process = sqlite3.connect(self.path, timeout=10), os.getpid()
            kept.database.execute("PRAGMA synchronous=NORMAL")
        with kept.database:
            yield kept.database

    def add(self, entry: Entry, tags) -> None:
        """Remember a page in place of what stood under its name."""
        row = (entry.name, entry.facts, entry.rendered.timestamp(), entry.bytes, 0)
        with self._open() as database:
            _forget(database, [entry.name])
            database.execute("INSERT INTO page VALUES (?, ?, ?, ?, ?)", row)
            database.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?)", [(tag, entry.name) for tag in tags])

    def facts_of(self, name: str) -> str | None:
        with self._open() as database:
            row = database.execute("SELECT facts FROM page WHERE name = ?", [name]).fetchone()
        return row and row[0]

    def tagged(self, tags, before: datetime | None, with_kept: bool) -> list[str]:
        """Names of the pages with one of the tags, rendered before a moment if one is given."""
        found = set()
        latest = before.timestamp() if before else float("inf")
        ask = "SELECT name FROM page JOIN tag USING (name) WHERE tag = ? AND rendered < ? AND is_kept <= ?"
        with self._open() as database:
            for tag in tags:
                found.update(row[0] for row in database.execute(ask, [tag, latest, int(with_kept)]))
        return sorted(found)

    def keep(self, names) -> None:
        """The pages are now last good ones."""
        with self._open() as database:
            database.executemany("UPDATE page SET is_kept = 1 WHERE name = ?", [(name,) for name in names])

    def forget(self, names) -> None:
        with self._open() as database:
            _forget(database, names)

    def names(self) -> list[str]:
        with self._open() as database:
            return [row[0] for row in database.execute("SELECT name FROM page ORDER BY name")]

    def beyond(self, size: int) -> list[str]:
        """Names of the pages that are too many for `size` bytes: first the kept ones, of each kind the oldest."""
        so_far = "SELECT name, sum(bytes) OVER (ORDER BY is_kept, rendered DESC, name) AS so_far FROM page"
        ask = f"SELECT name FROM ({so_far}) WHERE so_far > ?"  # noqa: S608
        with self._open() as database:
            return [row[0] for row in database.execute(ask, [size])]

    def recall(self, what: str) -> str | None:
        with self._open() as database:
            row = database.execute("SELECT value FROM remembered WHERE what = ?", [what]).fetchone()
        return row and row[0]

    def remember(self, **facts: str) -> None:
        with self._open() as database:
            database.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?)", facts.items())


def _forget(database, names):
    database.executemany("DELETE FROM tag WHERE name = ?", [(name,) for name in names])
    database.executemany("DELETE FROM page WHERE name = ?", [(name,) for name in names])
