"""Everything that happens to a story: write it, move it. Each verb checks the right, leaves a trail, then tells.

A missing right raises PermissionDenied; a story in the wrong state, a missing note or an unfinished text raises
ValidationError with a sentence for the user.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import (
    approval,
    checklist,
    limits,
    passages,
    readings,
    revisions,
    rights,
    signals,
    working_copies,
)
from articles.choke_point import leave_trail, lock, tell_after_commit
from articles.credits import Credits
from articles.merge import CollidedError, Merge, three_way
from articles.models import Article, Revision
from articles.models.trail import CREATED, EDITED
from articles.workflow import OPEN_TO_AUTHOR, TRANSITIONS, Demand, Status
from newsroom.pages.clock import database_now

# A time of publication chosen in the form is whole minutes, and the minute runs out while one presses the button.
SLACK = timedelta(minutes=2)


@transaction.atomic
def create(article: Article, *, by, credits: Credits | None = None) -> Article:
    """Save a new draft of `by`, with its bylines and tags."""
    if not by.has_perm("articles.add_article"):
        raise PermissionDenied
    credits = credits or Credits()
    article.created_by, article.edited_by, article.status = by, by, Status.DRAFT
    article.full_clean()
    article.save(force_insert=True)
    credits.write(article)
    revisions.keep(article, credits, Revision(by=by))
    leave_trail(article, by, CREATED)
    return article


@transaction.atomic
def edit(article: Article, *, by, seen=None, credits=None, answers=None, revision: Revision | None = None) -> Article:
    """Save what the desk writes of `article`: the text fields, and `credits` unless they stay as they are. Its state
    stays as the database has it. What changed is a new version, kept as a revision; `revision`, unsaved, may bring what
    is to be said of it (`note`, `restores`).

    `seen` is the version that the writer began from: what was saved since then is merged in, and where both changed the
    same, CollidedError asks until `answers` (see articles.merge) say what stays; what was not chosen is kept as a
    revision too. Writing in a story that left its author's hands is on the trail. Of a published story
    `article.is_substantial` says whether readers are told the time of the change.
    """
    stored = lock(article.pk)
    if not rights.may_edit(by, stored):
        raise PermissionDenied
    standing = Credits.of(stored)
    credits = standing if credits is None else credits
    written = _clean_content(article, stored, credits)
    merge = _merge(written, stored, standing, seen, answers or {})
    if merge.content != written:
        credits = revisions.write(article, merge.content)
        article.full_clean()
    if stored.is_working_copy:
        working_copies.check_section(article, stored, by)
    if stored.status == Status.PUBLISHED:
        check_section(article, by)
        checklist.hold(checklist.Manuscript.of(article, credits), checklist.codes_of(Demand.SIGNED))
        passages.check_corrected(article)
    if merge.collisions:
        revisions.keep_aside(stored, written, by=by)
    elif merge.content == revisions.content_of(stored, standing):
        return article
    if stored.status == Status.PUBLISHED:
        approval.check_other_eyes()  # writing in a published story publishes what was written
    revision = revision or Revision()
    revision.by = by
    _record(article, stored, standing, credits, revision)
    return article


def _clean_content(article, stored, credits):
    if stored.address_is_fixed:
        article.slug = stored.slug
    article.full_clean()
    return revisions.content_of(article, credits)


def _merge(written, stored, standing, seen, answers):
    """What was written, with what was saved since the version `seen`. Raises CollidedError."""
    if seen is None or seen >= stored.version:
        return Merge(written, [])
    base = stored.revisions.filter(number=seen).first()
    merge = three_way(base.content if base else {}, revisions.content_of(stored, standing), written, answers)
    if merge.open:
        raise CollidedError(merge)
    return merge


@transaction.atomic
def bring_back(revision: Revision, *, by) -> Article:
    """Make an earlier revision the story's text again, as a save like any other: a new version, so that nothing is lost
    by it either. Pen names and tags that were deleted meanwhile are left out.
    """
    article = Article.objects.get(pk=revision.article_id)
    readings.read(article, [revision.number], by=by)
    credits = revisions.write(article, revision.content)
    return edit(article, by=by, credits=credits, revision=Revision(restores=revision.number))


def _record(article, stored, standing, credits, revision):
    """Save a new version, and keep it. Who writes in a published story has published what they wrote."""
    also = []
    if stored.status == Status.PUBLISHED:
        article.approved_digest = revisions.digest(revisions.content_of(article, credits))
        tells = article.is_substantial and stored.is_published()  # nobody knows the story as it was before it appeared
        article.updated_at = database_now() if tells else stored.updated_at
        also = ["approved_digest", "updated_at"]
    revisions.save_version(article, stored, standing, credits, revision, *also)
    if stored.status not in OPEN_TO_AUTHOR:
        leave_trail(stored, revision.by, EDITED, stored.status)
    if stored.is_published():
        before = revisions.content_of(stored, standing)
        tell_after_commit(signals.article_edited, Article, article=article, before=before, by=revision.by)


def check_section(article: Article, by):
    """Raise ValidationError where a story that readers see would go to a section that is not `by`'s."""
    if not rights.oversees(by, article):
        raise working_copies.SectionError


