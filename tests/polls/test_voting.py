from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polls.models import Ballot, Poll, Standing, Tally
from polls.results import result_of
from polls.voter import digest
from polls.voting import Outcome, cast_vote
from polls.workflow import Kind
from tests.factories.polls import PollFactory

VOTER = digest("a browser", 1)


def _tallies(poll):
    return [share.votes for share in result_of(poll).shares]


@pytest.mark.django_db
def test_vote_is_a_row_and_one_on_the_tally():
    poll = PollFactory()
    second = poll.choices.last()

    outcome = cast_vote(poll_id=poll.pk, choices=[second.pk], voter=VOTER)

    assert outcome is Outcome.ACCEPTED
    assert list(Ballot.objects.values_list("poll", "choices", "voter")) == [(poll.pk, [second.pk], VOTER)]
    assert _tallies(poll) == [0, 1]


@pytest.mark.django_db
def test_second_vote_changes_nothing():
    poll = PollFactory()
    first, second = poll.choices.all()
    cast_vote(poll_id=poll.pk, choices=[first.pk], voter=VOTER)

    outcome = cast_vote(poll_id=poll.pk, choices=[second.pk], voter=VOTER)

    assert outcome is Outcome.ALREADY_VOTED
    assert _tallies(poll) == [1, 0]
    assert Ballot.objects.get().choices == [first.pk]


@pytest.mark.django_db
def test_one_voter_may_vote_in_two_polls():
    polls = [PollFactory(), PollFactory()]

    outcomes = [cast_vote(poll_id=poll.pk, choices=[poll.choices.first().pk], voter=VOTER) for poll in polls]

    assert outcomes == [Outcome.ACCEPTED, Outcome.ACCEPTED]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "expected"),
    [("closed", Outcome.CLOSED), ("scheduled", Outcome.UNKNOWN_POLL), ("draft", Outcome.UNKNOWN_POLL)],
)
def test_poll_that_is_not_open_takes_no_vote(state, expected):
    poll = PollFactory(**{state: True})

    outcome = cast_vote(poll_id=poll.pk, choices=[poll.choices.first().pk], voter=VOTER)

    assert outcome is expected
    assert not Ballot.objects.exists()
    assert _tallies(poll) == [0, 0]


@pytest.mark.django_db
def test_missing_poll_is_unknown():
    choice = PollFactory().choices.first()

    for number in (0, 2**63):
        assert cast_vote(poll_id=number, choices=[choice.pk], voter=VOTER) is Outcome.UNKNOWN_POLL


@pytest.mark.django_db
def test_choice_of_another_poll_is_unknown():
    poll, other = PollFactory(), PollFactory()

    outcome = cast_vote(poll_id=poll.pk, choices=[other.choices.first().pk], voter=VOTER)

    assert outcome is Outcome.UNKNOWN_CHOICE
    assert not Ballot.objects.exists()
    assert _tallies(other) == [0, 0]


@pytest.mark.django_db
@pytest.mark.parametrize("choices", [[], [0], [-1], [None]])
def test_choice_that_does_not_exist_is_unknown(choices):
    assert cast_vote(poll_id=PollFactory().pk, choices=choices, voter=VOTER) is Outcome.UNKNOWN_CHOICE


def _tally_equals_the_ballots(poll):
    counted = Counter(
        tuple(choices) for choices in poll.ballots.filter(standing="counted").values_list("choices", flat=True)
    )
    assert Tally.objects.patterns(poll) == counted


def _cast_at_once(ballots):
    """Cast all ballots (poll, choice, voter) from as many threads, starting together."""
    start = Barrier(len(ballots))

    def cast(ballot):
        poll_id, choice_id, voter = ballot
        start.wait(timeout=30)
        try:
            return cast_vote(poll_id=poll_id, choices=[choice_id], voter=voter)
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
    assert Ballot.objects.count() == 10
    _tally_equals_the_ballots(poll)


@pytest.mark.django_db(transaction=True)
def test_one_browser_pressing_many_times_at_once_votes_once():
    poll = PollFactory()
    choice = poll.choices.first()

    outcomes = _cast_at_once([(poll.pk, choice.pk, VOTER)] * 8)

    assert sorted(outcomes) == [Outcome.ACCEPTED] + [Outcome.REPEATED] * 7
    assert Ballot.objects.count() == 1
    assert _tallies(poll) == [1, 0]


# --- Kinds ---------------------------------------------------------------------------------------------------------


