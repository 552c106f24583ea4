"""What readers and the desk do at the same moment leaves the tally equal to the ballots, at every instant."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection, transaction

from polls import actions, review
from polls.models import Ballot, PollEntry, Standing
from polls.results import result_of
from polls.traces import Sender
from polls.voter import digest
from polls.voting import Outcome, cast_vote
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db(transaction=True)

NETWORKS = ["a" * 32, "b" * 32]
# What tally and ballots say differently, seen in one statement, so at one instant.
DIFFERENCE = """
    SELECT count(*)
    FROM (
        SELECT choices, sum(ballots) AS number FROM polls_tally WHERE poll_id = %s
        GROUP BY choices HAVING sum(ballots) <> 0
    ) AS told FULL JOIN (
        SELECT choices, count(*) AS number FROM polls_ballot WHERE poll_id = %s AND standing = 'counted'
        GROUP BY choices
    ) AS meant USING (choices)
    WHERE told.number IS DISTINCT FROM meant.number
"""


@pytest.fixture
def editor():
    user = UserFactory()
    codenames = ["publish_poll", "review_ballots", "change_poll"]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls", codename__in=codenames))
    return type(user).objects.get(pk=user.pk)


def at_once(*works):
    """What each of the works returns, all running at the same time on connections of their own."""

    def run(work):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def difference(poll):
    with connection.cursor() as cursor:
        cursor.execute(DIFFERENCE, [poll.pk, poll.pk])
        return cursor.fetchone()[0]


def readers(poll, seed, number=60):
    """Casts and changes votes of some forty browsers, in an order of its own; returns the outcomes."""
    chance, choices = random.Random(seed), [choice.pk for choice in poll.choices.all()]

    def vote():
        place = chance.randrange(40)
        sender = Sender(address=f"{place}", network=NETWORKS[place % 2])
        voter = digest(f"browser {place}", poll.pk)
        return cast_vote(poll_id=poll.pk, choices=[chance.choice(choices)], voter=voter, sender=sender)

    return lambda: [vote() for _ in range(number)]


def batch(poll, place):
    return poll.ballots.filter(network=NETWORKS[place])


def test_votes_changes_and_judgements_leave_an_exact_tally(editor):
    poll = PollFactory(may_change=True, choices=["Một", "Hai", "Ba"])

    def judge():
        for place in (0, 1, 1, 0):
            review.discard(poll, batch(poll, place), by=editor, reason="Máy gửi")

    def watch():
        return [difference(poll) for _ in range(60)]

    *_others, seen = at_once(readers(poll, 1), readers(poll, 2), readers(poll, 3), judge, judge, watch)

    assert set(seen) == {0}
    assert difference(poll) == 0
    assert result_of(poll).total == poll.ballots.filter(standing=Standing.COUNTED).count()
    told = sum(PollEntry.objects.filter(act="discarded").values_list("number", flat=True))
    assert told == poll.ballots.filter(standing=Standing.DISCARDED).count()


def test_votes_do_not_wait_for_what_the_desk_does_to_the_poll():
    poll = PollFactory()
    vote = readers(poll, 1, 1)

    def patient():
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2s'")
            return vote()

    with transaction.atomic():
        actions.locked(poll)
        assert at_once(patient) == [[Outcome.ACCEPTED]]


def test_batch_discarded_twice_at_once_is_on_the_trail_once(editor):
    poll = PollFactory()
    readers(poll, 1)()
    number = batch(poll, 0).count()

    def judge():
        return review.discard(poll, batch(poll, 0), by=editor, reason="Máy gửi")

    entries = [entry for entry in at_once(judge, judge, judge) if entry]

    assert [entry.number for entry in entries] == [number]
    assert difference(poll) == 0


def test_vote_that_was_accepted_is_counted_whatever_the_desk_does_meanwhile(editor):
    poll = PollFactory()
    first = poll.choices.first()

    def correct():
        actions.correct(poll, by=editor, note="Lỗi gõ", choices={first.pk: "Rất đẹp"})

    def close():
        return actions.move("close", poll, by=editor)

    *outcomes, _corrected, closed = at_once(readers(poll, 1), readers(poll, 2), correct, close)

    accepted = sum(said.count(Outcome.ACCEPTED) for said in outcomes)
    assert accepted == Ballot.objects.count() == result_of(poll).total
    assert difference(poll) == 0
    late = Ballot.objects.filter(created_at__gt=closed.closes_at + timedelta(seconds=1))
    assert not late.exists()
    assert readers(poll, 3, 1)() == [Outcome.CLOSED]
