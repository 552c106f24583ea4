"""The desk's pages over a large archive beside a small one: `python -m benchmarks.desk`.

Each page is fetched in turn from both databases, so that whatever else the machine does meets all alike; the medians
over the rounds are set in relation to each other, to a bare Django view and to a bare SELECT by primary key.
"""

import argparse
import sys
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from benchmarks import databases
from benchmarks.archive import Size, progress
from newsroom import database
from newsroom.desk.models import User

SMALL, LARGE = Size(1_000, 10), Size(100_000, 10)
ROUNDS, TIMES = 5, 5
BARE, SELECT = "bare Django view", "bare SELECT by primary key"
LIST, NEWCOMER = "/admin/articles/article/", "phongvien39"

PAGES = [
    (f"{page}, {role}", account, address)
    for page, address in [("dashboard", "/admin/"), ("list", LIST)]
    for role, account in [("chief", "thuky"), ("editor", "bientap"), ("reporter", "phongvien0"), ("newcomer", NEWCOMER)]
] + [
    ("list of the waiting", "thuky", f"{LIST}?state=submitted"),
    ("list of the published", "thuky", f"{LIST}?state=published"),
    ("list of the scheduled", "thuky", f"{LIST}?state=scheduled"),
    ("list of the expired", "thuky", f"{LIST}?state=expired"),
    ("list of the withdrawn", "thuky", f"{LIST}?state=withdrawn"),
    ("the bin", "thuky", f"{LIST}?state=binned"),
    ("list of a section", "thuky", f"{LIST}?section__id__exact=5"),
    ("list of a rare genre", "thuky", f"{LIST}?genre__exact=tra_loi_ban_doc"),
    ("list from the oldest on", "thuky", f"{LIST}?o=6"),
    ("search, a word in every story", "thuky", f"{LIST}?q=nhan+dan"),
    ("search, a name in few", "thuky", f"{LIST}?q=tong+gia+thuan"),
    ("search, in none", "thuky", f"{LIST}?q=khongcotunay"),
    ("search, a common word by a reporter", "phongvien0", f"{LIST}?q=nhan+dan"),
    ("search, a name in few by the newcomer", NEWCOMER, f"{LIST}?q=tong+gia+thuan"),
    ("story form", "thuky", f"{LIST}500/change/"),
    ("timeline", "thuky", f"{LIST}500/revisions/"),
    ("audit", "quantri", "/admin/audit/"),
    ("audit of one person", "quantri", "/admin/audit/?person={newcomer}"),
    ("audit of one story", "quantri", "/admin/audit/?about=articles.article-500"),
    ("calendar", "thuky", f"{LIST}calendar/"),
    ("front page", None, "/"),
    ("section", None, "/kinh-te/"),
    ("section, its oldest page", None, "/kinh-te/?page=1"),
]  # fmt: skip


@dataclass(frozen=True)
class Site:
    """One database with somebody signed in for each page that needs it."""

    name: str
    clients: dict

    @classmethod
    def of(cls, name):
        databases.use(name)
        clients = {None: Client()}
        for account in {account for _page, account, _address in PAGES if account}:
            clients[account] = Client()
            clients[account].force_login(User.objects.get(username=account))
        return cls(name, clients)

    def fetch(self, account, address):
        """The page; whatever is no page is an error."""
        if "{" in address:
            address = address.format(newcomer=User.objects.get(username=NEWCOMER).pk)
        response = self.clients[account].get(address)
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code} to {account}")
        return response


def measure(small, large, rounds, tell):
    """Seconds of each page and yardstick, as {(what, site name): [one median for each round]}."""
    taken = defaultdict(list)
    for number in range(1, rounds + 1):
        for what, ask in _asked():
            tell(f"round {number} of {rounds}: {what}")
            for site in (small, large):
                databases.use(site.name)
                taken[what, site.name].append(_timed(ask, site))
    return taken


def _asked():
    yield BARE, _bare
    yield SELECT, lambda _site: Article.objects.values_list("pk").get(pk=500)
    for what, account, address in PAGES:
        yield what, lambda site, account=account, address=address: site.fetch(account, address)


def _bare(site):
    with override_settings(ROOT_URLCONF="benchmarks.bare"):
        site.clients[None].get("/")


def _timed(ask, site):
    ask(site)  # connects, and warms what is warm in a running server
    return median(_seconds(ask, site) for _ in range(TIMES))


def _seconds(ask, site):
    started = perf_counter()
    ask(site)
    return perf_counter() - started


def asked_of_database(site):
    """What each page asks, as {page: queries with their time}."""
    databases.use(site.name)
    found = {}
    for what, account, address in PAGES:
        with CaptureQueriesContext(connection) as queries:
            site.fetch(account, address)
        found[what] = list(queries)
    return found


def table(taken, small, large, counts):
    """The result as a table of Markdown."""
    bare = median(taken[BARE, large.name])
    yield "| page | small, ms | large, ms | large : small | large : bare view | queries | slowest query, ms |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for what in dict.fromkeys(what for what, _site in taken):
        one, other = (1000 * median(taken[what, site.name]) for site in (small, large))
        asked = [[*counts[site.name].get(what, ())] for site in (small, large)]
        numbers = " → ".join(dict.fromkeys(str(len(queries)) for queries in asked)) if asked[1] else ""
        slowest = max((1000 * float(query["time"]) for query in asked[1]), default="")
        figures = f"{one:.2f} | {other:.2f} | {other / one:.2f} | {other / bare / 1000:.1f} | {numbers} | {slowest}"
        yield f"| {what} | {figures} |"


def slow(counts, milliseconds):
    """The queries that took longer, with how the database went about them."""
    for what, queries in counts.items():
        for query in queries:
            if 1000 * float(query["time"]) > milliseconds:
                yield f"\n== {what}: {query['time']} s\n{query['sql']}\n"
                with connection.cursor() as cursor:
                    cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + query["sql"].replace("%", "%%"), [])
                    yield from (line for (line,) in cursor.fetchall())


@contextmanager
def _as_in_production():
    with override_settings(DEBUG=False, ALLOWED_HOSTS=["*"]), database.running():
        yield


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--explain", type=float, metavar="MS", help="show the plans of queries that take longer")
    asked = parser.parse_args()
    with _as_in_production():
        small, large = (Site.of(databases.with_archive(size, progress)) for size in (SMALL, LARGE))
        taken = measure(small, large, asked.rounds, progress)
        counts = {site.name: asked_of_database(site) for site in (small, large)}
        lines = [*table(taken, small, large, counts)]
        if asked.explain:
            lines += slow(counts[large.name], asked.explain)
        progress("")
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
