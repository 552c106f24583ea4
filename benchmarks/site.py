"""All targets in one run: `make bench`. Numbers: benchmarks/README.md.

The paper runs as in production (nginx, gunicorn, what keeps the stored pages) over an archive of 20,000 stories, beside
its yardsticks. Servers are asked in turn, in rounds; a ratio is the median of the rounds' ratios. What is published
goes into a copy of the archive, which is dropped afterwards.
"""

import argparse
import gzip
import http.client
import random
import re
import signal
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from articles import actions
from articles.credits import Credits
from articles.models import Article, PenName, Section, Tag
from benchmarks import databases, polls
from benchmarks.archive import Size, progress
from benchmarks.prose import Prose
from benchmarks.servers import Servers, check_tools
from benchmarks.targets import TARGETS
from newsroom import database
from newsroom.desk.models import User
from newsroom.pages import drawing
from newsroom.pages.store import shelf
from tests.polls import storm

ARCHIVE = Size(20_000, 1)
ROUNDS, SECONDS, MANY = 3, 3, 1_000
"""Rounds; how long a server is asked in each; how many different pages are asked for at random."""
PUBLISHED = 40
"""Stories published one after the other."""
SEARCHES = ["nhân dân", "trạm bơm", "tống gia thuần", "học sinh", "khongcotunay"]
LIST = "/admin/articles/article/"
LISTS = [LIST, f"{LIST}?o=6", f"{LIST}?state=published", f"{LIST}?section__id__exact=5"]
LIST_SEARCHES = [f"{LIST}?q={quote(words)}" for words in SEARCHES]


def measure(servers, rounds, tell):
    """The figures and the numbers of queries, each by the key of its target."""
    figures = {}
    for step in (_reading, _searching, _desk, _weight):
        tell(f"{step.__name__.strip('_')} …")
        figures |= step(servers, rounds)
    tell("publishing …")
    figures |= _publishing(servers)
    figures["memory"] = servers.memory("application")
    tell("votes …")
    figures["votes"] = _votes()
    return figures


# -- reading ----------------------------------------------------------------------------------------------------------


def _reading(servers, rounds):
    stories = [story.get_absolute_url() for story in random.Random(1).sample(_public(), MANY)]
    for path in [*stories, "/"]:
        servers.ask(path)  # rendered, and stored
    files = servers.copy_to_files(stories)
    jobs = {
        "one page": ("nginx", stories[:1], "files", files[:1]),
        "random pages": ("nginx", stories, "files", files),
        "stored": ("application", stories[:1], "bare", ["/"]),
        "article": ("fresh", stories, "bare", ["/"]),
        "front": ("fresh", ["/"], "bare", ["/"]),
        "section": ("fresh", [Section.objects.get(slug="kinh-te").get_absolute_url()], "bare", ["/"]),
        "rss": ("fresh", ["/rss/"], "bare", ["/"]),
    }
    ratios = {name: [] for name in jobs}
    for number in range(rounds):
        for name, (server, paths, yardstick, bare) in list(jobs.items())[:: -1 if number % 2 else 1]:
            ratios[name].append(servers.rate(server, paths, SECONDS) / servers.rate(yardstick, bare, SECONDS))
    return {name: median(found) for name, found in ratios.items()}