def check_note(transition, note: str):
    """Raise ValidationError where the move needs a note and has none."""
    if transition.note_required and not note.strip():
        raise ValidationError(_("“%(move)s” needs a note that says why.") % {"move": transition.label})


def submit(article, *, by, note=""):
    """Hand a draft to the editors."""
    return move("submit", article, by=by, note=note)


def send_back(article, *, by, note):
    """Return a story to its reporter; the note says why."""
    return move("send_back", article, by=by, note=note)


def approve(article, *, by, note=""):
    """Say that a story may appear."""
    return move("approve", article, by=by, note=note)


def publish(article, *, by, at=None, note="", read=""):
    """Publish an approved story at `at` (aware datetime), or now; of a working copy, make it what readers see."""
    return move("publish", article, by=by, note=note, at=at, read=read)


def unschedule(article, *, by, note=""):
    """Take a scheduled story off the schedule; it is approved again."""
    return move("unschedule", article, by=by, note=note)


def withdraw(article, *, by, note):
    """Take a published story away from readers at once; it stays on the server as evidence (press law, art. 20)."""
    return move("withdraw", article, by=by, note=note)


def republish(article, *, by, note):
    """Bring a withdrawn story back, with its first time of publication."""
    return move("republish", article, by=by, note=note)


def move_to_bin(article, *, by, note=""):
    """Put a draft away instead of deleting it; it lies in the bin until somebody restores it."""
    return move("bin", article, by=by, note=note)


def restore(article, *, by, note=""):
    """Take a story out of the bin; it is a draft again."""
    return move("restore", article, by=by, note=note)


@transaction.atomic
def move(name, article, *, by, note="", at=None, read="") -> Article:
    """The one way of all moves: lock, right, guard, save, trail, signal on commit. Returns the story as saved.

    `name` is a key of TRANSITIONS; `at` is for moves that take a time. `read` is the digest of the content that whoever
    publishes has before them: what is neither that nor what was approved is not published. The caller's `article` is
    left as it was, but for `is_substantial`, which is taken from it.
    """
    transition, story = TRANSITIONS[name], lock(article.pk)
    if not rights.may_move(by, story, transition):
        raise PermissionDenied
    credits = Credits.of(story)
    content = revisions.content_of(story, credits)
    _guard(transition, story, note, credits)
    approval.settle(transition, story, content, read, by)
    before, story.status = story.status, transition.target
    story.is_substantial = article.is_substantial
    _set_time(transition, story, at)
    story.is_announced &= story.status == Status.PUBLISHED
    saved = ["status", "published_at", "is_announced", "changed_at", "approved_digest", "is_substantial"]
    story.save(update_fields=saved)
    leave_trail(story, by, name, before, note, due=at if transition.takes_time else None)
    if story.is_working_copy and story in Article.objects.due_changes():
        working_copies.apply(story, by=by)
    facts = {"article": story, "content": content, "transition": transition, "by": by, "note": note}
    tell_after_commit(signals.article_moved, Article, **facts)
    return story


def check_open(transition, story):
    """Raise ValidationError where the story's state or time does not allow the move."""
    if not is_open(transition, story):
        raise ValidationError(
            _("“%(move)s” is not possible: the story is in the state “%(state)s”.")
            % {"move": transition.label, "state": story.get_status_display()}
        )


def _guard(transition, story, note, credits):
    check_open(transition, story)
    check_note(transition, note)
    if transition.demand is not Demand.NOTHING:
        checklist.hold(checklist.Manuscript.of(story, credits), checklist.codes_of(transition.demand))
    if transition.target == Status.PUBLISHED and story.is_working_copy:
        working_copies.check_applies(story, story.working_copy_of)
    if story.status == Status.BINNED and story.is_working_copy:
        working_copies.check_alone(story.working_copy_of)


def is_open(transition, story) -> bool:
    """Whether the story's state and time allow the move, whoever makes it."""
    closed = story.applied_at or (transition.of_stories and story.is_working_copy)
    if closed or story.status not in transition.sources:
        return False
    return transition.while_scheduled is None or transition.while_scheduled == story.is_scheduled()


def open_moves(article, user) -> list:
    """The moves that `user` can make on `article` now, in the table's order."""
    return [t for t in TRANSITIONS.values() if is_open(t, article) and rights.may_move(user, article, t)]


def _set_time(transition, story, at):
    if transition.target == Status.PUBLISHED:
        moment = moment_of_publication(story, at if transition.takes_time else None, database_now())
        story.published_at = moment if transition.takes_time else story.published_at
    elif transition.while_scheduled:
        story.published_at = None


def moment_of_publication(story, at, now):
    """When the story would appear, published `now` for `at` or at once. Raises ValidationError where the time lies
    behind, and where embargo or expiry forbid it.
    """
    check_time(at, now)
    moment = max(at or now, now)
    limits.check_appearance(story, moment)
    return moment


def check_time(at, now):
    """Raise ValidationError where a time of publication lies behind; a minute just past is now."""
    if at and at < now - SLACK:
        raise ValidationError(_("The time of publication has already passed."))