def _cast(poll, *places, voter=VOTER, **options):
    """Vote for the choices at these places of the ballot paper, counted from 0."""
    ids = [choice.pk for choice in poll.choices.all()]
    return cast_vote(poll_id=poll.pk, choices=[ids[place] for place in places], voter=voter, **options)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "places", "expected"),
    [
        ({}, [0], Outcome.ACCEPTED),
        ({}, [0, 1], Outcome.TOO_MANY_CHOICES),
        ({}, [0, 0], Outcome.UNKNOWN_CHOICE),
        ({"kind": Kind.SEVERAL, "max_choices": 2}, [1], Outcome.ACCEPTED),
        ({"kind": Kind.SEVERAL, "max_choices": 2}, [2, 0], Outcome.ACCEPTED),
        ({"kind": Kind.SEVERAL, "max_choices": 2}, [0, 1, 2], Outcome.TOO_MANY_CHOICES),
        ({"kind": Kind.RANKING}, [2, 0, 1], Outcome.ACCEPTED),
        ({"kind": Kind.RANKING}, [2, 2], Outcome.UNKNOWN_CHOICE),
        ({"kind": Kind.SCALE}, [2], Outcome.ACCEPTED),
        ({"kind": Kind.SCALE}, [2, 1], Outcome.TOO_MANY_CHOICES),
    ],
)
def test_ballot_holds_what_its_kind_allows(facts, places, expected):
    poll = PollFactory(choices=["Một", "Hai", "Ba"], **facts)

    assert _cast(poll, *places) is expected
    assert Ballot.objects.count() == (expected is Outcome.ACCEPTED)


@pytest.mark.django_db
def test_order_of_ticks_means_nothing_and_that_of_ranks_everything():
    several = PollFactory(choices=["Một", "Hai", "Ba"], kind=Kind.SEVERAL, max_choices=3)
    ranking = PollFactory(choices=["Một", "Hai", "Ba"], kind=Kind.RANKING)
    for poll in (several, ranking):
        _cast(poll, 2, 0, voter=digest("one", poll.pk))
        _cast(poll, 0, 2, voter=digest("other", poll.pk))

    assert sorted(Tally.objects.patterns(several).values()) == [2]
    assert sorted(Tally.objects.patterns(ranking).values()) == [1, 1]


@pytest.mark.django_db
@pytest.mark.parametrize(("asks", "kept"), [(True, "vì đẹp"), (False, "")])
def test_reason_is_kept_where_the_poll_asks_for_one(asks, kept):
    _cast(PollFactory(asks_reason=asks), 0, reason="vì đẹp")

    assert Ballot.objects.get().reason == kept


# --- Changing one's vote -------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_vote_may_be_changed_where_the_poll_allows_it():
    poll = PollFactory(may_change=True)
    _cast(poll, 0)

    assert _cast(poll, 1) is Outcome.CHANGED
    assert _tallies(poll) == [0, 1]
    assert _cast(poll, 1) is Outcome.REPEATED
    assert Ballot.objects.get().changed_at


@pytest.mark.django_db
def test_vote_is_not_changed_after_the_close():
    poll = PollFactory(may_change=True)
    _cast(poll, 0)
    Poll.objects.update(closes_at=timezone.now())

    assert _cast(poll, 1) is Outcome.CLOSED
    assert _tallies(poll) == [1, 0]


@pytest.mark.django_db
def test_discarded_vote_cannot_be_cast_anew():
    poll = PollFactory(may_change=True)
    _cast(poll, 0)
    Ballot.objects.update(standing=Standing.DISCARDED)

    assert _cast(poll, 1) is Outcome.ALREADY_VOTED
    assert _tallies(poll) == [0, 0]


@pytest.mark.django_db(transaction=True)
def test_votes_changed_at_once_leave_an_exact_tally():
    poll = PollFactory(may_change=True)
    first, second = poll.choices.values_list("pk", flat=True)
    voters = [digest(f"browser {number}", poll.pk) for number in range(5)]

    _cast_at_once([(poll.pk, choice, voter) for voter in voters for choice in (first, second, first, second)])

    assert Ballot.objects.count() == 5
    _tally_equals_the_ballots(poll)


# --- The database counts -------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_vote_is_one_statement(django_assert_num_queries):
    poll = PollFactory()
    choice = poll.choices.first().pk

    with django_assert_num_queries(1):
        cast_vote(poll_id=poll.pk, choices=[choice], voter=VOTER)


@pytest.mark.django_db
def test_tally_follows_whatever_becomes_of_ballots():
    poll = PollFactory()
    for number in range(6):
        _cast(poll, number % 2, voter=digest(f"browser {number}", poll.pk))

    Ballot.objects.filter(pk__in=Ballot.objects.all()[:3]).update(standing=Standing.DISCARDED)
    _tally_equals_the_ballots(poll)
    Ballot.objects.update(standing=Standing.COUNTED)
    _tally_equals_the_ballots(poll)
    assert _tallies(poll) == [3, 3]


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=st.lists(st.tuples(st.integers(0, 4), st.sets(st.integers(0, 3), max_size=4), st.sampled_from(Standing))))
def test_tally_equals_the_ballots_after_any_steps(steps):
    poll = PollFactory(choices=["Một", "Hai", "Ba", "Bốn"], kind=Kind.SEVERAL, max_choices=3, may_change=True)
    for number, places, standing in steps:
        voter = digest(f"browser {number}", poll.pk)
        _cast(poll, *places, voter=voter)
        poll.ballots.filter(voter=voter).update(standing=standing)

        _tally_equals_the_ballots(poll)