def _public():
    """Stories that readers may have read, the newest not among them: those are published while it runs."""
    return list(Article.objects.published().select_related("section").order_by("-pk")[: ARCHIVE.stories // 2])


def counted_queries():
    """How many questions one page that is rendered afresh asks of the database, by the key of its target."""
    pages = {"article": _public()[0].get_absolute_url(), "front": "/", "section": "/kinh-te/", "rss": "/rss/"}
    return {name: len(_captured(lambda path=path: Client().get(path))) for name, path in pages.items()}


def _captured(job):
    job()
    with CaptureQueriesContext(connection) as queries:
        job()
    return queries


def _searching(servers, rounds):
    line = http.client.HTTPConnection("127.0.0.1", servers.ports["fresh"])
    taken = [
        _milliseconds(lambda words=words: _get(line, f"/tim-kiem/?q={quote(words)}"))
        for _round in range(rounds)
        for words in SEARCHES
        for _time in range(5)
    ]
    return {"search": median(taken)}


def _get(line, path):
    line.request("GET", path)
    answer = line.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answers {answer.status}")


def _milliseconds(job):
    began = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - began)


# -- the desk ---------------------------------------------------------------------------------------------------------


def _desk(_servers, rounds):
    client = Client()
    client.force_login(User.objects.get(username="thuky"))
    return {"list": _slowest(client, LISTS, rounds), "list search": _slowest(client, LIST_SEARCHES, rounds)}


def _slowest(client, addresses, rounds):
    """Milliseconds of the slowest of the pages, each the median of its rounds after one that warms up."""
    for address in addresses:
        client.get(address)
    return max(median(_milliseconds(lambda one=one: client.get(one)) for _ in range(3 * rounds)) for one in addresses)


def _publishing(servers):
    """Publish, and wait until every page that shows the story shows it, through nginx."""
    chief, author = User.objects.get(username="thuky"), PenName.objects.exclude(person=None).first()
    section, tag = Section.objects.get(slug="kinh-te"), Tag.objects.first()
    moves, seen, queries = [], [], 0
    outlets = ["/", *(thing.get_absolute_url() for thing in (section, tag, author)), "/rss/", f"/rss/{section.slug}/",
               "/news-sitemap.xml"]  # fmt: skip
    for number in range(PUBLISHED):
        story = _approved(number, chief, section, author, tag)
        for outlet in outlets:
            servers.ask(outlet)  # stored, until the story comes
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as asked:
            moves.append(_milliseconds(lambda story=story: actions.move("publish", story, by=chief)))
        queries = max(queries, len(asked))
        address = Article.objects.get(pk=story.pk).get_absolute_url()
        for outlet in [address, *outlets]:
            servers.wait_until(lambda outlet=outlet, address=address: _shows(servers.ask(outlet), outlet, address))
        seen.append(1000 * (time.perf_counter() - began))
    return {
        "publish": median(moves),
        "publish queries": queries,
        "visible": quantiles(seen, n=100, method="inclusive")[98],
    }


def _approved(number, chief, section, author, tag):
    prose = Prose(f"published {number}")
    story = Article(
        section=section, title=prose.title(), standfirst=prose.sentence(), body="".join(prose.paragraphs(300))
    )
    actions.create(story, by=chief, credits=Credits(((author.pk, "text"),), frozenset({tag.pk})))
    for move in ("submit", "approve"):
        story = actions.move(move, story, by=chief)
    return story


def _shows(answer, outlet, address):
    status, _headers, body = answer
    return status == 200 and (outlet == address or address.encode() in body)


# -- what it takes ----------------------------------------------------------------------------------------------------


def _weight(_servers, _rounds):
    """What a reader's browser fetches for an article, as production bundles it."""
    storages = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
                "staticfiles": {"BACKEND": "newsroom.pages.bundles.BundlingStorage"}}  # fmt: skip
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(STATIC_ROOT=folder, STORAGES=storages, PAGE_STORE=""),
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        drawing.forget()  # until now this process linked the parts
        html = Client().get(_public()[0].get_absolute_url()).content
        linked = re.findall(rb'<(?:link rel="stylesheet"\s+href|script src)="/static/([^"]+)"', html)
        assets = sum(_packed((Path(folder) / path.decode()).read_bytes()) for path in linked)
    pictures = len(re.findall(rb"<img ", html))
    fetched_later = len(re.findall(rb"data-side=", html))
    requests = 1 + len(linked) + pictures + fetched_later
    return {"html": _packed(html), "assets": assets, "requests": requests}


def _packed(body):
    """Kilobytes (1000 bytes) after gzip, as nginx stores it."""
    return len(gzip.compress(body, 6)) / 1000


def _votes():
    with (
        tempfile.TemporaryFile("w") as log,
        storm.servers(1, connection.settings_dict["NAME"], log, workers=2, threads=8) as [server],
    ):
        return polls.ratio_over_http(server)


# -- the run ----------------------------------------------------------------------------------------------------------


def table(figures, queries):
    """The result as a table of Markdown."""
    yield "| what | measured | must | aim | verdict |"
    yield "|---|--:|--:|--:|---|"
    for key, target in TARGETS.items():
        asked = queries.get(key)
        unit = f" {target.unit}" if target.unit else f" × {target.yardstick}"
        most = f", ≤ {target.queries} SQL" if target.queries else ""
        measured = f"{figures[key]:.3g}{unit}" + (f", {asked} SQL" if asked is not None else "")
        yield (
            f"| {target.name} | {measured} | {target.must:g}{most} | {target.aim:g} "
            f"| {target.verdict(figures[key], asked)} |"
        )


@contextmanager
def _site():
    """The servers over a copy of the archive."""
    check_tools()
    with (
        database.running(),
        tempfile.TemporaryDirectory() as place,
        override_settings(DEBUG=False, ALLOWED_HOSTS=["*"], PAGE_STORE=f"{place}/pages"),
    ):
        Path(place).chmod(0o755)  # the proxy reads there
        databases.with_archive(ARCHIVE, progress)
        with databases.copied() as name:
            servers = Servers(Path(place), f"{place}/pages", name)
            (servers.folder / "body").write_bytes(Client().get(_public()[0].get_absolute_url()).content)
            shelf.here()
            try:
                for server in ("keeper", "application", "nginx", "fresh", "bare", "files"):
                    servers.start(server)
                servers.wait_until(lambda: shelf.here().has_lease() and _all_answer(servers))
                yield servers
            finally:
                servers.close()
                connection.close()


def _all_answer(servers):
    return all(servers.ask("/", port=servers.ports[name])[0] == 200 for name in ("nginx", "fresh", "bare"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit("Stopped."))  # the servers are stopped too
    with _site() as servers:
        with override_settings(PAGE_STORE=""):
            queries = counted_queries()
        figures = measure(servers, rounds, progress)
        lines = [*table(figures, queries | {"publish": figures.pop("publish queries")})]
    progress("")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(any("MISSES" in line for line in lines))


if __name__ == "__main__":
    main()
