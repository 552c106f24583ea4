"""What production serves: one sheet, two scripts, little to fetch."""

import gzip
import io
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from newsroom.pages.bundles import BUNDLES
from tests.factories.articles import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "newsroom.pages.bundles.BundlingStorage"},
    }
    call_command("collectstatic", interactive=False, stdout=io.StringIO())
    return settings.STATIC_ROOT


def linked(html):
    """Paths of the sheets and of the scripts that a page fetches, below STATIC_ROOT."""
    sheets = re.findall(r'rel="stylesheet"\s+href="/static/([^"]+)"', html)
    return sheets, re.findall(r'<script src="/static/([^"]+)"', html)


def test_production_serves_one_sheet_and_two_scripts_within_60_kb(client, collected):
    for _ in range(40):
        ArticleFactory(live=True)

    html = client.get("/").content.decode()

    sheets, scripts = linked(html)
    assert (len(sheets), len(scripts)) == (1, 2)
    fetched = [html.encode(), *((collected / path).read_bytes() for path in [*sheets, *scripts])]
    assert sum(len(gzip.compress(body)) for body in fetched) < 60_000
    assert sum(len(gzip.compress(body)) for body in fetched[1:]) < 15_000


def test_bundle_holds_its_parts_in_order_and_finds_its_fonts(collected, client):
    [sheet], _scripts = linked(client.get("/").content.decode())

    text = (collected / sheet).read_text(encoding="utf-8")

    assert text.index("@font-face") < text.index("--paper:") < text.index(".masthead") < text.index("@media print")
    fonts = re.findall(r'url\("?\.\./fonts/([^")]+)"?\)', text)
    assert len(set(fonts)) == 6
    assert all((collected / "newsroom" / "fonts" / font).exists() for font in fonts)


def test_fonts_of_the_front_page_weigh_at_most_110_kb():
    folder = Path(__file__).resolve().parents[2] / "newsroom" / "static" / "newsroom" / "fonts"
    upright = [font for font in folder.glob("*.woff2") if "italic" not in font.name]

    assert len(upright) == 4
    assert sum(font.stat().st_size for font in upright) <= 110 * 1024


def test_development_links_the_parts(client):
    sheets, scripts = linked(client.get("/").content.decode())

    assert sheets == BUNDLES["newsroom/css/paper.css"]
    assert scripts == ["newsroom/js/theme.js", *BUNDLES["newsroom/js/paper.js"]]
