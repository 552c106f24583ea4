"""The states of an assignment and the moves between them: one table. No model is imported here."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    OPEN = "open", pgettext_lazy("assignment", "Open")
    ACCEPTED = "accepted", pgettext_lazy("assignment", "Accepted")
    DECLINED = "declined", pgettext_lazy("assignment", "Declined")
    DONE = "done", pgettext_lazy("assignment", "Done")
    CANCELLED = "cancelled", pgettext_lazy("assignment", "Cancelled")


@dataclass(frozen=True)
class Move:
    """One legal move: the writer's (whom it is given to, or any reporter where it is open to all) or the desk's."""

    name: str
    label: str
    sources: tuple[State, ...]
    target: State
    by_writer: bool = False
    note_required: bool = False


MOVES = {
    move.name: move
    for move in (
        Move("accept", _("Accept and start the draft"), (State.OPEN,), State.ACCEPTED, by_writer=True),
        Move("decline", _("Decline"), (State.OPEN,), State.DECLINED, by_writer=True, note_required=True),
        Move("cancel", _("Cancel the assignment"), (State.OPEN, State.ACCEPTED, State.DECLINED), State.CANCELLED,
             note_required=True),
    )
}  # fmt: skip
# *Done* is nobody's move: it follows from the draft being submitted. A declined idea is open again once it is given to
# somebody else.

PENDING = (State.OPEN, State.ACCEPTED, State.DECLINED)
"""States in which somebody still has to do something before the deadline."""
WITH_THE_WRITER = (State.OPEN, State.ACCEPTED)
