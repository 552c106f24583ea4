"""The stored pages of one machine, as files that the proxy finds by the address alone (deploy/nginx.conf).

    fresh/<name>    a page that is right, and beside it the same bytes as .gz; the name is <path>@<query>.<kind>
    kept/<name>     one that was purged: the last good page, for while it is rendered, and for outages
    lease/<number>  leads to fresh/ during the ten seconds of that number; the proxy looks through it, so where
                    nobody keeps the shelf up to date it falls through to the application within seconds
    index.sqlite    which tags each has

A page stands in one of the two places at most. Files are put in place by renaming, so nobody reads half of one.
"""

import fcntl
import gzip
import json
import os
import shutil
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from newsroom.pages.store.index import Entry, Index

FRESH, KEPT = "fresh", "kept"
LEASE = 10  # seconds; deploy/nginx.conf drops one digit of its clock
_GZIP = ".gz"
_KINDS = (("/rss/", "", "rss"), ("/", ".xml", "xml"), ("/", ".txt", "txt"), ("/", "", "html"))
"""How an address begins and ends, and of what kind its file is: from that the proxy tells the Content-Type."""


@dataclass(frozen=True)
class Page:
    """A stored page: its bytes, the `headers` it is answered with, and when it was last changed (whole seconds)."""

    body: bytes
    headers: dict
    changed: int

    @property
    def etag(self):
        return _etag(self.changed, len(self.body))


def _etag(changed, size):
    """As nginx makes it of the file."""
    return f'"{changed:x}-{size:x}"'


class Shelf:
    """The shelf in a folder. Pages go by their names (`name_of`)."""

    def __init__(self, root: Path):
        self.root = root
        for folder in (FRESH, KEPT, "lease", "turns"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        self.index = Index(root / "index.sqlite")

    def get(self, name: str, where=FRESH) -> Page | None:
        """The page, or None where it does not stand there."""
        try:
            with self._path(where, name).open("rb") as file:  # one file for both, whatever takes its place meanwhile
                body, changed = file.read(), int(os.fstat(file.fileno()).st_mtime)
        except FileNotFoundError:
            return None
        facts = self.index.facts_of(name)
        return facts and Page(body, json.loads(facts), changed)

    def leased(self, name: str, etag: str) -> bytes | None:
        """The bytes of the fresh page with this ETag, while the lease lasts: what the proxy would serve."""
        try:
            with self._path(f"lease/{int(time.time()) // LEASE}", name).open("rb") as file:
                facts = os.fstat(file.fileno())
                return file.read() if _etag(int(facts.st_mtime), facts.st_size) == etag else None
        except OSError:
            return None

    def put(self, name: str, body: bytes, headers: dict, tags, rendered: datetime) -> Page:
        """Store a page in place of any other of that name. Within `locked()`."""
        changed = self._moment_after(name)
        small = gzip.compress(body, 6, mtime=0)
        self.index.add(Entry(name, json.dumps(headers), rendered, len(body) + len(small)), tags)
        path = self._path(FRESH, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path.with_name(path.name + _GZIP), small, changed)
        _write(path, body, changed)
        self._remove(KEPT, name)
        return Page(body, headers, changed)

    def take_off(self, tags, before=None, gone=False) -> list[str]:
        """Take off every page with one of the tags, and return their names; what is not `gone` is kept as last good
        page. Within `locked()`.
        """
        names = self.index.tagged(tags, before, with_kept=gone)
        if gone:
            self.discard(names)
            return names
        for name in names:
            self._move_to_kept(name)
        self.index.keep(names)
        return names

    def discard(self, names) -> None:
        """Remove pages for good. Within `locked()`."""
        for name in names:
            self._remove(FRESH, name)
            self._remove(KEPT, name)
        self.index.forget(names)

    def empty(self) -> None:
        """Remove everything: nobody knows what of it is still right. Within `locked()`."""
        self.discard(self.index.names())
        for where in (FRESH, KEPT):  # what a crash left without an entry
            shutil.rmtree(self.root / where)
            (self.root / where).mkdir()

    def shrink(self, size: int) -> None:
        """Keep the shelf below `size` bytes. Within `locked()`."""
        self.discard(self.index.beyond(size))

    @contextmanager
    def locked(self):
        """One at a time puts pages on or takes them off."""
        with _flock(self.root / "lock"):
            yield

    @contextmanager
    def turn(self, name: str, is_patient: bool):
        """Whoever renders a page has its turn; tells whether it is the caller's, for which the patient one waits."""
        place = sha256(name.encode()).hexdigest()[:3]  # some share one: they wait for each other, no harm done
        with _flock(self.root / "turns" / place, wait=is_patient) as is_mine:
            yield is_mine

    def extend_lease(self) -> None:
        """Let the proxy serve pages by itself for this and the next lease."""
        now = int(time.time()) // LEASE
        for number in (now, now + 1):
            with suppress(FileExistsError):
                (self.root / "lease" / str(number)).symlink_to(f"../{FRESH}")
        for old in (self.root / "lease").iterdir():
            if int(old.name) < now:
                old.unlink(missing_ok=True)

    def has_lease(self) -> bool:
        return (self.root / "lease" / str(int(time.time()) // LEASE)).is_symlink()

    def _path(self, where, name):
        return self.root / where / name.lstrip("/")

    def _moment_after(self, name):
        """Now, or a second later than the page before it: its ETag is made of time and size, and may not come again."""
        now = int(time.time())
        for where in (FRESH, KEPT):
            with suppress(FileNotFoundError):
                now = max(now, int(self._path(where, name).stat().st_mtime) + 1)
        return now

    def _move_to_kept(self, name):
        target = self._path(KEPT, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        for ending in (_GZIP, ""):
            source = self._path(FRESH, name + ending)
            with suppress(FileNotFoundError):
                source.replace(target.with_name(target.name + ending))

    def _remove(self, where, name):
        for ending in (_GZIP, ""):
            self._path(where, name + ending).unlink(missing_ok=True)


def _write(path, content, changed):
    scratch = path.with_name(f"{path.name}.{os.getpid()}.new")
    scratch.write_bytes(content)
    os.utime(scratch, (changed, changed))
    scratch.replace(path)


def name_of(path: str, query: str = "") -> str:
    """The name of the page at an address, which the caller has checked: it becomes a path of files."""
    kind = next(kind for begin, end, kind in _KINDS if path.startswith(begin) and path.endswith(end))
    return f"{path}@{query}.{kind}"


def address_of(name: str) -> str:
    path, _at, query = name.rpartition(".")[0].rpartition("@")
    return f"{path}?{query}" if query else path


@contextmanager
def _flock(path, wait=True):
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


@cache
def _shelf(root):
    return Shelf(Path(root))


def here() -> Shelf | None:
    """This machine's shelf; None where pages are not stored (settings.PAGE_STORE)."""
    return _shelf(str(settings.PAGE_STORE)) if settings.PAGE_STORE else None
