"""What a story may contain: tags, attributes, addresses. nh3 (ammonia, an HTML5 parser) holds it.

`admit` comes before tidying, `seal` after it, so that nothing in between can put back what must not be there.
"""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import nh3
from django.conf import settings

from newsroom.text.vietnamese import normalize

TAGS = frozenset(
    {
        *("p", "h2", "h3", "h4", "hr", "blockquote", "ul", "ol", "li"),
        *("strong", "em", "sub", "sup", "a", "br"),
        *("figure", "img", "figcaption"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
)
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "width", "height"},
    "figure": {"class", "data-embed"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
FIGURE_CLASSES = ("image", "wide")


class Embed(NamedTuple):
    """A way to show something of ours in a story: the paths that it may name, and what the desk calls it."""

    path: re.Pattern
    label: str


EMBEDS: dict[str, Embed] = {}
"""By the name of the way; `newsroom.pages.embeds` fills it."""

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# Read on the way in for what they mean: block boundaries, emphasis by another name. None of them is stored.
_FOREIGN_TAGS = frozenset(
    {
        *("h1", "h5", "h6", "b", "i", "span", "font", "tfoot"),
        *("div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center", "pre"),
        *("dl", "dt", "dd", "form", "fieldset", "details", "summary", "dir", "menu"),
    }
)
# Their content is no text of the story.
_DROPPED_WITH_CONTENT = frozenset(
    {
        *("script", "style", "title", "template", "noscript", "xml", "svg", "math", "textarea", "select"),
        *("iframe", "noembed", "noframes", "object", "audio", "video", "canvas"),
    }
)
_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")
_WHITESPACE = re.compile(r"\s+")


def admit(html: str) -> str:
    """Well-formed HTML without scripts; tags and inline styles that say something about structure still in it."""
    return _ADMITTING.clean(_UNENCODABLE.sub("", html))


def seal(html: str) -> str:
    """HTML that holds nothing but what this module allows; every attribute is looked at again."""
    return _SEALING.clean(html)


def seal_marked(html: str) -> str:
    """`seal` for two versions in one: <ins> and <del> stay."""
    return _SEALING_MARKED.clean(html)


def link(url: str) -> str | None:
    """An address a story may link to (http, https, mailto, tel, or a path of this site), else None."""
    url = _address(url)
    if url.startswith("/"):
        return None if url.startswith("//") else url
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return url if parts.netloc else None
    return url if parts.scheme in LINK_SCHEMES and parts.path else None


def is_outside(url: str) -> bool:
    """Does this allowed address lead to another site?"""
    return url.startswith("http")


def picture(url: str) -> str | None:
    """An address below MEDIA_URL, else None: a page never fetches a picture from another host."""
    url = _address(url)
    is_ours = url.startswith(settings.MEDIA_URL) and not url.startswith("//") and ".." not in unquote(url)
    return url if is_ours else None


def number(value: str, lowest: int = 1, highest: int = 9999) -> str | None:
    """A whole number within bounds as text, else None."""
    value = value.strip()
    is_number = value.isascii() and value.isdigit() and len(value) < 9
    return str(int(value)) if is_number and lowest <= int(value) <= highest else None


def figure_class(value: str) -> str | None:
    """The allowed classes among those given, in fixed order, else None."""
    return " ".join(name for name in FIGURE_CLASSES if name in value.split()) or None


def embedded(kind: str, url: str) -> str | None:
    """The path of something of ours that a story may show in the way `kind`, else None."""
    path, embed = _address(url), EMBEDS.get(kind)
    return path if embed and embed.path.fullmatch(path) else None


def attributes(tag: str, attrs: dict[str, str]) -> dict[str, str]:
    """The allowed attributes of an element, each with a checked value."""
    checked = {name: check(tag, name, value) for name, value in attrs.items() if name in ATTRIBUTES.get(tag, ())}
    return {name: value for name, value in checked.items() if value is not None}


_CHECKS = {
    ("a", "href"): link,
    ("a", "rel"): lambda value: value if value == "noopener" else None,
    ("img", "src"): picture,
    ("img", "width"): number,
    ("img", "height"): number,
    ("figure", "class"): figure_class,
    ("figure", "data-embed"): lambda value: value if value in EMBEDS else None,
    ("ol", "start"): lambda value: number(value, lowest=2),
    ("th", "scope"): lambda value: value if value in ("row", "col", "rowgroup", "colgroup") else None,
    **{(tag, name): lambda value: number(value, 2, 100) for tag in ("td", "th") for name in ("colspan", "rowspan")},
}


def check(tag: str, name: str, value: str) -> str | None:
    """The value as it may be stored, None where the attribute must go."""
    rule = _CHECKS.get((tag, name))
    return rule(value) if rule else _WHITESPACE.sub(" ", normalize(value)).strip()


def _address(url: str) -> str:
    """An address as browsers read it: no whitespace around or control inside; a page of this site by its path.

    A backslash counts as a slash for a browser, so `/\\host` would leave the site.
    """
    url = re.sub(r"[\t\n]", "", normalize(url)).strip().replace("\\", "/").replace(" ", "%20")
    path = url.removeprefix(settings.SITE_URL)
    return path if path.startswith("/") else url


_ADMITTING = nh3.Cleaner(
    tags=set(TAGS | _FOREIGN_TAGS),
    clean_content_tags=set(_DROPPED_WITH_CONTENT),
    attributes={"*": {"style"}, **ATTRIBUTES},
    url_schemes=set(LINK_SCHEMES),
    link_rel=None,
)


def _sealing(tags):
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes=ATTRIBUTES,
        attribute_filter=check,
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )


_SEALING, _SEALING_MARKED = _sealing(TAGS), _sealing(TAGS | {"ins", "del"})
