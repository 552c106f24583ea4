"""Revisions: what each save left of a story, kept complete, compared and brought back."""

import json
from hashlib import sha256

from django.utils.translation import gettext as _

from articles.credits import Credits
from articles.models import Article, PenName, Revision, Tag

TEXT_FIELDS = (
    "section", "genre", "kicker", "title", "slug", "standfirst", "body",
    "lead_photo", "lead_caption", "lead_credit", "lead_alt", "source", "ai_label", "replies_to",
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


def stored_content(article: Article) -> dict:
    """All that the desk wrote of a story, as the database has it now."""
    return content_of(article, Credits.of(article))


def keep(article: Article, credits: Credits, revision: Revision):
    """Keep the story's present version; the unsaved `revision` brings who saved it, and what is said of it. For the
    verbs, in the transaction of the save.
    """
    _keep(article, content_of(article, credits), revision)


def save_version(article: Article, stored: Article, standing, credits: Credits, revision: Revision, *also: str):
    """Save what `article` holds as the next version of `stored`, with `credits` in place of the `standing` ones, and
    keep it; `also` names further fields to save. For the verbs, which hold the lock.
    """
    keep_standing(stored, standing)
    article.version, article.edited_by = stored.version + 1, revision.by
    article.save(update_fields=[*TEXT_FIELDS, "version", "edited_by", "changed_at", *also])
    if credits != standing:
        credits.write(article)
    keep(article, credits, revision)


def keep_standing(article: Article, credits: Credits):
    """Keep the version that is about to be written over, where it came into the database without a save of the desk."""
    if Revision.objects.filter(article=article, number=article.version).exists():
        return
    by = article.edited_by or article.created_by
    _keep(article, content_of(article, credits), Revision(by=by, at=article.changed_at))


def keep_aside(article: Article, content: dict, *, by):
    """Keep what `by` wrote as a version of its own, before it is put together with what others saved. `article` is the
    story as the database has it; its version becomes that of what was kept.
    """
    keep_standing(article, Credits.of(article))
    article.version += 1
    _keep(article, content, Revision(by=by, note=_("As written, before it was merged")))


def _keep(article, content, revision):
    revision.article, revision.number = article, article.version
    revision.content, revision.digest = content, digest(content)
    revision.save(force_insert=True)


def write(article: Article, content: dict) -> Credits:
    """Give the story's row the values of a revision's content, unsaved. Returns the credits to save with them, as far
    as their pen names and tags still exist.

    A revision from before a field was there says nothing of it: brought back, it leaves the field as it stands.
    """
    for attname, value in content.items():
        if attname not in ("bylines", "tags"):
            setattr(article, attname, value)
    bylines, tags = content["bylines"], content["tags"]
    names = set(PenName.objects.filter(pk__in=[name for name, _as in bylines]).values_list("pk", flat=True))
    standing = Tag.objects.filter(pk__in=tags).values_list("pk", flat=True)
    return Credits(tuple((name, role) for name, role in bylines if name in names), frozenset(standing))
