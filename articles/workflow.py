"""The states of a story and the moves between them: one table, readable by a journalist.

Buttons, permissions, messages, documentation and tests are drawn from it. No model is imported here.
"Scheduled" is no state: it is *published* with a time still to come.
"""

from dataclasses import dataclass
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for an editor")
    SENT_BACK = "sent_back", _("Sent back")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    BINNED = "binned", _("In the bin")


class Demand(Enum):
    """What a story must have before a move (`articles.checklist` says which checks that is)."""

    NOTHING = "nothing"
    TEXT = "text"
    SIGNED = "signed"  # headline, section, text, byline or source
    CHECKED = "checked"  # and whatever else holds a story up at this paper


@dataclass(frozen=True)
class Transition:
    """One legal move. `permission` is the codename in the app "articles" that whoever makes the move must hold."""

    name: str
    label: str
    done: str
    sources: tuple[Status, ...]
    target: Status
    permission: str
    by_author: bool = False
    note_required: bool = False
    demand: Demand = Demand.NOTHING
    takes_time: bool = False
    while_scheduled: bool | None = None
    """None: does not matter. True: only before the publication time has come. False: only after."""
    of_stories: bool = False
    """Only for stories themselves, not for the working copy of one."""
    aside: bool = False
    """Tidying, off the way to the readers: offered last and quietly, and only for a story that was saved."""


TRANSITIONS = {
    move.name: move
    for move in (
        Transition(
            name="submit", label=_("Submit"), done=_("Submitted"),
            sources=(Status.DRAFT, Status.SENT_BACK), target=Status.SUBMITTED,
            permission="submit_article", by_author=True, demand=Demand.TEXT,
        ),
        # Checked here and not only when published: approving says that the story may appear.
        Transition(
            name="approve", label=_("Approve"), done=_("Approved"),
            sources=(Status.SUBMITTED,), target=Status.APPROVED,
            permission="approve_article", demand=Demand.CHECKED,
        ),
        Transition(
            name="publish", label=_("Publish"), done=_("Published"),
            sources=(Status.APPROVED,), target=Status.PUBLISHED,
            permission="publish_article", takes_time=True, demand=Demand.CHECKED,
        ),
        Transition(
            name="send_back", label=_("Send back"), done=_("Sent back"),
            sources=(Status.SUBMITTED, Status.APPROVED), target=Status.SENT_BACK,
            permission="send_back_article", note_required=True,
        ),
        Transition(
            name="unschedule", label=_("Unschedule"), done=_("Unscheduled"),
            sources=(Status.PUBLISHED,), target=Status.APPROVED,
            permission="publish_article", while_scheduled=True,
        ),
        Transition(
            name="withdraw", label=_("Withdraw"), done=_("Withdrawn"),
            sources=(Status.PUBLISHED,), target=Status.WITHDRAWN,
            permission="withdraw_article", note_required=True, while_scheduled=False, of_stories=True,
        ),
        # A withdrawn story is closed to writing: what the paper asks for since could not be mended.
        Transition(
            name="republish", label=_("Republish"), done=_("Republished"),
            sources=(Status.WITHDRAWN,), target=Status.PUBLISHED,
            permission="republish_article", note_required=True, of_stories=True, demand=Demand.SIGNED,
        ),
        Transition(
            name="bin", label=_("Move to bin"), done=_("Moved to the bin"),
            sources=(Status.DRAFT, Status.SENT_BACK), target=Status.BINNED,
            permission="bin_article", by_author=True, aside=True,
        ),
        # A draft again, even where it had been sent back: in both the same people may do the same. What was asked of
        # it then still stands on the trail.
        Transition(
            name="restore", label=_("Restore"), done=_("Restored"),
            sources=(Status.BINNED,), target=Status.DRAFT,
            permission="bin_article", by_author=True,
        ),
    )
}  # fmt: skip

OPEN_TO_AUTHOR = frozenset({Status.DRAFT, Status.SENT_BACK})
"""States in which the reporter may still write."""
BEFORE_PUBLICATION = OPEN_TO_AUTHOR | {Status.SUBMITTED, Status.APPROVED}
"""States on the way to the readers."""
EDITABLE = frozenset(Status) - {Status.WITHDRAWN, Status.BINNED}
"""States in which an editor may write. A withdrawn story is evidence and stays as it was (press law, art. 20); one in
the bin is restored first. Nothing empties the bin."""
