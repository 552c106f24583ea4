"""Everything that happens to an assignment. Each verb checks the right, leaves a step on its trail, then tells.

A missing right raises PermissionDenied; a wrong state, a missing note or a deadline gone by ValidationError.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import actions, audience, signals
from articles.assignments import rights
from articles.assignments.workflow import MOVES, State
from articles.choke_point import tell_after_commit
from articles.models import Article, Assignment, AssignmentEntry
from newsroom.pages.clock import database_now

Act = AssignmentEntry.Act
WRITTEN = ("idea", "brief", "section", "genre", "deadline", "assignee")
"""What the desk writes of an assignment. Its state and its story belong to the verbs."""


@transaction.atomic
def give(assignment: Assignment, *, by) -> Assignment:
    """Save a new assignment of `by`."""
    if not rights.may_give(by, assignment):
        raise PermissionDenied
    assignment.by, assignment.state = by, State.OPEN
    check_deadline(assignment)
    check_assignee(assignment)
    assignment.full_clean()
    assignment.save(force_insert=True)
    _record(assignment, Act.GIVEN, by)
    return assignment


@transaction.atomic
def change(assignment: Assignment, *, by) -> Assignment:
    """Save what the desk writes of it. Given to somebody else it is open again, and whoever had it is told."""
    stored = _locked(assignment)
    if not (rights.may_change(by, stored) and rights.may_give(by, assignment)):
        raise PermissionDenied
    former, changed = stored.assignee, [name for name in WRITTEN if getattr(stored, name) != getattr(assignment, name)]
    if not changed:
        return stored
    check_change(assignment, stored)
    for name in changed:
        setattr(stored, name, getattr(assignment, name))
    if "assignee" in changed:
        stored.state = State.OPEN
    stored.full_clean()
    stored.save()
    if "assignee" in changed:
        _record(stored, Act.GIVEN, by, former=former)
    else:
        _record(stored, Act.CHANGED, by)
    return stored


@transaction.atomic
def move(name: str, assignment: Assignment, *, by, note="") -> Assignment:
    """The choke point of the moves; `name` is a key of MOVES. Accepting starts the draft."""
    move, stored = MOVES[name], _locked(assignment)
    if not rights.may_move(by, stored, move):
        raise PermissionDenied
    check_open(move, stored)
    check_note(move, note)
    stored.state = move.target
    if stored.state == State.ACCEPTED:
        stored.assignee, stored.story = by, _draft(stored, by)
    stored.save()
    _record(stored, Act(name), by, note)
    return stored


def accept(assignment, *, by):
    """Take it on: a draft with the idea as its working title is created, and linked both ways."""
    return move("accept", assignment, by=by)


def decline(assignment, *, by, note):
    """Say no; the note says why."""
    return move("decline", assignment, by=by, note=note)


def cancel(assignment, *, by, note):
    """Call it off; a draft that was begun stays its reporter's."""
    return move("cancel", assignment, by=by, note=note)


@transaction.atomic
def finish(story: Article, *, by):
    """The story was handed in, so the assignment that it was written for is done. Nothing where there is none."""
    assignment = Assignment.objects.select_for_update().filter(story=story.pk, state=State.ACCEPTED).first()
    if assignment:
        assignment.state = State.DONE
        assignment.save(update_fields=["state"])
        _record(assignment, Act.DONE, by)


def open_moves(assignment, user) -> list:
    """The moves that `user` can make now, in the table's order."""
    return [m for m in MOVES.values() if assignment.state in m.sources and rights.may_move(user, assignment, m)]


def check_open(move, assignment):
    """Raise ValidationError where the state does not allow the move."""
    if assignment.state not in move.sources:
        raise ValidationError(
            _("“%(move)s” is not possible: the assignment is in the state “%(state)s”.")
            % {"move": move.label, "state": assignment.get_state_display()}
        )


def check_note(move, note):
    """Raise ValidationError where the move needs a note and has none."""
    if move.note_required and not note.strip():
        raise ValidationError(_("“%(move)s” needs a note that says why.") % {"move": move.label})


def check_change(assignment, stored):
    """Raise ValidationError for a deadline moved into the past, or a story under way given to somebody else."""
    if assignment.deadline != stored.deadline:
        check_deadline(assignment)
    if assignment.assignee_id == stored.assignee_id:
        return
    if stored.state == State.ACCEPTED:
        raise ValidationError({"assignee": _("%(who)s is writing this story already.") % {"who": stored.assignee}})
    check_assignee(assignment)


def check_deadline(assignment):
    """Raise ValidationError where the deadline lies behind."""
    if assignment.deadline <= database_now():
        raise ValidationError({"deadline": _("The deadline has already passed.")})


def check_assignee(assignment):
    """Raise ValidationError where it would be given to somebody who cannot write it."""
    if assignment.assignee_id and not audience.writers().filter(pk=assignment.assignee_id).exists():
        raise ValidationError({"assignee": _("This account does not write stories.")})


def _draft(assignment, by):
    draft = Article(section=assignment.section, genre=assignment.genre, title=assignment.idea)
    return actions.create(draft, by=by)


def _locked(assignment):
    rows = Assignment.objects.select_for_update(of=["self"]).select_related("section", "assignee", "by")
    return rows.get(pk=assignment.pk)


def _record(assignment, act, by, note="", former=None):
    AssignmentEntry.objects.create(assignment=assignment, by=by, act=act, note=note, assignee=assignment.assignee)
    facts = {"assignment": assignment, "act": act, "by": by, "note": note, "former": former}
    tell_after_commit(signals.assignment_moved, Assignment, **facts)
