"""What check-site and screenshots go by: the list of pages leaves out none of the site map's; packages are pinned."""

import json
import re
from collections import defaultdict

from django.urls import URLPattern, get_resolver, resolve
from django.urls.exceptions import Resolver404

from tests.site.pages import FOR_MACHINES, READERS
from tests.site.workshop import HERE, REQUIREMENTS

# Where an address has a number in it that only a running site knows.
SOME = defaultdict(lambda: "/muc/bai-1/", open="/binh-chon/cau-hoi-1/", closed="/binh-chon/cau-hoi-2/",
                   preview="/xem-truoc/dau/", **{"poll-preview": "/binh-chon/xem-truoc/dau/"})  # fmt: skip


def names(patterns=None, namespace=""):
    """The names of all addresses but the desk's and the development server's own."""
    for pattern in patterns or get_resolver().url_patterns:
        if str(pattern.pattern).startswith(("admin/", "^media/")):
            continue
        if isinstance(pattern, URLPattern):
            yield namespace + pattern.name
        else:
            yield from names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else "")


def shown():
    for page in READERS:
        try:
            yield resolve(page.at(SOME).path.partition("?")[0]).view_name
        except Resolver404:
            assert page.ours, page


def test_every_reader_address_is_visited():
    assert {name for name in shown() if not name.startswith("admin:")} | set(FOR_MACHINES) == set(names())


def test_pages_have_names_of_their_own():
    assert len({page.name for page in READERS}) == len(READERS)


def test_packages_from_npm_are_pinned_without_addresses():
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert wanted == {name: locked[f"node_modules/{name}"]["version"] for name in wanted}
    assert all("integrity" in facts and "resolved" not in facts for name, facts in locked.items() if name)


def test_packages_from_pip_are_pinned_with_hashes():
    for name in REQUIREMENTS:
        text = (HERE / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9-]+(?:\[[a-z,]+\])?==", text, re.MULTILINE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
        assert "http" not in text
