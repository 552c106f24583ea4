"""Every page as each account sees it, at three widths in both themes, and sheets that lay them side by side.

var/screenshots/<theme>/<width>/<who>-<page>.png, and var/screenshots/sheets/<theme>-<width>-<who>-<number>.png
"""

import shutil
from itertools import product

from PIL import Image, ImageDraw, ImageFont

from newsroom.bootstrap import say
from tests.site.browser import THEMES, WIDTHS
from tests.site.tour import Tour
from tests.site.workshop import ROOT

FOLDER = ROOT / "var" / "screenshots"
ROUNDS = [{"theme": theme, "width": width} for width, theme in product(WIDTHS, THEMES)]
# Pictures far down are loaded when somebody scrolls there, and here nobody does.
LOAD_ALL = """Promise.all([...document.images].map(image => {
    image.loading = "eager";
    return image.decode().catch(() => null);
}))"""
# Of a sheet, in pixels.
THUMBNAIL, TALLEST, LABEL, GAP = (360, 900, 24, 16)
ACROSS, PER_SHEET = 5, 10
PAPER, INK = "#dddddd", "#111111"


def take(tour: Tour):
    """Take them all, in place of those of last time."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    shots = list(tour.walk(_shoot, ROUNDS, [*tour.readers, *tour.desk]))
    sheets = [_sheet(*key, shots) for key in product(THEMES, WIDTHS, sorted({who for who, _path in shots}))]
    say(f"{len(shots)} screenshots and {sum(sheets)} sheets in {FOLDER.relative_to(ROOT)}")


def _shoot(opened, page, options):
    path = FOLDER / options["theme"] / str(options["width"]) / f"{page.who}-{page.name}.png"
    opened.page.evaluate(LOAD_ALL)
    opened.page.screenshot(path=path, full_page=True)
    yield page.who, path


def _sheet(theme, width, who, shots):
    """Lay out the shots of one account in the order of the tour; how many sheets they took."""
    folder = FOLDER / theme / str(width)
    paths = [path for name, path in shots if name == who and path.parent == folder]
    pages = [paths[start : start + PER_SHEET] for start in range(0, len(paths), PER_SHEET)]
    for number, some in enumerate(pages, start=1):
        target = FOLDER / "sheets" / f"{theme}-{width}-{who}-{number:02}.png"
        target.parent.mkdir(exist_ok=True)
        _laid_out(some).save(target)
    return len(pages)


def _laid_out(paths):
    rows = -(-len(paths) // ACROSS)
    wide, high = THUMBNAIL + GAP, TALLEST + LABEL + GAP
    sheet = Image.new("RGB", (ACROSS * wide + GAP, rows * high + GAP), PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for place, path in enumerate(paths):
        x, y = GAP + place % ACROSS * wide, GAP + place // ACROSS * high
        draw.text((x, y), path.stem, INK, font)
        sheet.paste(_thumbnail(path), (x, y + LABEL))
    return sheet


def _thumbnail(path):
    """The shot as wide as a column; what is too long is cut off below."""
    with Image.open(path) as shot:
        small = shot.convert("RGB").resize((THUMBNAIL, max(1, shot.height * THUMBNAIL // shot.width)), Image.LANCZOS)
    return small.crop((0, 0, THUMBNAIL, min(small.height, TALLEST)))
