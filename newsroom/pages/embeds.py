"""What apps lend to stories and to other sites: a poll, a price, a chart.

In a story's text stands nothing but a link to the thing and the way to show it (`newsroom.text.richtext`); what readers
get is drawn anew each time. An app registers what it lends in `apps.ready()`; who shows it knows no app.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import NamedTuple
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from newsroom.pages.metadata import absolute
from newsroom.text import richtext
from newsroom.text.richtext import policy


class Ask(NamedTuple):
    """One thing to show: the way, and which."""

    kind: str
    ref: str


@dataclass(frozen=True)
class Found:
    """One thing as the desk chooses it: its name, its path, and what else tells it from others."""

    title: str
    path: str
    note: str = ""


@dataclass(frozen=True)
class Frame:
    """A thing for other sites: its name, the paths of its page and of its page for frames, and how high that page is
    (CSS pixels) at a width.
    """

    title: str
    page: str
    path: str
    height: Callable[[int], int]

    def code(self, width: int | None = None, height: int | None = None) -> SafeString:
        """The HTML that another site puts into its page, of our own size unless told otherwise."""
        width = width or WIDTH
        return format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" '
            'loading="lazy" style="border:0;max-width:100%"></iframe>',
            absolute(self.path),
            self.title,
            width,
            height or self.height(width),
        )


@dataclass(frozen=True, eq=False)
class Lender:
    """One sort of thing that an app lends.

    `path` matches the paths of its pages and finds the reference in them as group `ref`. `kinds` are the ways to show
    it, name to label; a name stands in texts and is kept for ever. `draw` returns HTML for those that readers may see
    at this moment, and nothing for the others, in a number of queries that does not grow with theirs; `at` is when the
    story appeared. `tags` names what a stored page that shows the reference is tagged by, also while nothing is drawn.
    `search` finds for an account what it may choose; `frame` is None for what is not public.
    """

    path: re.Pattern
    kinds: dict[str, str | Promise]
    draw: Callable[[list[Ask], datetime | None], dict[Ask, str]]
    tags: Callable[[str], list[str]]
    search: Callable[[str, object], list[Found]]
    frame: Callable[[str], Frame | None]


# As many as the desk looks through in a list.
MOST_FOUND = 20

# Pixels: what a frame is made as wide as unless asked otherwise, and the narrowest that it is good for.
WIDTH, NARROWEST = 600, 280

_LENDERS: dict[str, Lender] = {}


def register(lender: Lender):
    """For an app's `ready()`: from then on stories may show what it lends."""
    for kind, label in lender.kinds.items():
        _LENDERS[kind] = lender
        policy.EMBEDS[kind] = policy.Embed(lender.path, label)


def kinds() -> dict[str, str]:
    """The ways to show something, by what the desk calls them."""
    return {kind: str(lender.kinds[kind]) for kind, lender in _LENDERS.items()}


def search(kind: str, words: str, user) -> list[Found]:
    """What `user` may choose to show in the way `kind`; raises KeyError for an unknown one."""
    return _LENDERS[kind].search(words, user)


def draw(html: str, at: datetime | None = None) -> str:
    """Clean HTML of a story that appeared `at`, for readers: each thing in its place, nothing where they may not see
    it. A second time the same thing is only a link, since two ballots of one poll on a page would be one too many.
    """
    drawn, seen = _drawn(html, at), set()

    def put(kind, path, words):
        ask = _ask(kind, path)
        if ask not in drawn:
            return ""
        if ask in seen:
            return format_html('<p><a href="{}">{}</a></p>', path, words)
        seen.add(ask)
        return f'<div class="embed embed--{kind}">{drawn[ask]}</div>'

    return richtext.replace_embeds(html, put)


def tags(html: str) -> list[str]:
    """What a stored page that shows the embeds of clean HTML is tagged by."""
    asks = [ask for kind, path, _words in richtext.embeds(html) if (ask := _ask(kind, path))]
    return [tag for ask in asks for tag in _LENDERS[ask.kind].tags(ask.ref)]


def hidden(html: str) -> list[str]:
    """The words of what clean HTML embeds and readers are not shown at this moment, each once."""
    drawn = _drawn(html, None)
    return list(dict.fromkeys(words for kind, path, words in richtext.embeds(html) if _ask(kind, path) not in drawn))


def in_words(html: str) -> str:
    """Clean HTML in which each embed says what it is, for the desk and whoever else cannot show it."""

    def put(kind, path, words):
        label = _LENDERS[kind].kinds[kind] if kind in _LENDERS else kind
        return format_html('<p>{}: <a href="{}">{}</a></p>', label, path, words)

    return richtext.replace_embeds(html, put)


def frame_of(url: str) -> Frame | None:
    """What other sites get for the whole address of a page of ours; None where there is nothing for them."""
    if not url.startswith(f"{settings.SITE_URL}/"):
        return None
    path = urlsplit(url.removeprefix(settings.SITE_URL)).path
    for lender in dict.fromkeys(_LENDERS.values()):
        if match := lender.path.fullmatch(path):
            return lender.frame(match["ref"])
    return None


def framed(view):
    """For a page that any site may frame, the only ones of ours: whatever is clicked there only opens a page."""

    @require_safe
    @wraps(view)
    def respond(*args, **kwargs):
        answer = view(*args, **kwargs)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(respond))


def _ask(kind, path):
    lender = _LENDERS.get(kind)
    match = lender and lender.path.fullmatch(path)
    return Ask(kind, match["ref"]) if match else None


def _drawn(html, at):
    """Every embed that readers may see, each lender asked once."""
    asked: dict[Lender, dict[Ask, None]] = {}
    for kind, path, _words in richtext.embeds(html):
        if ask := _ask(kind, path):
            asked.setdefault(_LENDERS[kind], {})[ask] = None
    return {ask: drawn for lender, asks in asked.items() for ask, drawn in lender.draw(list(asks), at).items()}
