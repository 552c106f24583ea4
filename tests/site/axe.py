"""axe on every page, light and dark; nothing may be wider than the window or go wrong in the browser."""

from collections import defaultdict
from functools import partial

from tests.site import workshop
from tests.site.browser import DESKTOP, HEIGHT, PHONE, THEMES, WIDTHS
from tests.site.tour import Finding

RUN = "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SHOWN = 4  # pages named for each finding


def find(tour):
    """Each rule and element once, with the pages where it is broken."""
    scripts = [workshop.node_modules() / "axe-core" / "axe.min.js"]
    rounds = [{"theme": theme, "width": PHONE} for theme in THEMES]
    places = defaultdict(list)
    for pages, widths in ((tour.readers, WIDTHS), (tour.desk, (PHONE, DESKTOP))):
        for where, what in tour.walk(partial(_look, widths), rounds, pages, scripts):
            places[what].append(where)
    for what, wheres in sorted(places.items()):
        yield Finding(_some(wheres), what)


def _look(widths, opened, page, options):
    # Before axe looks: it draws with inline styles itself.
    yield from [(f"{page.who}/{page.name}", fault) for fault in opened.faults]
    for width in widths:
        opened.page.set_viewport_size({"width": width, "height": HEIGHT})
        where = f"{page.who}/{page.name} at {width} {options['theme']}"
        yield from ((where, what) for what in _faults_on(opened.page))


def _faults_on(page):
    if page.evaluate(TOO_WIDE):
        yield "wider than the window"
    for rule in page.evaluate(RUN):
        for node in rule["nodes"]:
            yield f"{rule['id']} ({rule['impact']}): {rule['help']}: {' '.join(map(str, node['target']))}"


def _some(wheres):
    rest = len(wheres) - SHOWN
    return ", ".join(wheres[:SHOWN]) + (f" and {rest} more" if rest > 0 else "")
