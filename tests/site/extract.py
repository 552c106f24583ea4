"""What independent programs read out of the paper's addresses: JSON on standard input, JSON on standard output.

Runs in a virtual environment of its own, without anything of the newsroom.
"""

import json
import sys
import urllib.request

import extruct
import feedparser
import newspaper
import trafilatura
from usp.tree import sitemap_tree_for_homepage


def get(url):
    with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310  (the addresses we are given)
        return response.read()


def by_trafilatura(url, html):
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False).as_dict()
    return {
        "title": found["title"],
        "authors": found["author"].split("; ") if found["author"] else [],
        "published": found["date"],
        "body": lines(found["text"]),
    }


def by_newspaper(url, html):
    article = newspaper.Article(url, language="vi")
    article.download(input_html=html)
    article.parse()
    return {
        "title": article.title,
        "authors": article.authors,
        "published": article.publish_date.isoformat() if article.publish_date else None,
        "body": lines(article.text),
    }


def by_extruct(url, html):
    things = extruct.extract(html, base_url=url, syntaxes=["json-ld"])["json-ld"]
    article = next((thing for thing in things if thing.get("@type") == "NewsArticle"), {})
    return {
        "title": article.get("headline"),
        "authors": [author.get("name") for author in article.get("author", [])],
        "published": article.get("datePublished"),
    }


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


READERS = {"trafilatura": by_trafilatura, "newspaper4k": by_newspaper, "extruct": by_extruct}


def read(asked):
    return {
        "articles": {url: article(url) for url in asked["articles"]},
        "feeds": {url: feed(url) for url in asked["feeds"]},
        "sitemap": sorted({page.url for page in sitemap_tree_for_homepage(asked["home"]).all_pages()}),
    }


def article(url):
    html = get(url).decode()
    return {name: reader(url, html) for name, reader in READERS.items()}


def feed(url):
    found = feedparser.parse(get(url))
    wrong = str(found.get("bozo_exception", "")) if found.bozo else ""
    return {"wrong": wrong, "entries": len(found.entries)}


if __name__ == "__main__":
    json.dump(read(json.load(sys.stdin)), sys.stdout)
