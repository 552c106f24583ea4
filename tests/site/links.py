"""What readers get to from the front page by links, pictures, sheets and scripts, and the desk's links.

A crawler of our own: linkinator took its own broken connections to the development server for broken links.
"""

import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urldefrag, urljoin

from lxml import html

from tests.site.tour import Finding

# Whole addresses outside the paper that its pages may link to.
ALLOWED = frozenset()
DESK = "/admin/"
AT_ONCE = 4
REFERENCES = "//a/@href | //link/@href | //area/@href | //*/@src | //*/@poster"
IN_SHEETS = re.compile(r"""url\(["']?([^"')]+)""")


def find(tour):
    """Broken links, links to parts of pages that are not there, and links to other hosts; of the desk, broken ones."""
    home = tour.site.url
    found, pages = _crawl(home)
    for link, page in sorted(found.items()):
        address, part = urldefrag(link)
        if not link.startswith(f"{home}/"):
            yield Finding(page, f"{link} is on another host")
        elif pages[address].status != 200:
            yield Finding(page, f"{link} answers {pages[address].status}")
        elif part and part not in pages[address].parts:
            yield Finding(page, f"{link} names a part that is not there")
    for page in tour.in_vain:
        yield Finding(f"{page.who} on {page.via}", f"{page.path} answers {page.status}")


class Fetched:
    """What an address answers: its status, the whole addresses that it names, and the names of its parts."""

    def __init__(self, url):
        self.status, self.links, self.parts = 0, [], set()
        try:
            with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310  (addresses of the paper only)
                self.status = response.status
                self._read(response)
        except urllib.error.HTTPError as error:
            self.status = error.code

    def _read(self, response):
        kind = response.headers.get_content_type()
        if kind == "text/css":
            self._name(response.url, IN_SHEETS.findall(response.read().decode()))
        if kind == "text/html":
            tree = html.fromstring(response.read().decode())
            several = [some.split()[0] for all_ in tree.xpath("//@srcset") for some in all_.split(",")]
            self.parts = set(tree.xpath("//@id"))
            self._name(response.url, [*tree.xpath(REFERENCES), *several])

    def _name(self, base, references):
        whole = (urljoin(base, reference.strip()) for reference in references)
        self.links = [url for url in whole if url.startswith("http") and url not in ALLOWED]


def _crawl(home):
    """Each link with the page that has it first, and what each address of the paper answers."""
    found, pages, waiting = {}, {}, [f"{home}/"]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while waiting:
            answers = dict(zip(waiting, pool.map(Fetched, waiting), strict=True))
            pages |= answers
            new = {link: page for page, fetched in reversed(answers.items()) for link in fetched.links}
            found = {link: page for link, page in new.items() if not link.startswith(home + DESK)} | found
            addresses = {urldefrag(link).url for link in found if link.startswith(f"{home}/")}
            waiting = sorted(addresses - set(pages))
    return found, pages
