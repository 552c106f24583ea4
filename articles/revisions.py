"""Revisions: what each save left of a story, kept complete, compared and brought back."""

import json
from hashlib import sha256

from articles.credits import Credits
from articles.models import Article, PenName, Revision, Tag

TEXT_FIELDS = (
    "section", "genre", "kicker", "title", "slug", "standfirst", "body",
    "lead_photo", "lead_caption", "lead_credit", "lead_alt", "source", "ai_label",
)  # fmt: skip
"""What the desk writes on the story's row. Everything else there belongs to the verbs."""


def content_of(article: Article, credits: Credits) -> dict:
    """All that the desk writes of a story, as JSON takes it: related rows by primary key."""
    attnames = [Article._meta.get_field(name).attname for name in TEXT_FIELDS]
    text = {attname: getattr(article, attname) for attname in attnames}
    return {**text, "bylines": [list(line) for line in credits.bylines], "tags": sorted(credits.tags)}


def digest(content: dict) -> str:
    """SHA-256 over the content in one canonical spelling: equal exactly when nothing differs."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def keep(article: Article, credits: Credits, *, by, restores: int | None = None) -> Revision:
    """Keep the story's present version. For the verbs, in the transaction of the save."""
    content = content_of(article, credits)
    return Revision.objects.create(
        article=article, number=article.version, by=by, restores=restores, content=content, digest=digest(content)
    )


def keep_standing(article: Article, credits: Credits):
    """Keep the version that is about to be written over, where it came into the database without a save of the desk."""
    if Revision.objects.filter(article=article, number=article.version).exists():
        return
    by, content = article.edited_by or article.created_by, content_of(article, credits)
    Revision.objects.create(
        article=article, number=article.version, at=article.changed_at, by=by, content=content, digest=digest(content)
    )


def read(revision: Revision) -> tuple[dict, Credits]:
    """The values of the story's row, by attribute name, and the credits, as far as their pen names and tags exist.

    A revision from before a field was there says nothing of it: brought back, it leaves the field as it stands.
    """
    content = dict(revision.content)
    bylines, tags = content.pop("bylines"), content.pop("tags")
    names = set(PenName.objects.filter(pk__in=[name for name, _role in bylines]).values_list("pk", flat=True))
    standing = Tag.objects.filter(pk__in=tags).values_list("pk", flat=True)
    return content, Credits(tuple((name, role) for name, role in bylines if name in names), frozenset(standing))
