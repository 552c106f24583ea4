"""The one way to cast a vote."""

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from polls.models import Choice, Poll, Vote


class Outcome(models.TextChoices):
    """What became of a vote; the label is the sentence that the reader gets."""

    ACCEPTED = "accepted", _("Thank you, your vote has been counted.")
    ALREADY_VOTED = "already_voted", _("You have already voted in this poll. Your first vote stands.")
    CLOSED = "closed", _("This poll is closed and takes no more votes.")
    UNKNOWN_CHOICE = "unknown_choice", _("Please choose one of the answers of this poll.")
    UNKNOWN_POLL = "unknown_poll", _("There is no such poll.")


@transaction.atomic
def cast_vote(*, poll_id, choice_id, voter):
    """Count one vote, row and tally in one transaction; returns its Outcome, and only ACCEPTED changed anything.

    `voter` is the digest of `polls.voter.digest`; of two votes by one voter at once one is accepted. A poll that
    readers may not know of yet is unknown here too. `choice_id` may be anything a form held, None included.

    Locks are taken in one order: the voter's place in the unique index, then one choice's row; no deadlock.
    """
    poll = Poll.objects.published().with_now().filter(pk=poll_id).first()
    if poll is None:
        return Outcome.UNKNOWN_POLL
    if not poll.is_open(poll.now):
        return Outcome.CLOSED
    if not poll.choices.filter(pk=choice_id).exists():
        return Outcome.UNKNOWN_CHOICE
    _vote, is_first = Vote.objects.get_or_create(poll=poll, voter=voter, defaults={"choice_id": choice_id})
    if not is_first:
        return Outcome.ALREADY_VOTED
    Choice.objects.filter(pk=choice_id).update(votes=F("votes") + 1)
    return Outcome.ACCEPTED
