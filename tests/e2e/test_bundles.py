"""What production serves says to a browser what its parts say."""

from pathlib import Path

from django.contrib.staticfiles import finders

from newsroom.pages.bundles import BUNDLES, shrunk

SHEET = "newsroom/css/paper.css"
_RULES = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // Conditions and what holds a variable are kept as it was written, white space and all.
    return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s+/g, " ").replace(/ ?, ?/g, ",")
        .replace(/\\(([a-z-]+): /g, "($1:"));
}"""


def test_sheet_without_white_space_has_the_same_rules(page):
    written = b"\n".join(Path(finders.find(part)).read_bytes() for part in BUNDLES[SHEET])

    before, after = (page.evaluate(_RULES, text.decode()) for text in (written, shrunk(SHEET, written)))

    assert len(before) > 100
    assert before == after
