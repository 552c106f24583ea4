from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from polls.models import Choice, Vote
from polls.voter import digest
from polls.voting import Outcome, cast_vote
from tests.factories.polls import PollFactory

VOTER = digest("a browser", 1)


def _tallies(poll):
    return list(poll.choices.values_list("votes", flat=True))


@pytest.mark.django_db
def test_vote_is_a_row_and_one_on_the_tally():
    poll = PollFactory()
    second = poll.choices.last()

    outcome = cast_vote(poll_id=poll.pk, choice_id=second.pk, voter=VOTER)

    assert outcome is Outcome.ACCEPTED
    assert list(Vote.objects.values_list("poll", "choice", "voter")) == [(poll.pk, second.pk, VOTER)]
    assert _tallies(poll) == [0, 1]


@pytest.mark.django_db
def test_second_vote_changes_nothing():
    poll = PollFactory()
    first, second = poll.choices.all()
    cast_vote(poll_id=poll.pk, choice_id=first.pk, voter=VOTER)

    outcome = cast_vote(poll_id=poll.pk, choice_id=second.pk, voter=VOTER)

    assert outcome is Outcome.ALREADY_VOTED
    assert _tallies(poll) == [1, 0]
    assert Vote.objects.get().choice == first


@pytest.mark.django_db
def test_one_voter_may_vote_in_two_polls():
    polls = [PollFactory(), PollFactory()]

    outcomes = [cast_vote(poll_id=poll.pk, choice_id=poll.choices.first().pk, voter=VOTER) for poll in polls]

    assert outcomes == [Outcome.ACCEPTED, Outcome.ACCEPTED]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "expected"),
    [("closed", Outcome.CLOSED), ("scheduled", Outcome.UNKNOWN_POLL), ("draft", Outcome.UNKNOWN_POLL)],
)
def test_poll_that_is_not_open_takes_no_vote(state, expected):
    poll = PollFactory(**{state: True})

    outcome = cast_vote(poll_id=poll.pk, choice_id=poll.choices.first().pk, voter=VOTER)

    assert outcome is expected
    assert not Vote.objects.exists()
    assert _tallies(poll) == [0, 0]


@pytest.mark.django_db
def test_missing_poll_is_unknown():
    choice = PollFactory().choices.first()

    assert cast_vote(poll_id=0, choice_id=choice.pk, voter=VOTER) is Outcome.UNKNOWN_POLL


@pytest.mark.django_db
def test_choice_of_another_poll_is_unknown():
    poll, other = PollFactory(), PollFactory()

    outcome = cast_vote(poll_id=poll.pk, choice_id=other.choices.first().pk, voter=VOTER)

    assert outcome is Outcome.UNKNOWN_CHOICE
    assert not Vote.objects.exists()
    assert _tallies(other) == [0, 0]


@pytest.mark.django_db
@pytest.mark.parametrize("choice_id", [None, 0, -1, 10**30])
def test_choice_that_does_not_exist_is_unknown(choice_id):
    assert cast_vote(poll_id=PollFactory().pk, choice_id=choice_id, voter=VOTER) is Outcome.UNKNOWN_CHOICE


@pytest.mark.django_db
def test_row_and_tally_stand_or_fall_together(monkeypatch):
    poll = PollFactory()
    monkeypatch.setattr("polls.voting.F", _out_of_order)

    with pytest.raises(RuntimeError):
        cast_vote(poll_id=poll.pk, choice_id=poll.choices.first().pk, voter=VOTER)

    assert not Vote.objects.exists()
    assert _tallies(poll) == [0, 0]


def _out_of_order(name):
    raise RuntimeError(name)


def _cast_at_once(ballots):
    """Cast all ballots (poll, choice, voter) from as many threads, starting together."""
    start = Barrier(len(ballots))

    def cast(ballot):
        poll_id, choice_id, voter = ballot
        start.wait(timeout=30)
        try:
            return cast_vote(poll_id=poll_id, choice_id=choice_id, voter=voter)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(ballots)) as pool:
        return list(pool.map(cast, ballots))


@pytest.mark.django_db(transaction=True)
def test_votes_at_once_are_all_counted_once():
    """Ten browsers, each pressing twice, for either choice: no vote lost, none doubled, nobody stuck."""
    poll = PollFactory()
    first, second = poll.choices.values_list("pk", flat=True)
    voters = [digest(f"browser {number}", poll.pk) for number in range(10)]
    ballots = [(poll.pk, choice, voter) for voter in voters for choice in (first, second)]

    outcomes = _cast_at_once(ballots)

    assert sorted(outcomes) == [Outcome.ACCEPTED] * 10 + [Outcome.ALREADY_VOTED] * 10
    assert Vote.objects.count() == 10
    for choice in Choice.objects.all():
        assert choice.votes == choice.cast_votes.count()


@pytest.mark.django_db(transaction=True)
def test_one_browser_pressing_many_times_at_once_votes_once():
    poll = PollFactory()
    choice = poll.choices.first()

    outcomes = _cast_at_once([(poll.pk, choice.pk, VOTER)] * 8)

    assert sorted(outcomes) == [Outcome.ACCEPTED] + [Outcome.ALREADY_VOTED] * 7
    assert Vote.objects.count() == 1
    assert _tallies(poll) == [1, 0]
