"""A delivery network in front of the newsroom, simulated: what the caches of its places answer, what is left for us.

Readers come by chance (Poisson), so what happens between two fetches of a place need not be played request by
request: those in between are counted by their expectation, and the next one that finds a page too old is drawn. Every
fetch is an event. A cache keeps what RFC 9111 and RFC 5861 let it keep, reckons with the age that the page had when it
came (`Age`), and asks once however many wait. Fetching takes no time.
"""

import heapq
import math
import random
import re
from bisect import bisect_right
from dataclasses import dataclass, field, fields
from operator import add

WARM_UP = 300
"""Seconds that are played before anything is counted; long beside the minutes that a page is kept."""


@dataclass(frozen=True)
class Page:
    """`rate` is requests per second from everywhere. It changes by chance, each `pace` seconds on average, or never."""

    rate: float
    pace: float = math.inf


@dataclass(frozen=True)
class Network:
    """`shares` is the part of the readers that each place has. Copies are fresh for `max_age` seconds, then for `stale`
    more served while a new one is asked for. Between the places and us there may be a shield; all may be told of
    changes at once.
    """

    shares: tuple[float, ...]
    max_age: float
    stale: float
    shield: bool = True
    purged: bool = True

    @classmethod
    def by_header(cls, shares, header, **options):
        """What a CDN-Cache-Control of ours permits."""
        told = {name: float(seconds) for name, seconds in re.findall(r"([a-z-]+)=(\d+)", header)}
        return cls(tuple(shares), told["max-age"], told["stale-while-revalidate"], **options)


@dataclass
class Tally:
    """Requests as readers saw them (`fresh`, `stale`, and `waited` for a fetch; `outdated` of them got what had been
    replaced), what the places `fetched`, what came to us (`asked`), and what of it we had to render anew. `oldest` is
    the greatest age in seconds that a reader was given.
    """

    fresh: float = 0
    stale: float = 0
    waited: float = 0
    outdated: float = 0
    fetched: int = 0
    asked: int = 0
    rendered: int = 0
    oldest: float = field(default=0, metadata={"is_most": True})

    @property
    def requests(self):
        return self.fresh + self.stale + self.waited

    def add(self, other):
        for one in fields(self):
            merge = max if one.metadata else add
            setattr(self, one.name, merge(getattr(self, one.name), getattr(other, one.name)))


def play(pages, network, seconds, seed=0):
    """The `Tally` of that many seconds of these pages."""
    chance, total = random.Random(seed), Tally()
    for page in pages:
        total.add(_OnePage(page, network, seconds, chance).play())
    return total


def changes(pace, seconds, chance):
    """The moments at which a page changes, the warm-up included."""
    now = -WARM_UP
    while pace < math.inf and (now := now + chance.expovariate(1 / pace)) < seconds:
        yield now


class _OnePage:
    """Pages do not meet, so each is played by itself; its places meet at the shield."""

    def __init__(self, page, network, seconds, chance):
        self.page, self.network, self.seconds, self.chance = page, network, seconds, chance
        self.changes = list(changes(page.pace, seconds, chance))
        self.tally = Tally()
        self.at_shield = None
        # The archive is on the shelf: what nothing has changed since needs no rendering.
        self.at_origin = -WARM_UP

    def play(self):
        ahead = [(self._next(-WARM_UP, share), place, share) for place, share in enumerate(self.network.shares)]
        ahead = [event for event in ahead if event[0] < self.seconds]
        heapq.heapify(ahead)
        copies = {}
        while ahead:
            now, place, share = ahead[0]
            copies[place] = copy = self._request(now, copies.get(place))
            upcoming = self._between(now, copy, share)
            if upcoming < self.seconds:
                heapq.heapreplace(ahead, (upcoming, place, share))
            else:
                heapq.heappop(ahead)
        return self.tally

    def _next(self, now, share):
        """When this place is next asked for the page."""
        rate = self.page.rate * share
        return now + self.chance.expovariate(rate) if rate else math.inf

    def _change(self, copy):
        """When the page changed next, after a copy of it was made."""
        place = bisect_right(self.changes, copy)
        return self.changes[place] if place < len(self.changes) else math.inf

    def _is_gone(self, copy, now):
        """Whether there is no copy that may be served, even stale."""
        lapsed = copy is None or now - copy >= self.network.max_age + self.network.stale
        return lapsed or (self.network.purged and self._change(copy) <= now)

    def _request(self, now, copy):
        """A reader's request that finds no fresh copy; returns that which is kept from then on, by when it was made."""
        if self._is_gone(copy, now):
            copy = served = self._fetch(now)
            self._count(now, waited=1)
        else:
            served, copy = copy, self._fetch(now)
            self._count(now, stale=1)
        self._seen(now, now, 1, served)
        return copy

    def _between(self, now, copy, share):
        """Count what is served by itself until the next request that is not; returns when that comes."""
        lasts = copy + self.network.max_age
        if self.network.purged:
            lasts = min(lasts, self._change(copy))
        lasts = max(lasts, now)
        begin, end = max(now, 0), min(lasts, self.seconds)
        if end > begin:
            rate = self.page.rate * share
            self.tally.fresh += rate * (end - begin)
            self._seen(begin, end, rate, copy)
        return self._next(lasts, share)

    def _seen(self, begin, end, weight, copy):
        """Readers were given that copy: `weight` at one moment, or each second between two."""
        if begin < 0:
            return
        self.tally.oldest = max(self.tally.oldest, end - copy)
        since = self._change(copy)
        if begin == end:
            self.tally.outdated += weight * (since <= begin)
        else:
            self.tally.outdated += weight * max(0, end - max(begin, since))

    def _fetch(self, now):
        """What a place gets: a copy, which may have some age already."""
        self._count(now, fetched=1)
        if not self.network.shield:
            return self._ask_us(now)
        copy = self.at_shield
        if self._is_gone(copy, now):
            self.at_shield = self._ask_us(now)
            return self.at_shield
        if now - copy >= self.network.max_age:
            self.at_shield = self._ask_us(now)
        return copy

    def _ask_us(self, now):
        self._count(now, asked=1, rendered=int(self._change(self.at_origin) <= now))
        self.at_origin = now
        return now

    def _count(self, now, **more):
        if now >= 0:
            for name, number in more.items():
                setattr(self.tally, name, getattr(self.tally, name) + number)
