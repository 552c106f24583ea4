"""Three-way merge of story bodies: two people wrote on from the same text, paragraph by paragraph."""

from dataclasses import dataclass

from newsroom.text.diff import align
from newsroom.text.richtext import blocks


@dataclass(frozen=True)
class Clash:
    """One stretch that both changed, as blocks of HTML: how it began, what they made of it, what we did."""

    base: tuple[str, ...]
    theirs: tuple[str, ...]
    ours: tuple[str, ...]


@dataclass(frozen=True)
class _Edit:
    """Blocks `start` to `end` (excluded) of the base became `blocks`. An empty range is a place between two blocks."""

    start: int
    end: int
    blocks: tuple[str, ...]

    def meets(self, other) -> bool:
        same_place = self.start == self.end == other.start == other.end
        return same_place or (self.start < other.end and other.start < self.end)


def merge_bodies(base: str, theirs: str, ours: str) -> list[str | Clash]:
    """Clean bodies merged: blocks of HTML in order, and a Clash where both changed the same paragraph differently."""
    begun = blocks(base)
    edits = {"theirs": _edits(begun, blocks(theirs)), "ours": _edits(begun, blocks(ours))}
    merged, reached = [], 0
    for start, end, met in _clusters(edits):
        merged += begun[reached:start]
        merged += _settle(begun, start, end, met)
        reached = end
    return merged + begun[reached:]


def _edits(old, new) -> list[_Edit]:
    """What made `new` of `old`, in the smallest parts: a paragraph written over is one edit, its neighbour another."""
    edits, place = [], 0
    for gone, came in align(old, new):
        start, place = place, place + (gone is not None)
        if gone == came:
            continue
        edit = _Edit(start, place, () if came is None else (came,))
        joined = edits and edits[-1].end == start and (None in (gone, came)) and _is_partial(edits[-1])
        edits[-1:] = [_join(edits[-1], edit)] if joined else [*edits[-1:], edit]
    return edits


def _is_partial(edit):
    """Whether it only takes away or only adds: with its neighbour of that sort it is one text written anew."""
    return edit.start == edit.end or not edit.blocks or edit.end - edit.start != len(edit.blocks)


def _join(first, second):
    return _Edit(first.start, second.end, first.blocks + second.blocks)


def _clusters(edits):
    """Stretches of the base that were changed, each with the edits of either side that fall into it, in order."""
    waiting = sorted(
        ((edit, side) for side, own in edits.items() for edit in own), key=lambda pair: (pair[0].start, pair[0].end)
    )
    clusters = []
    for edit, side in waiting:
        if clusters and any(edit.meets(other) for other, _side in clusters[-1]):
            clusters[-1].append((edit, side))
        else:
            clusters.append([(edit, side)])
    for met in clusters:
        yield met[0][0].start, max(edit.end for edit, _side in met), met


def _settle(begun, start, end, met):
    sides = {side: _apply(begun, start, end, [edit for edit, own in met if own == side]) for _edit, side in met}
    versions = set(sides.values())
    if len(versions) == 1:
        return list(versions.pop())
    return [Clash(tuple(begun[start:end]), sides["theirs"], sides["ours"])]


def _apply(begun, start, end, edits) -> tuple[str, ...]:
    made, reached = [], start
    for edit in edits:
        made += begun[reached : edit.start]
        made += edit.blocks
        reached = edit.end
    return tuple(made + begun[reached:end])
