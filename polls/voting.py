"""The one way to cast a vote: one call of the database's own `polls_cast_vote` (migration 0005), one round trip."""

from django.db import InterfaceError, OperationalError, connection, models
from django.utils.translation import gettext_lazy as _

from polls.traces import Sender

NOBODY = Sender()
_CAST = "SELECT polls_cast_vote(%s, %s::bigint[], %s, %s, %s, %s, %s, %s, %s, %s)"


class Outcome(models.TextChoices):
    """What became of a vote; the label is the sentence that the reader gets."""

    ACCEPTED = "accepted", _("Thank you, your vote has been counted.")
    CHANGED = "changed", _("Your vote has been changed; only the new one counts.")
    PENDING = (
        "pending",
        _("Your vote has arrived. Many come from your network right now, so the desk looks at it before it counts."),
    )
    REPEATED = "repeated", _("This vote had arrived already. It counts once.")
    ALREADY_VOTED = "already_voted", _("You have already voted in this poll. Your first vote stands.")
    CHALLENGED = (
        "challenged",
        _("Many votes come from your network right now; your browser has to prove some work."),
    )
    CROWDED = "crowded", _("Too many votes come from your network right now. Please try again in a minute.")
    CLOSED = "closed", _("This poll is closed and takes no more votes.")
    UNKNOWN_CHOICE = "unknown_choice", _("Please choose one of the answers of this poll.")
    TOO_MANY_CHOICES = "too_many_choices", _("You ticked more answers than this poll takes.")
    UNKNOWN_POLL = "unknown_poll", _("There is no such poll.")


IN_THE_BOX = {Outcome.ACCEPTED, Outcome.CHANGED, Outcome.PENDING, Outcome.REPEATED}
"""After these the reader's vote lies in the ballot box as the reader wants it."""


def cast_vote(*, poll_id, choices, voter, reason="", place="", sender=NOBODY):
    """Cast one vote and return its Outcome: only ACCEPTED, CHANGED and PENDING changed anything.

    `choices` are ids, most liked first in a ranking; `voter` is the digest of `polls.voter.digest`: of two votes by one
    voter at once one is accepted. Without a `sender` (polls.traces) nobody asks how many came from there. A poll that
    readers may not know of yet is unknown here too.

    Ballot and tally change in one statement, which commits by itself or, inside a transaction, with it. Votes do not
    wait for each other, except two of one voter, and those without proof from one network.
    """
    if poll_id > models.BigIntegerField.MAX_BIGINT:
        return Outcome.UNKNOWN_POLL  # an address can hold any number, the database's function cannot
    facts = [poll_id, list(choices), voter, reason, place, sender.address, sender.network, sender.agent]
    facts += [sender.has_script, sender.has_proved]
    try:
        return _call(facts)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        # The database was restarted, or the line to it broke. Whether that vote was counted or not, now it is, once.
        connection.close()
        return _call(facts)


def _call(facts):
    # Asking beforehand whether the connection is alive would be a second round trip; a vote can be cast again instead.
    connection.health_check_done = True
    with connection.cursor() as cursor:
        cursor.execute(_CAST, facts)
        return Outcome(cursor.fetchone()[0])
