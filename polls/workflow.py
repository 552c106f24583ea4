"""What a poll asks, where it stands, and the moves between: tables. No model is imported here."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """How readers answer."""

    ONE = "one", _("One choice")
    SEVERAL = "several", _("Several choices")
    RANKING = "ranking", _("Ranking, counted by instant run-off")
    SCALE = "scale", _("Scale from 1 to 5")


class Visibility(TextChoices):
    """When readers may know the result."""

    ALWAYS = "always", _("Always")
    AFTER_VOTE = "after_vote", _("After voting")
    AFTER_CLOSE = "after_close", _("After the close")
    NEVER = "never", _("Never")


class State(TextChoices):
    """Where a poll stands at a moment; derived from its fields, never stored."""

    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


@dataclass(frozen=True)
class Move:
    """One legal move; `published` is what it leaves the poll as, None where it stays."""

    name: str
    label: str
    done: str
    sources: tuple[State, ...]
    published: bool | None = None
    note_required: bool = False
    closes: bool = False


MOVES = {
    move.name: move
    for move in (
        Move("publish", pgettext_lazy("poll", "Publish"), pgettext_lazy("poll", "Published"),
             (State.DRAFT,), published=True),
        Move("take_back", _("Back to draft"), pgettext_lazy("poll", "Taken back"),
             (State.SCHEDULED,), published=False),
        Move("close", _("Close now"), pgettext_lazy("poll", "Closed"),
             (State.OPEN,), closes=True),
        Move("withdraw", pgettext_lazy("poll", "Withdraw"), pgettext_lazy("poll", "Withdrawn"),
             (State.OPEN, State.CLOSED), published=False, note_required=True),
        Move("republish", pgettext_lazy("poll", "Republish"), pgettext_lazy("poll", "Republished"),
             (State.WITHDRAWN,), published=True, note_required=True),
    )
}  # fmt: skip

SCALE = range(1, 6)
MOST_RANKED = 8
"""Choices of a ranking at most: nobody ranks more by thumb, and the run-off reads every distinct ranking."""
