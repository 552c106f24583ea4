"""Two versions of a story side by side, in words that an editor reads."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles import byline
from articles.merge import Merge
from articles.models import Article, PenName, Tag
from newsroom.pages import embeds
from newsroom.text.diff import mark_blocks, mark_words


@dataclass(frozen=True)
class Difference:
    """One field that differs: its name, and what went and came marked in HTML."""

    label: str
    marked: SafeString


@dataclass(frozen=True)
class Comparison:
    """`fields` that differ, and the body's blocks as (kind, HTML); kinds as newsroom.text.diff says."""

    fields: list[Difference]
    body: list[tuple[str, SafeString]]

    @property
    def body_differs(self) -> bool:
        return any(kind != "same" for kind, _block in self.body)


@dataclass(frozen=True)
class Choice:
    """A collision side by side: each side as blocks (kind, HTML), marked against what both began from."""

    key: str
    label: str
    answer: str | None
    is_body: bool
    theirs: list[tuple[str, SafeString]]
    ours: list[tuple[str, SafeString]]


def compare(before: dict, after: dict) -> Comparison:
    """What the content `after` changed, both as revisions keep it. Queries: one for each kind of thing named."""
    names = _Names([before, after])
    fields = []
    for name in before | after:
        old, new = names.say(name, before.get(name)), names.say(name, after.get(name))
        if name != "body" and old != new:
            fields.append(Difference(label(name), _safe(mark_words(old, new))))
    return Comparison(fields, _blocks(before["body"], after["body"]))


def side_by_side(merge: Merge) -> list[Choice]:
    """What two people have to choose between, in the order of the story."""
    met = [collision for collision, _answer in merge.collisions]
    names = _Names([{one.field: value} for one in met for value in (one.base, one.theirs, one.ours)])
    return [
        Choice(
            key=collision.key,
            label=label(collision.field),
            answer=answer,
            is_body=collision.field == "body",
            theirs=_side(names, collision, collision.theirs),
            ours=_side(names, collision, collision.ours),
        )
        for collision, answer in merge.collisions
    ]


def _side(names, collision, value):
    if collision.field == "body":
        return _blocks("\n".join(collision.base), "\n".join(value))
    return [("same", _safe(mark_words(names.say(collision.field, collision.base), names.say(collision.field, value))))]


def _blocks(before, after):
    return [(kind, _safe(block)) for kind, block in mark_blocks(embeds.in_words(before), embeds.in_words(after))]


def _safe(html):
    return mark_safe(html)  # noqa: S308 (cleaned when stored or escaped when marked, and sealed when marked)


class _Names:
    """The names of what the contents point at; a pen name or tag that was deleted has none any more."""

    def __init__(self, contents):
        keys = defaultdict(set)
        for content in contents:
            for model, key in chain.from_iterable(_pointed(name, value) for name, value in content.items()):
                keys[model].add(key)
        self.names = {model: {one.pk: str(one) for one in model.objects.filter(pk__in=keys[model])} for model in keys}

    def say(self, name, value) -> str:
        """The value of a field in words."""
        if value in (None, "", []) or name == "body":
            return ""
        if name == "bylines":
            return ", ".join(f"{self._name(PenName, key)} ({byline.Role(role).label})" for key, role in value)
        if name == "tags":
            return ", ".join(sorted(self._name(Tag, key) for key in value))
        field = _field(name)
        if field.is_relation:
            return self._name(field.related_model, value)
        return str(dict(field.choices).get(value, value)) if field.choices else value

    def _name(self, model, key):
        return self.names[model].get(key, "?")


def _pointed(name, value):
    if name == "bylines":
        return [(PenName, key) for key, _role in value or ()]
    if name == "tags":
        return [(Tag, key) for key in value or ()]
    field = _field(name)
    return [(field.related_model, value)] if field.is_relation and value else []


def _field(attname):
    return Article._meta.get_field(attname.removesuffix("_id"))


def label(name) -> str:
    """What the desk calls a field of a revision's content."""
    return str(_("bylines") if name == "bylines" else _field(name).verbose_name)
