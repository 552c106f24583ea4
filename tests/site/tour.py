"""Who goes where: the pages there are on a running site, and walks past all of them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

from tests.site import browser, desk, moments, pages


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where, in few words, and what, in one sentence."""

    where: str
    what: str


@dataclass(frozen=True)
class Tour:
    """A running site and the pages to visit on it; `keys` are sign-ins, `in_vain` links of the desk that fail."""

    site: object
    keys: dict
    readers: list
    desk: list
    in_vain: list

    def walk(self, look: Callable, rounds: list[dict], pages: list, scripts=()) -> Iterator:
        """All that `look(opened, page, round)` yields, over all pages in each round: what a `Visitor` is made with."""

        def go(options):
            with browser.chromium() as chromium:
                visitor = browser.Visitor(chromium, self.site, self.keys, scripts=scripts, **options)
                return [seen for page in pages for seen in look(visitor.open(page), page, options)]

        with ThreadPoolExecutor(max_workers=2) as pool:
            return chain.from_iterable(list(pool.map(go, rounds)))


def plan(site) -> Tour:
    """Sign everybody in and find what there is to see. Raises Stop where it is not the demonstration."""
    with browser.chromium() as chromium:
        keys = browser.signed_in(chromium, site)
        visitor = browser.Visitor(chromium, site, keys)

        def chief(path):
            return visitor.get(pages.CHIEF, path).text()

        readers = [*pages.for_readers(site, chief), *moments.for_readers(site)]
        screens = [*desk.screens(visitor), *moments.at_the_desk(chief)]
    in_vain = [page for page in screens if page.status != 200]
    return Tour(site, keys, readers, [page for page in screens if page.status == 200], in_vain)
