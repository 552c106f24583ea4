"""What independent extractors make of articles, feeds and sitemaps: it must be what the desk wrote."""

import json
import re
import subprocess
import sys

from lxml import html

from newsroom.bootstrap import Stop
from newsroom.desk.demo.stories import STORIES
from tests.samples import owners_story
from tests.site import workshop
from tests.site.tour import Finding

# Page to story. Of paragraphs, subheads and quotes only: for tables and lists each extractor has a notation of its own.
READ = {"article-no-photo": "duong-thon-doai-thuong", "article-own-photo": "soi-coi-kim-lac"}
FEEDS = ("/rss/", "/rss/kinh-te/", "/rss/gia-ca/")
LINES = "//p | //h2 | //h3"


def find(tour):
    """Where an extractor reads other than what was written."""
    site, written = tour.site, _written(tour)
    feeds = [site.url + path for path in FEEDS]
    told = _read({"articles": list(written), "feeds": feeds, "home": f"{site.url}/"})
    for url, readings in told["articles"].items():
        for name, reading in readings.items():
            yield from _differences(f"{name} on {url}", written[url], reading)
    for url, feed in told["feeds"].items():
        if feed["wrong"] or not feed["entries"]:
            yield Finding(f"feedparser on {url}", feed["wrong"] or "no entries")
    for url in sorted({*written, f"{site.url}/kinh-te/"} - {*told["sitemap"]}):
        yield Finding("ultimate-sitemap-parser", f"{url} is in no sitemap that robots.txt names")


def _written(tour):
    """Address to what was written there: of the demonstration and, where we may write, of the owner's article."""
    stories = {story["key"]: story for story in STORIES}
    paths = {page.name: page.path for page in tour.readers}
    written = {paths[name]: _facts_of(stories[key]) for name, key in READ.items()}
    if tour.site.environment:
        title, _standfirst, paragraphs, byline = owners_story()
        written[_owners_address(tour.site)] = {"title": title, "authors": [byline], "body": paragraphs}
    for path, facts in written.items():
        facts["published"] = html.fromstring(tour.site.get(path)).xpath("//article//time/@datetime")[0]
    return {tour.site.url + path: facts for path, facts in written.items()}


def _facts_of(story):
    return {
        "title": story["title"],
        "authors": list(dict.fromkeys(name for name, _role in story["byline"])),
        "body": [line.text_content() for line in html.fromstring(story["body"]).xpath(LINES)],
    }


def _owners_address(site):
    command = [sys.executable, "-m", "tests.site.story"]
    done = subprocess.run(command, cwd=workshop.ROOT, env=site.environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(f"The owner's article cannot be published: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout


def _read(asked):
    command = [str(workshop.python()), str(workshop.HERE / "extract.py")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(f"The extractors do not answer: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout)


def _differences(where, written, reading):
    for name, value in reading.items():
        expected = written[name]
        if name == "published" and value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            expected = expected[:10]  # trafilatura reads days
        if value != expected:
            yield Finding(where, f"{name}: {_shown(value, expected)}")


def _shown(value, expected):
    """Where two values differ: of lists, their first difference."""
    if isinstance(value, list) and isinstance(expected, list):
        pairs = zip([*value, None], [*expected, None], strict=False)
        value, expected = next(pair for pair in pairs if pair[0] != pair[1])
    return f"read {value!r} and not {expected!r}"
