from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polls.results import count, percentages, vote_count
from polls.workflow import Kind

TALLIES = st.lists(st.integers(min_value=0, max_value=10**7), min_size=1, max_size=12)


@given(TALLIES)
def test_percentages_add_up_to_100_unless_nobody_voted(tallies):
    assert sum(percentages(tallies)) == (100 if any(tallies) else 0)


@given(TALLIES)
def test_percentages_are_within_one_of_the_exact_share(tallies):
    total = sum(tallies) or 1

    assert all(
        abs(percent * total - 100 * votes) < total for percent, votes in zip(percentages(tallies), tallies, strict=True)
    )


@given(TALLIES)
def test_percentages_never_rank_fewer_votes_higher(tallies):
    ranked = sorted(zip(tallies, percentages(tallies), strict=True), key=lambda pair: (pair[0], pair[1]))
    percents = [percent for _votes, percent in ranked]

    assert percents == sorted(percents)


@pytest.mark.parametrize(
    ("tallies", "percents"),
    [
        ([1, 1, 1], [34, 33, 33]),
        ([0, 5], [0, 100]),
        ([0, 0], [0, 0]),
        ([], []),
        ([1, 2, 5, 992], [0, 0, 1, 99]),
        ([17, 33, 50], [17, 33, 50]),
    ],
)
def test_percentages_by_largest_remainder(tallies, percents):
    assert percentages(tallies) == percents


def test_result_keeps_the_order_of_choices():
    choices = [SimpleNamespace(pk=7), SimpleNamespace(pk=5)]

    result = count(Kind.ONE, choices, {(5,): 3, (7,): 1})

    assert result.total == 4
    assert [(share.choice, share.votes, share.percent) for share in result.shares] == [
        (choices[0], 1, 25),
        (choices[1], 3, 75),
    ]


def test_vote_count_is_written_with_dots():
    assert "1.234" in vote_count(1234)


def test_vote_count_of_none_is_a_sentence_without_a_number():
    assert not any(character.isdigit() for character in vote_count(0))
