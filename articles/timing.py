"""The times of a story besides its moves: until when an embargo holds it, when it appears, when it expires.

All through one choke point, as the moves are: lock, right, guard, save, trail, signal on commit. A missing right raises
PermissionDenied, a time that cannot be ValidationError with a sentence for the user. The clock does the rest: nothing
has to run for a story to appear or to go.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import limits, rights, signals
from articles.actions import moment_of_publication
from articles.choke_point import leave_trail, lock, tell_after_commit
from articles.models import Article
from articles.models.trail import EMBARGO, EXPIRY, RESCHEDULED
from articles.workflow import Status
from newsroom.pages.clock import database_now
from newsroom.text.vietnamese import format_zoned

# Which trail entry tells that a time was set, in the order of a story's life.
TIMES = {"embargo_until": EMBARGO, "published_at": RESCHEDULED, "expires_at": EXPIRY}


def set_embargo(article, *, until, by) -> Article:
    """Let the story not appear before `until` (aware datetime; None lifts the embargo). A story that is scheduled for
    an earlier time moves along to the end of the embargo; one that readers see already can only be withdrawn.
    """
    return set_times(article, by=by, embargo_until=until)


def reschedule(article, *, at, by) -> Article:
    """Move a scheduled story to another time."""
    return set_times(article, by=by, published_at=at)


def set_expiry(article, *, at, by) -> Article:
    """Let the story leave readers' pages at `at`; None prolongs it, one that has expired already included."""
    return set_times(article, by=by, expires_at=at)


@transaction.atomic
def set_times(article, *, by, **times) -> Article:
    """Set several of the TIMES at once: judged together, so that no order of setting them matters. Returns the story as
    saved; times that stand already leave no trace.
    """
    story = lock(article.pk)
    if not rights.may_set_times(by, story):
        raise PermissionDenied
    before = {name: getattr(story, name) for name in TIMES}
    changes = {name: at for name, at in times.items() if at != before[name]}
    if not changes:
        return story
    _apply(changes, story, database_now())
    changed = {name: old for name, old in before.items() if getattr(story, name) != old}
    story.save(update_fields=list(changed))  # not `changed_at`: no word of it is another
    _tell(story, changed, by)
    return story


def _apply(changes, story, now):
    """Put the changes on the story, or raise ValidationError where they cannot be, singly or together."""
    scheduled = story.is_scheduled(now)
    _check_state(changes, story, scheduled)
    for name in changes.keys() - {"published_at"}:
        limits.check_to_come(changes[name], now)
    for name, at in changes.items():
        setattr(story, name, at)
    if scheduled:
        _move_with_embargo(changes, story, now)
    else:
        limits.check_appearance(story, max(story.embargo_until or now, now))


def _check_state(changes, story, scheduled):
    if story.status == Status.BINNED:
        raise ValidationError(_("The story is in the bin. Restore it first."))
    if changes.get("expires_at") and story.is_working_copy:
        raise ValidationError(_("A working copy does not expire. Set the expiry on the published story."))
    if "published_at" in changes and not (scheduled and changes["published_at"]):
        raise ValidationError(_("Only a scheduled story has a time of publication to move, and keeps one."))
    if changes.get("embargo_until") and story.status == Status.PUBLISHED and not scheduled:
        raise ValidationError(_("Readers know this story already: an embargo comes too late. It can be withdrawn."))


def _move_with_embargo(changes, story, now):
    """An embargo is a floor: it lifts the time of publication. A time chosen along with it has to fit."""
    if "published_at" not in changes:
        story.published_at = max(story.published_at, story.embargo_until or story.published_at)
    story.published_at = moment_of_publication(story, story.published_at, now)


def _tell(story, before, by):
    for name, old in before.items():
        note = f"{_in_words(old)} → {_in_words(getattr(story, name))}"
        leave_trail(story, by, TIMES[name], story.status, note)
    tell_after_commit(signals.article_timed, Article, article=story, before=before, by=by)


def _in_words(moment):
    # No words in it: the trail is read in the language of whoever reads, and a dash is one in all of them.
    return format_zoned(moment) if moment else "—"
