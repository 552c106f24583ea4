"""The desk judges ballots: those that wait are accepted or discarded, counted ones may be discarded. Nothing is erased.

Every judgement is an entry on the poll's trail with its reason and the number of ballots, which readers are told.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from polls.actions import Act, locked, record
from polls.models import Standing

LONGEST_NOTE = 400
"""Characters."""


def accept(poll, ballots, *, by, note=""):
    """Count those of `ballots`, a queryset of the poll's, that wait for review. Returns the entry, or None for none."""
    return _judge(poll, ballots.filter(standing=Standing.PENDING), Standing.COUNTED, Act.ACCEPTED, by, note)


def discard(poll, ballots, *, by, reason):
    """Take those of `ballots` that count or wait out of the result. Returns the entry, or None for none."""
    if not reason.strip():
        raise ValidationError(_("Discarding ballots needs a reason."))
    return _judge(poll, ballots.exclude(standing=Standing.DISCARDED), Standing.DISCARDED, Act.DISCARDED, by, reason)


@transaction.atomic
def _judge(poll, ballots, standing, act, by, note):
    if not by.has_perm("polls.review_ballots"):
        raise PermissionDenied
    if len(note) > LONGEST_NOTE:
        raise ValidationError(_("This reason is too long."))
    locked(poll)
    chosen = list(ballots.filter(poll=poll).select_for_update().order_by("pk").values_list("pk", flat=True))
    if not chosen:
        return None
    entry = record(poll, act, by, note, number=len(chosen))
    poll.ballots.filter(pk__in=chosen).update(standing=standing, decision=entry)
    return entry
