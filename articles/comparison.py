"""Two revisions side by side, in words that an editor reads."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles import byline
from articles.models import Article, PenName, Revision, Section, Tag
from newsroom.text.diff import mark_blocks, mark_words
from photos.models import Photo

_LINES = ("kicker", "title", "standfirst", "slug", "lead_caption", "lead_credit", "lead_alt", "source")


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


def compare(before: Revision, after: Revision) -> Comparison:
    """What `after` changed. Four queries at most, for the names of sections, photos, pen names and tags."""
    names = _Names([before.content, after.content])
    old, new = names.in_words(before.content), names.in_words(after.content)
    fields = [
        Difference(label, mark_safe(mark_words(old[label], new[label])))  # noqa: S308 (escaped there)
        for label in new
        if old[label] != new[label]
    ]
    blocks = mark_blocks(before.content["body"], after.content["body"])
    return Comparison(fields, [(kind, mark_safe(block)) for kind, block in blocks])  # noqa: S308 (cleaned when stored, sealed when marked)


class _Names:
    """The names of what the contents point at; a pen name or tag that was deleted has none any more."""

    def __init__(self, contents):
        self.contents = contents
        self.sections = self._named(Section, [content["section_id"] for content in contents])
        self.photos = self._named(Photo, [content["lead_photo_id"] for content in contents])
        self.pen_names = self._named(PenName, [name for content in contents for name, _role in content["bylines"]])
        self.tags = self._named(Tag, [tag for content in contents for tag in content["tags"]])

    def in_words(self, content) -> dict[str, str]:
        """Everything but the body, by the field's label, as text."""
        lines = {_label(name): content[name] for name in _LINES}
        genre = dict(Article._meta.get_field("genre").choices).get(content["genre"], "")
        label = dict(Article._meta.get_field("ai_label").choices).get(content.get("ai_label", ""), "")
        signed = [f"{self.pen_names.get(name, '?')} ({byline.Role(role).label})" for name, role in content["bylines"]]
        return {
            **lines,
            _label("section"): self.sections.get(content["section_id"], "?"),
            _label("genre"): str(genre),
            _label("ai_label"): str(label),
            _label("lead_photo"): self.photos.get(content["lead_photo_id"], ""),
            str(_("bylines")): ", ".join(signed),
            _label("tags"): ", ".join(sorted(self.tags.get(tag, "?") for tag in content["tags"])),
        }

    @staticmethod
    def _named(model, keys):
        return {thing.pk: str(thing) for thing in model.objects.filter(pk__in=set(keys) - {None})}


def _label(name):
    return str(Article._meta.get_field(name).verbose_name)
