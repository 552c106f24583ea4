"""A passage of a story, known by its own words and a little of what stands around it; nothing is written into the text.

`js/desk/passage.js` finds passages in the editor by the same rules; a test holds the two together.
"""

import re

from newsroom.text.richtext import to_text

NEAR = 16
"""How many characters on either side are remembered."""
LONG = 40
"""From this length on a quotation is not found elsewhere by chance."""


def plain(html: str) -> str:
    """The words of clean HTML in one line."""
    return " ".join(to_text(html).split())


def find(text: str, quote: str, before: str = "", after: str = "") -> int | None:
    """Where the passage begins in `text` (as `plain` makes it), or None where it was changed.

    Of several places the one with the same neighbours; a short quotation needs one of them at least.
    """
    places = [match.start() for match in re.finditer(re.escape(quote), text)] if quote else []
    kept = [(_neighbours(text, place, quote, before, after), -place) for place in places]
    neighbours, place = max(kept, default=(0, 0))
    if not places or not (neighbours or len(quote) >= LONG):
        return None
    return -place


def _neighbours(text, place, quote, before, after):
    ahead, behind = text[:place].rstrip(), text[place + len(quote) :].lstrip()
    same_before = ahead.endswith(before) if before else not ahead
    same_after = behind.startswith(after) if after else not behind
    return same_before + same_after
