"""Two people wrote on from the same version of a story: what both meant is put together, field by field and the body
paragraph by paragraph. Only where both changed the same thing differently does anybody have to choose.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.text.merge import Clash, merge_bodies
from newsroom.text.vietnamese import slugify

THEIRS, OURS, BOTH = "theirs", "ours", "both"


@dataclass(frozen=True)
class Collision:
    """One thing that both changed. `field` is a key of a revision's content; the values are those of the field, of a
    body the blocks in question.
    """

    field: str
    base: object
    theirs: object
    ours: object

    @property
    def key(self) -> str:
        """Stands for this very question: where either side writes on, it is another one."""
        asked = json.dumps([self.field, self.theirs, self.ours], ensure_ascii=False)
        return sha256(asked.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Merge:
    """`content` as revisions keep it; `collisions` with their answers, or None where nobody has chosen yet."""

    content: dict
    collisions: list[tuple[Collision, str | None]]

    @property
    def open(self) -> list[Collision]:
        return [collision for collision, answer in self.collisions if answer is None]


class CollidedError(ValidationError):
    """A save met changes of somebody else that only a human can choose between; `merge` says which."""

    def __init__(self, merge: Merge):
        super().__init__(_("You and somebody else changed the same thing. Choose what stays, then save again."))
        self.merge = merge


def three_way(base: dict, theirs: dict, ours: dict, answers: dict[str, str]) -> Merge:
    """Contents of revisions put together. `answers` to collisions by their key: THEIRS, OURS, or BOTH for a body.

    Where the base says nothing of a field, whatever the two differ in is a collision.
    """
    merging = _Merging(answers)
    content = {name: merging.settle(name, base.get(name), theirs[name], ours[name]) for name in ours}
    return Merge(content | {"slug": _slug(base, theirs, ours, content["title"])}, merging.collisions)


class _Merging:
    def __init__(self, answers):
        self.answers, self.collisions = answers, []

    def settle(self, name, base, theirs, ours):
        if name == "body":
            return self._body(base or "", theirs, ours)
        if name == "tags":
            return _tags(set(base or ()), set(theirs), set(ours))
        if name == "slug" or ours in (base, theirs):
            return theirs
        if theirs == base:
            return ours
        return ours if self._answer(Collision(name, base, theirs, ours)) == OURS else theirs

    def _body(self, base, theirs, ours):
        parts = merge_bodies(base, theirs, ours)
        return "\n".join(block for part in parts for block in self._blocks(part))

    def _blocks(self, part):
        if not isinstance(part, Clash):
            return [part]
        answer = self._answer(Collision("body", part.base, part.theirs, part.ours))
        return {THEIRS: part.theirs, BOTH: part.theirs + part.ours}.get(answer, part.ours)

    def _answer(self, collision):
        answer = self.answers.get(collision.key)
        answer = answer if answer in (THEIRS, OURS, BOTH) else None
        self.collisions.append((collision, answer))
        return answer


def _tags(base, theirs, ours):
    return sorted((theirs | ours - base) - (base - ours))


def _slug(base, theirs, ours, title):
    """The address that somebody typed; one that follows the headline follows the merged one."""
    for side in (ours, theirs):
        if side["slug"] not in (base.get("slug"), slugify(side["title"])):
            return side["slug"]
    return slugify(title) if theirs["slug"] == slugify(theirs["title"]) else theirs["slug"]
