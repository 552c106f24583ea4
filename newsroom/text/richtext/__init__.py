"""The one seam for HTML from outside: whatever a form, a command or a feed brings, `clean` decides what is stored.

policy  what is allowed, held by nh3 before and after everything else
office  what Word and Google Docs mean
tidy    the shape of a story
tree    the elements these work on
"""

import re
from collections.abc import Callable
from html import unescape

from newsroom.text.richtext import policy, tree
from newsroom.text.richtext.office import read_office
from newsroom.text.richtext.tidy import tidy
from newsroom.text.vietnamese import normalize

# As `tidy` and `policy.seal` leave it: nothing else in clean HTML can look like it.
_EMBED = re.compile(r'<figure data-embed="([a-z-]+)"><a href="([^"]+)">([^<]+)</a></figure>')
# What stands around an element in plain text.
_TEXT_BREAKS = {
    **dict.fromkeys(("p", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "figcaption", "table", "hr"), "\n\n"),
    **dict.fromkeys(("li", "tr", "caption"), "\n"),
    **dict.fromkeys(("td", "th"), " "),
}


def clean(html: str) -> str:
    """Safe, semantic HTML with the words of `html`: one block a line, NFC, no style, nothing from another host.

    Allowed are the tags and attributes of `policy`. Clipboard HTML of Word and Google Docs becomes paragraphs, lists,
    tables and links. Plain text becomes a paragraph. Cleaning twice changes nothing.
    """
    root = tree.parse(policy.admit(html))
    read_office(root)
    return policy.seal("\n".join(tree.serialize([block]) for block in tidy(root)))


def blocks(html: str) -> list[str]:
    """The paragraphs, headings, figures … of clean HTML, each as HTML."""
    return [tree.serialize([node]) for node in tree.parse(html).children if isinstance(node, tree.Element)]


def attributes_of(html: str, tag: str) -> list[dict[str, str]]:
    """The attributes of every element `tag` in clean HTML, in order."""
    return [element.attrs for element in tree.elements(tree.parse(html)) if element.tag == tag]


def to_text(html: str) -> str:
    """The words of clean HTML, an empty line between paragraphs, list items and table rows on lines of their own."""
    pieces = []
    _collect_text(tree.parse(html), pieces)
    text = re.sub(r" *\n *", "\n", normalize("".join(pieces)))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" {2,}", " ", text)).strip()


def _collect_text(element: tree.Element, pieces: list[str]) -> None:
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child.replace("\n", " "))
        else:
            around = _TEXT_BREAKS.get(child.tag, "")
            pieces.append("\n" if child.tag == "br" else around)
            _collect_text(child, pieces)
            pieces.append(around)


def word_count(html: str) -> int:
    """Number of words (Vietnamese: syllables) in clean HTML, captions included; a lone dash or sign is none."""
    return sum(any(character.isalnum() for character in word) for word in to_text(html).split())


def embeds(html: str) -> list[tuple[str, str, str]]:
    """What of ours stands in clean HTML: kind, path and words of each, in order, as often as it stands there."""
    return [(kind, unescape(path), unescape(words)) for kind, path, words in _EMBED.findall(html)]


def replace_embeds(html: str, put: Callable[[str, str, str], str]) -> str:
    """Clean HTML with `put(kind, path, words)`, which is HTML, in place of each embed."""
    return _EMBED.sub(lambda found: put(*map(unescape, found.groups())), html)


def excerpt(html: str, length: int = 160) -> str:
    """The first words of clean HTML in one line of at most `length` characters, with … when something is left out.

    Nothing of what is embedded: that is not the story's to tell, and readers may not know of it yet.
    """
    text = " ".join(to_text(replace_embeds(html, lambda *_embed: "")).split())
    if len(text) <= length:
        return text
    words = text[:length].rpartition(" ")[0] or text[: length - 1]
    return words.rstrip(" ,.;:–-") + "…"
