"""The table of `make bench`: what a figure comes to."""

import pytest

from benchmarks.targets import TARGETS, Target

RATIO = Target("a page", must=0.75, aim=0.85, yardstick="a file", queries=4)
BOUND = Target("a move", must=35, aim=15, unit="ms", queries=25)


@pytest.mark.parametrize(
    ("target", "figure", "queries", "verdict"),
    [
        (RATIO, 0.85, 4, "meets the aim"),
        (RATIO, 0.75, None, "meets the must"),
        (RATIO, 0.749, 4, "MISSES"),
        (RATIO, 0.9, 5, "MISSES"),
        (BOUND, 15, 25, "meets the aim"),
        (BOUND, 35, 25, "meets the must"),
        (BOUND, 35.1, 25, "MISSES"),
        (BOUND, 10, 26, "MISSES"),
    ],
)
def test_verdict_of_a_figure(target, figure, queries, verdict):
    assert target.verdict(figure, queries) == verdict


def test_no_aim_is_easier_than_its_must():
    assert all(target.verdict(target.aim) == "meets the aim" for target in TARGETS.values())
    assert all(target.verdict(target.must) != "MISSES" for target in TARGETS.values())
