"""The states of a story and the moves between them: one table, readable by a journalist.

Buttons, permissions, messages, documentation and tests are drawn from it. No model is imported here.
"Scheduled" is no state: it is *published* with a time still to come.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for an editor")
    SENT_BACK = "sent_back", _("Sent back")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


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
    takes_time: bool = False
    while_scheduled: bool | None = None
    """None: does not matter. True: only before the publication time has come. False: only after."""


D, S, B, A, P, W = Status
TRANSITIONS = {
    move.name: move
    for move in (
        Transition("submit", _("Submit"), _("Submitted"), (D, B), S, "submit_article", by_author=True),
        Transition("send_back", _("Send back"), _("Sent back"), (S, A), B, "send_back_article", note_required=True),
        Transition("approve", _("Approve"), _("Approved"), (S,), A, "approve_article"),
        Transition("publish", _("Publish"), _("Published"), (A,), P, "publish_article", takes_time=True),
        Transition("unschedule", _("Unschedule"), _("Unscheduled"), (P,), A, "publish_article", while_scheduled=True),
        Transition(
            "withdraw", _("Withdraw"), _("Withdrawn"), (P,), W, "withdraw_article", note_required=True,
            while_scheduled=False,
        ),
        Transition("republish", _("Republish"), _("Republished"), (W,), P, "republish_article", note_required=True),
    )
}  # fmt: skip

OPEN_TO_AUTHOR = frozenset({Status.DRAFT, Status.SENT_BACK})
"""States in which the reporter may still write."""
EDITABLE = frozenset(Status) - {Status.WITHDRAWN}
"""States in which an editor may write; a withdrawn story is evidence and stays as it was (press law, art. 20)."""
