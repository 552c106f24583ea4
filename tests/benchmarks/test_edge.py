"""The simulation of a delivery network agrees with one that plays every request, and with what must hold."""

import random
from collections import deque
from dataclasses import asdict
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.edge import WARM_UP, Network, Page, play
from benchmarks.edge import changes as moments
from benchmarks.scale import BREAKING, NORMAL, breaking, different, ordinary, row, zipf
from newsroom.pages.store.views import SHARED

SHARES = (0.6, 0.3, 0.1)


class Cache:
    """A shared cache with nothing left out. It asks `beyond`, which answers when the page was made that it gives."""

    def __init__(self, network, changes, beyond):
        self.network, self.changes, self.beyond = network, changes, beyond
        self.copy = None

    def ask(self, now):
        """(how, when the page was made that is given)"""
        if self.copy is not None and self.network.purged and self.changes.between(self.copy, now):
            self.copy = None
        age = inf if self.copy is None else now - self.copy
        if age < self.network.max_age:
            return "fresh", self.copy
        given, self.copy = self.copy, self.beyond(now)
        return ("stale", given) if age < self.network.max_age + self.network.stale else ("waited", self.copy)


class Changes:
    def __init__(self, moments):
        self.last, self.moments = -inf, deque(moments)

    def between(self, copy, now):
        """Whether the page changed after the copy was made. Nobody asks about an earlier `now` than before."""
        while self.moments and self.moments[0] <= now:
            self.last = self.moments.popleft()
        return copy < self.last


def play_every_request(page, network, seconds, seed):
    chance = random.Random(seed)
    changes = Changes(moments(page.pace, seconds, chance))  # the same as in play(), which draws them first as well
    told = dict.fromkeys(["fresh", "stale", "waited", "outdated", "fetched", "asked", "rendered"], 0)
    rendered_at = [-WARM_UP]

    def count(name, now, is_so=True):
        told[name] += now >= 0 and is_so

    def us(now):
        count("asked", now)
        count("rendered", now, changes.between(rendered_at[0], now))
        rendered_at[0] = now
        return now

    shield = Cache(network, changes, us)

    def fetch(now):
        count("fetched", now)
        return shield.ask(now)[1] if network.shield else us(now)

    places = [Cache(network, changes, fetch) for _ in network.shares]
    now = -WARM_UP
    while (now := now + chance.expovariate(page.rate)) < seconds:
        [place] = chance.choices(places, network.shares)
        how, copy = place.ask(now)
        count(how, now)
        count("outdated", now, changes.between(copy, now))
    return told


@pytest.mark.parametrize("shield", [True, False])
@pytest.mark.parametrize("purged", [True, False])
@pytest.mark.parametrize(("rate", "pace"), [(0.02, inf), (0.1, 170), (1, 45)])
def test_every_request_played_comes_to_the_same(shield, purged, rate, pace):
    network = Network(SHARES, 60, 60, shield, purged)
    seconds = 50_000 / rate
    page = Page(rate, pace)

    skipped = asdict(play([page], network, seconds, seed=1))
    played = play_every_request(page, network, seconds, seed=1)

    for name, number in played.items():
        assert skipped[name] == pytest.approx(number, rel=0.03, abs=40), name


@pytest.mark.parametrize("rate", [0.001, 0.02, 1])
def test_one_cache_asks_as_often_as_renewal_theory_says(rate):
    seconds = 10_000 * (60 + 1 / rate)

    asked = play([Page(rate)], Network((1,), 60, 60, shield=False), seconds).asked

    assert asked / seconds == pytest.approx(rate / (1 + 60 * rate), rel=0.03)


@settings(max_examples=60, deadline=None)
@given(
    rate=st.floats(0.001, 20), pace=st.sampled_from([inf, 1, 30, 61, 700]), shield=st.booleans(), purged=st.booleans(),
    max_age=st.integers(0, 90), stale=st.integers(0, 90), places=st.integers(1, 5), seed=st.integers(0, 1000),
)  # fmt: skip
def test_what_caches_promise(rate, pace, shield, purged, max_age, stale, places, seed):
    network = Network(tuple(zipf(places, 1)), max_age, stale, shield, purged)

    tally = play([Page(rate, pace)], network, 600, seed)

    assert tally.oldest <= max_age + stale + 1e-6
    assert tally.stale + tally.waited == tally.fetched
    assert tally.rendered <= tally.asked <= tally.fetched
    assert tally.asked == tally.fetched or shield
    assert tally.outdated == 0 or not (purged or pace == inf)
    assert 0 <= tally.outdated <= tally.requests


def test_more_is_asked_without_a_shield_or_with_more_places():
    def asked(places, shield):
        return play([Page(2)], Network(tuple(zipf(places, 1)), 60, 60, shield), 20_000).asked

    assert asked(10, True) < asked(2, False) < asked(10, False)


def test_scenes_are_of_the_size_they_say():
    assert sum(page.rate for page in ordinary(NORMAL, 500)) == pytest.approx(NORMAL)
    assert sum(page.rate for page in breaking(BREAKING, 500)) == pytest.approx(BREAKING)


def test_different_pages_are_counted_once():
    pages, chance = ordinary(20, 300), random.Random(1)
    rates = [page.rate for page in pages]

    asked = [len({*chance.choices(range(len(pages)), rates, k=20 * 30)}) for _ in range(50)]

    assert different(pages, 30) == pytest.approx(sum(asked) / len(asked), rel=0.02)


def test_table_has_what_the_header_permits():
    network = Network.by_header(zipf(3, 1), SHARED)

    tally = play(ordinary(20, 300), network, 300)

    assert (network.max_age, network.stale) == (60, 60)
    assert 60 < tally.oldest <= 120
    assert row("x", tally, 300) == (
        f"| x | {1 - tally.fetched / tally.requests:.2%} | {1 - tally.asked / tally.requests:.2%} "
        f"| {tally.asked / 300:.0f} | {tally.rendered / 300:.2f} | {tally.waited / tally.requests:.2%} | 0.00% "
        f"| {tally.oldest:.0f} |"
    )
