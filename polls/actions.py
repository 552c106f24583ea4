"""Everything the desk does to a poll. Each verb checks the right, leaves an entry on the trail, in one transaction.

A missing right raises PermissionDenied; a wrong state or a missing note ValidationError with a sentence for the user.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.pages.clock import database_now
from polls.models import Choice, Correction, Poll, PollEntry
from polls.workflow import MOST_RANKED, MOVES, SCALE, Kind

Act = PollEntry.Act


def record(poll, act, by, note="", number=None):
    """Leave an entry on the poll's trail, and return it."""
    return PollEntry.objects.create(poll=poll, act=act, by=by, note=note, number=number)


@transaction.atomic
def create(poll: Poll, *, by) -> Poll:
    """Save a new poll of `by`, a draft, whatever its choices will be."""
    if not by.has_perm("polls.add_poll"):
        raise PermissionDenied
    poll.created_by, poll.is_published = by, False
    poll.save(force_insert=True)
    _fill_scale(poll)
    record(poll, Act.CREATED, by)
    return poll


@transaction.atomic
def edit(poll: Poll, *, by) -> Poll:
    """Save what the desk writes of a poll. What readers saw of its question is refused by the database."""
    if not by.has_perm("polls.change_poll"):
        raise PermissionDenied
    stored = locked(poll)
    if tells_more(poll, stored) and not by.has_perm("polls.publish_poll"):
        raise PermissionDenied
    poll.is_published, poll.was_public = stored.is_published, stored.was_public
    poll.save()
    if not stored.has_been_public(stored.now):
        _fill_scale(poll)
    record(poll, Act.EDITED, by)
    return poll


UNSEALING = ("show_results", "closes_at")


def tells_more(poll, stored) -> bool:
    """Whether a change may open or seal the result of a poll that readers saw, which is publishing, not writing."""
    return stored.has_been_public(stored.now) and any(getattr(poll, it) != getattr(stored, it) for it in UNSEALING)


@transaction.atomic
def move(name: str, poll: Poll, *, by, note="") -> Poll:
    """The choke point of the moves; `name` is a key of MOVES."""
    if not by.has_perm("polls.publish_poll"):
        raise PermissionDenied
    move, stored = MOVES[name], locked(poll)
    check_open(move, stored)
    check_note(move, note)
    if move.published:
        check_complete(stored)
    if move.published is not None:
        stored.is_published = move.published
    if move.closes:
        stored.closes_at = database_now()
    stored.save()
    record(stored, name, by, note)
    return Poll.objects.with_now().get(pk=stored.pk)


def open_moves(poll, user) -> list:
    """The moves that `user` can make now, in the table's order."""
    if not user.has_perm("polls.publish_poll"):
        return []
    return [move for move in MOVES.values() if poll.state(poll.now) in move.sources]


@transaction.atomic
def correct(poll: Poll, *, by, note, question=None, choices=None) -> list[Correction]:
    """Mend the wording of what readers saw: the question, and `choices`, {id: new text}. Votes are kept, and readers
    see what it was, what it is, and the `note`. Returns the corrections, one for each text that changed.
    """
    if not by.has_perm("polls.publish_poll"):
        raise PermissionDenied
    stored = locked(poll)
    if not stored.has_been_public(stored.now):
        raise ValidationError(_("No reader has seen this poll: it can simply be changed."))
    if not note.strip():
        raise ValidationError(_("A correction needs a reason, which readers see."))
    made = _mend(stored, None, question, note, by)
    for choice in stored.choices.filter(pk__in=choices or {}):
        made += _mend(stored, choice, choices[choice.pk], note, by)
    if not made:
        raise ValidationError(_("Nothing was changed."))
    record(stored, Act.CORRECTED, by, note)
    return made


def _mend(poll, choice, text, note, by):
    """The correction first: the database lets only what it says be written."""
    thing, field = (choice, "text") if choice else (poll, "question")
    before = getattr(thing, field)
    if not text or text == before:
        return []
    setattr(thing, field, text)
    thing.full_clean()
    after = getattr(thing, field)
    made = Correction(poll=poll, choice=choice, before=before, after=after, note=note, by=by)
    made.full_clean()
    made.save()
    thing.save(update_fields=[field])
    return [made]


def locked(poll) -> Poll:
    """The poll as it stands, with the database's `now`, its row locked until the transaction ends.

    Its key is left free: a vote's ballot and tally point to it, and a vote that held a ballot while it waited for the
    poll would stand in a deadlock with a judgement that waits for the ballot.
    """
    return Poll.objects.select_for_update(no_key=True).with_now().get(pk=poll.pk)


def check_open(move, poll):
    """Raise ValidationError where the state does not allow the move."""
    state = poll.state(poll.now)
    if state not in move.sources:
        raise ValidationError(
            _("“%(move)s” is not possible: the poll is in the state “%(state)s”.")
            % {"move": move.label, "state": state.label}
        )


def check_note(move, note):
    """Raise ValidationError where the move needs a note and has none."""
    if move.note_required and not note.strip():
        raise ValidationError(_("“%(move)s” needs a note that says why.") % {"move": move.label})


def check_complete(poll):
    """Raise ValidationError where readers could not answer."""
    number = poll.choices.count()
    if number < 2:
        raise ValidationError(_("A poll needs at least two choices before it can be published."))
    if poll.kind == Kind.SEVERAL and poll.max_choices > number:
        raise ValidationError(_("More choices may be ticked than there are."))
    if poll.kind == Kind.RANKING and number > MOST_RANKED:
        raise ValidationError(_("A ranking has %(number)s choices at most.") % {"number": MOST_RANKED})
    if poll.closes_at and poll.closes_at <= database_now():
        raise ValidationError(_("The closing time has already passed."))


def _fill_scale(poll):
    """The five choices of a scale, and no others."""
    if poll.kind != Kind.SCALE:
        return
    poll.choices.exclude(text__in=map(str, SCALE)).delete()
    for number in SCALE:
        Choice.objects.update_or_create(poll=poll, text=str(number), defaults={"order": number})
