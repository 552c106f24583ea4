"""What two versions of a text differ in, marked with <ins> and <del> word by word, for people to read."""

from difflib import SequenceMatcher
from functools import lru_cache
from html import escape

from lxml.html import diff

from newsroom.text.richtext import blocks, policy

ALIKE = 0.3
"""Share of words in common from which two blocks are one that was rewritten; below, one went and another came."""

MOST_PAIRS = 4_000


def mark_words(before: str, after: str) -> str:
    """HTML of one plain text become another, with the words that went and came."""
    if before == after:
        return escape(after)
    return _marked(escape(before), escape(after)) if before and after else _whole("del", before) + _whole("ins", after)


def mark_blocks(before: str, after: str) -> list[tuple[str, str]]:
    """Two clean bodies block by block, as ("same" | "changed" | "gone" | "new", HTML)."""
    return [_marked_pair(gone, came) for gone, came in align(blocks(before), blocks(after))]


def _marked_pair(gone, came):
    if gone == came:
        return "same", came
    if came is None:
        return "gone", gone
    return ("new", came) if gone is None else ("changed", _marked(gone, came))


def align(old: list[str], new: list[str]) -> list[tuple[str | None, str | None]]:
    """Which block of `new` stands where which of `old` stood, in order; None where it came or went.

    Equal blocks are matched first, so that a paragraph put in or taken out leaves the others readable.
    """
    pairs = []
    for kind, i, end_i, j, end_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += zip(old[i:end_i], new[j:end_j], strict=True)
        else:
            pairs += _pair(old[i:end_i], new[j:end_j])
    return pairs


def _pair(old, new):
    """Pair the two blocks most alike as one that was rewritten, then what stands before and behind them likewise.

    A stretch of many blocks on both sides is a new text: nobody looks for pairs in it, and all of them would take long.
    """
    apart = [(gone, None) for gone in old] + [(None, came) for came in new]
    if len(old) * len(new) > MOST_PAIRS:
        return apart
    pairs = ((_likeness(gone, came), i, j) for i, gone in enumerate(old) for j, came in enumerate(new))
    likeness, i, j = max(pairs, default=(0, 0, 0))
    if likeness < ALIKE:
        return apart
    return [*_pair(old[:i], new[:j]), (old[i], new[j]), *_pair(old[i + 1 :], new[j + 1 :])]


@lru_cache(maxsize=10_000)
def _likeness(gone, came):
    return SequenceMatcher(None, gone.split(), came.split()).ratio()


def _marked(before, after):
    """Both in one HTML. Without the addresses of links, which lxml would print as they are; sealed all the same."""
    tokens = (diff.tokenize(html, include_hrefs=False) for html in (before, after))
    return policy.seal_marked(diff.fixup_ins_del_tags("".join(diff.htmldiff_tokens(*tokens)).strip()))


def _whole(tag, text):
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""
