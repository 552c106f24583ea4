"""docs/scale.md in figures: ten million readers a day, and 50,000 requests a second, through a delivery network.

`make bench-scale` plays both and prints the tables. What readers do is assumed, and stands here; what caches may keep
is read from the header that the newsroom sends. Nothing here measures a machine.
"""

import argparse
import sys
from math import exp, inf

from benchmarks.edge import Network, Page, play
from newsroom.pages.store.views import SHARED

READERS, PAGES_EACH = 10_000_000, 4
PEAK = 2.5
"""How much busier the busiest hour is than the day's mean."""
ARCHIVE = 100_000
"""Stories that anybody reads at all. By Zipf's law the one of rank r is read r ** -ZIPF times as much as the first."""
ZIPF = 0.9
PLACES, PLACES_ZIPF = 20, 1.0
LISTS, LISTS_OF_ONE = 60, 6
"""Fronts of sections, tags and topics, and feeds; how many of them show a new story."""
PUBLISHED = 180
"""Seconds from one new story to the next."""
BREAKING = 50_000
"""Requests per second in all."""
SECONDS = 1800
"""What is played of each scene."""

NORMAL = READERS * PAGES_EACH / 86_400 * PEAK
NETWORKS = {
    "no shield, not told of changes": {"shield": False, "purged": False},
    "no shield, told of changes": {"shield": False, "purged": True},
    "shield, not told of changes": {"shield": True, "purged": False},
    "shield, told of changes": {"shield": True, "purged": True},
}


def zipf(number, exponent):
    """Parts of a whole, by rank."""
    weights = [rank**-exponent for rank in range(1, number + 1)]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def ordinary(rate, archive=ARCHIVE, exponent=ZIPF):
    """Pages of an ordinary hour: a fifth of the requests is the front page's, a fifth the side column's, which the
    pages of stories fetch by themselves; a tenth lists, the rest stories.
    """
    pages = [Page(rate * 0.2, PUBLISHED), Page(rate * 0.2, 60)]
    pages += [Page(rate * 0.1 * part, PUBLISHED * LISTS / LISTS_OF_ONE) for part in zipf(LISTS, 1.0)]
    return pages + [Page(rate * 0.5 * part, inf) for part in zipf(archive, exponent)]


def breaking(rate, archive=ARCHIVE, exponent=ZIPF):
    """An ordinary hour goes on; all beyond it is for one story that is told on every minute, for the front page, and
    for the side column of that story.
    """
    more = rate - NORMAL
    return [*ordinary(NORMAL, archive, exponent), *(Page(more * part, 60) for part in (0.5, 0.25, 0.25))]


def different(pages, seconds):
    """How many different pages are asked for in that time, as expected."""
    return sum(1 - exp(-page.rate * seconds) for page in pages)


def row(name, tally, seconds):
    """A line of the table: rates per second, and parts of the requests."""
    whole = tally.requests
    figures = [
        f"{(1 - tally.fetched / whole):.2%}", f"{(1 - tally.asked / whole):.2%}", f"{tally.asked / seconds:.0f}",
        f"{tally.rendered / seconds:.2f}", f"{tally.waited / whole:.2%}", f"{tally.outdated / whole:.2%}",
        f"{tally.oldest:.0f}",
    ]  # fmt: skip
    return f"| {name} | {' | '.join(figures)} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zipf", type=float, default=ZIPF, help="exponent of the archive's popularity")
    exponent = parser.parse_args().zipf
    sys.stdout.write(f"CDN-Cache-Control: {SHARED}\n")
    _scene("The busiest hour", ordinary(NORMAL, exponent=exponent), SHARED)
    _scene("Breaking news", breaking(BREAKING, exponent=exponent), SHARED)


def _scene(name, pages, header):
    say = sys.stdout.write
    say(f"\n{name}: {sum(page.rate for page in pages):.0f} requests/s, {len(pages)} pages of which ")
    say(f"{different(pages, 60):.0f} are asked for in a minute, {different(pages, 3600):.0f} in an hour\n\n")
    say("| network | from the place | from the network | to us, /s | rendered, /s | waited | outdated | oldest, s |\n")
    say(f"|---|{7 * '--:|'}\n")
    for network, options in NETWORKS.items():
        tally = play(pages, Network.by_header(zipf(PLACES, PLACES_ZIPF), header, **options), SECONDS)
        say(row(network, tally, SECONDS) + "\n")


if __name__ == "__main__":
    main()
