"""Working copies: the change of a published story is written, moved and approved on a row of its own, and readers see
no letter of it until it is published. Then it becomes the story in one transaction: text, bylines, photo, tags.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import passages, revisions, rights, signals
from articles.choke_point import leave_trail, lock, tell_after_commit
from articles.credits import Credits
from articles.merge import BOTH, OURS, three_way
from articles.models import Article, Revision
from articles.models.trail import CHANGED, CREATED, PROPOSED
from articles.workflow import Status
from newsroom.pages.clock import database_now


class SectionError(ValidationError):
    """The story would go to a section that is not the writer's."""

    def __init__(self):
        super().__init__({"section": _("A published story can only go to a section that you work in.")})


def open_copy_of(live: Article) -> Article | None:
    """The working copy on which a change of the story is being made."""
    return live.working_copies.outside_bin().select_related("created_by").first()


@transaction.atomic
def start(live: Article, *, by, content: dict | None = None, seen: int | None = None) -> Article:
    """Begin a working copy of a story that readers see, with its content or with `content` (as revisions keep it),
    which was written on from the version `seen`.

    Raises PermissionDenied, and ValidationError where the story is not public or has a working copy already.
    """
    live = lock(live.pk)
    if not rights.may_propose(by, live):
        raise PermissionDenied
    _check_public(live)
    check_alone(live)
    copy = Article(
        working_copy_of=live, base_version=min(seen or live.version, live.version), created_by=by, edited_by=by
    )
    revisions.keep_standing(live, Credits.of(live))
    credits = revisions.write(copy, content or revisions.content_of(live, Credits.of(live)))
    copy.slug = live.slug
    check_section(copy, live, by)
    copy.full_clean()
    copy.save(force_insert=True)
    credits.write(copy)
    revisions.keep(copy, credits, Revision(by=by))
    leave_trail(copy, by, CREATED)
    leave_trail(live, by, PROPOSED)
    return copy


@transaction.atomic
def bring_in(copy: Article, *, by):
    """Put into the working copy what was changed in the story since it began. Where both changed the same, fields keep
    the copy's value and the body holds both texts, for somebody to read. A save like any other: approval starts anew.
    """
    copy, live = lock(copy.pk), lock(copy.working_copy_of_id)
    if not rights.may_edit(by, copy):
        raise PermissionDenied
    standing, ours = Credits.of(copy), revisions.content_of(copy, Credits.of(copy))
    base = live.revisions.get(number=copy.base_version).content
    theirs, answers = revisions.content_of(live, Credits.of(live)), {}
    for collision in three_way(base, theirs, ours, {}).open:
        answers[collision.key] = BOTH if collision.field == "body" else OURS
    stored = Article.objects.get(pk=copy.pk)
    credits = revisions.write(copy, three_way(base, theirs, ours, answers).content)
    copy.slug, copy.base_version = live.slug, live.version
    copy.full_clean()
    said = Revision(by=by, note=_("With what was changed in the published story meanwhile"))
    revisions.save_version(copy, stored, standing, credits, said, "base_version")


def apply(copy: Article, *, by) -> Article:
    """Make the working copy what readers see. For `actions.move` and for the clock, in a transaction of theirs that
    holds the lock on the copy. Raises ValidationError where the story is no longer what the copy was made of.
    """
    live = lock(copy.working_copy_of_id)
    check_applies(copy, live)
    stored, standing = Article.objects.get(pk=live.pk), Credits.of(live)
    credits = revisions.write(live, revisions.content_of(copy, Credits.of(copy)))
    live.slug, now = stored.slug, database_now()
    live.updated_at = now if copy.is_substantial else live.updated_at
    live.approved_digest = revisions.digest(revisions.content_of(live, credits))
    live.full_clean()
    passages.check_corrected(live)
    said = Revision(by=copy.edited_by or by, note=_("Working copy no. %(pk)d") % {"pk": copy.pk})
    revisions.save_version(live, stored, standing, credits, said, "updated_at", "approved_digest")
    copy.applied_at, copy.is_announced = now, True
    copy.save(update_fields=["applied_at", "is_announced"])
    leave_trail(live, by, CHANGED)
    before = revisions.content_of(stored, standing)
    tell_after_commit(signals.article_edited, Article, article=live, before=before, by=by)
    return live


def check_alone(live: Article):
    """Raise ValidationError where a change of the story is being made already."""
    if other := open_copy_of(live):
        raise ValidationError(_("%(who)s has begun a change of this story already.") % {"who": other.created_by})


def check_section(copy: Article, before: Article, by):
    """Raise SectionError where the change would take the story to another section, unless both are `by`'s: who watches
    over the story would lose sight of its change.
    """
    if copy.section_id != before.section_id and not (rights.oversees(by, before) and rights.oversees(by, copy)):
        raise SectionError


def check_applies(copy: Article, live: Article):
    """Raise ValidationError where the copy cannot become the story as it stands."""
    _check_public(live)
    if live.version != copy.base_version:
        raise ValidationError(_("The published story was changed after this working copy began. Bring that in first."))


def _check_public(live):
    if live.status != Status.PUBLISHED or not live.is_published():
        raise ValidationError(_("Only a story that readers see is changed by a working copy."))
