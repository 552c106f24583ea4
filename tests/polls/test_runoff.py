from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polls.runoff import run_off

CHOICES = ["a", "b", "c", "d", "e"]
RANKINGS = st.lists(st.permutations(CHOICES), max_size=40).flatmap(
    lambda rankings: st.tuples(*(st.integers(1, 5).map(lambda n, r=r: tuple(r[:n])) for r in rankings))
)


def counted(rankings):
    return run_off(CHOICES, Counter(rankings))


def test_who_has_more_than_half_of_the_first_places_wins_at_once():
    result = run_off(["a", "b"], {("a", "b"): 3, ("b",): 2})

    assert result.winner == "a"
    assert len(result.rounds) == 1


def test_the_weakest_leaves_and_hands_its_ballots_on():
    result = run_off(["a", "b", "c"], {("a",): 4, ("b", "c"): 3, ("c", "b"): 2})

    assert [(told.tallies, told.exhausted, told.dropped) for told in result.rounds] == [
        ({"a": 4, "b": 3, "c": 2}, 0, "c"),
        ({"a": 4, "b": 5}, 0, None),
    ]
    assert result.winner == "b"


def test_ballot_that_names_nobody_left_is_exhausted():
    result = run_off(["a", "b", "c"], {("a",): 3, ("b",): 2, ("c",): 1})

    assert result.rounds[-1].exhausted == 1
    assert result.winner == "a"


def test_of_equally_weak_ones_that_leaves_which_was_weaker_before():
    rankings = {("a",): 6, ("b",): 4, ("c",): 3, ("d", "c"): 1}

    dropped = [told.dropped for told in run_off(["a", "b", "c", "d"], rankings).rounds]

    assert dropped[:2] == ["d", "c"]


def test_of_those_that_were_always_equal_the_lower_on_the_paper_leaves():
    assert run_off(["a", "b"], {("a",): 2, ("b",): 2}).rounds[0].dropped == "b"


@pytest.mark.parametrize("rankings", [{}, {(): 3}])
def test_nobody_wins_without_votes(rankings):
    assert run_off(["a", "b"], rankings).winner is None


@given(RANKINGS)
def test_every_ballot_stands_somewhere_in_every_round(rankings):
    for told in counted(rankings).rounds:
        assert sum(told.tallies.values()) + told.exhausted == len(rankings)


@given(RANKINGS)
def test_each_round_drops_one_that_nobody_is_weaker_than_until_somebody_has_more_than_half(rankings):
    result = counted(rankings)
    *before, last = result.rounds

    assert all(told.tallies[told.dropped] == min(told.tallies.values()) for told in before)
    assert [len(told.tallies) for told in result.rounds] == list(range(5, 5 - len(result.rounds), -1))
    assert all(2 * max(told.tallies.values()) <= sum(told.tallies.values()) for told in before)
    if result.winner:
        assert 2 * last.tallies[result.winner] > sum(last.tallies.values()) or len(last.tallies) == 1


@given(RANKINGS)
def test_who_beats_half_in_first_places_wins(rankings):
    first = Counter(ranking[0] for ranking in rankings)

    for choice, votes in first.items():
        if 2 * votes > len(rankings):
            assert counted(rankings).winner == choice


@given(RANKINGS)
def test_result_does_not_depend_on_the_order_in_which_ballots_came(rankings):
    assert counted(rankings) == counted(tuple(reversed(rankings)))


@given(RANKINGS)
def test_choices_ranked_behind_one_that_wins_at_once_change_nothing(rankings):
    result = counted(rankings)
    if len(result.rounds) == 1 and result.winner:
        assert counted([ranking[:1] for ranking in rankings]).winner == result.winner
