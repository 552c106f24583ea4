"""Who is told of what. Hears facts after commit; whatever goes wrong here is logged and undoes nothing."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from articles import audience
from articles.assignments.actions import Act as AssignmentAct
from articles.notes import Act as NoteAct
from newsroom.desk.models import User
from newsroom.desk.notifications.models import Kind, Notification
from newsroom.desk.notifications.telling import tell

KEPT = timedelta(days=90)
"""How long what was read is kept."""


def story_moved(sender, article, transition, by, note="", **kwargs):
    """A story handed in concerns its editors; every other move its reporters."""
    facts = {"by": by, "event": f"story.{transition.name}", "subject": article.title, "note": note, "story": article}
    if transition.name == "submit":
        tell(audience.editors(article.section), kind=Kind.HANDED_IN, **facts)
    else:
        tell(audience.authors_at_desk(article), kind=Kind.MY_STORY, **facts)


def note_changed(sender, note, act, by, mentioned, **kwargs):
    """A note concerns whom it names, the story's reporters, and who wrote in the thread. What was deleted is not told,
    what was edited only to those whom it names now.
    """
    facts = {"by": by, "subject": note.article.title, "note": note.text, "story": note.article, "about_note": note}
    named = User.objects.filter(pk__in=mentioned)
    tell(named, kind=Kind.MENTION, event="note.mentioned", **facts)
    if act in (NoteAct.EDITED, NoteAct.DELETED):
        return
    thread = note.answers or note
    wrote = Q(pk__in=[thread.by_id, *thread.replies.values_list("by", flat=True)])
    reporters = Q(pk__in=audience.authors(note.article).values("pk"))
    others = _may_open(note.article, User.objects.filter(wrote | reporters)).exclude(pk__in=mentioned)
    event = "answered" if note.answers_id and act == NoteAct.WRITTEN else act.value
    tell(others, kind=Kind.NOTE, event=f"note.{event}", **facts)


def assignment_moved(sender, assignment, act, by, note, former, **kwargs):
    """An assignment concerns who has it and who gave it."""
    facts = {"by": by, "kind": Kind.ASSIGNMENT, "subject": assignment.idea, "note": note, "assignment": assignment}
    to_writer = act in (AssignmentAct.GIVEN, AssignmentAct.CHANGED, AssignmentAct.CANCEL)
    concerned = assignment.assignee_id if to_writer else assignment.by_id
    at_desk = audience.holding("view_assignment")  # who gave it or had it may have left the house
    tell(at_desk.filter(pk=concerned), event=f"assignment.{act.value}", **facts)
    tell(at_desk.filter(pk=former and former.pk), event="assignment.taken", **facts)


def forget_what_was_read(sender, **kwargs):
    """Somebody signed in: a good moment to let go what was read and is older than is kept."""
    Notification.objects.read().filter(at__lt=timezone.now() - KEPT).delete()


def _may_open(article, accounts):
    return accounts.filter(pk__in=audience.viewers(article).values("pk"))
