"""Bars of ballots over time: where they stand and what they count."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from polls.chart import HEIGHT, draw
from polls.models import Standing

NINE = datetime(2026, 11, 20, 9, tzinfo=UTC)


def after(hours, counted=1, pending=0, discarded=0):
    standings = Counter({Standing.COUNTED: counted, Standing.PENDING: pending, Standing.DISCARDED: discarded})
    return {NINE + timedelta(hours=hours): standings}


def test_nothing_draws_nothing():
    assert draw({}) is None


def test_bars_stand_for_their_hours_and_the_highest_is_full():
    chart = draw(after(0, 10) | after(2, 4, 1, 5) | after(3, 5))

    assert [(bar.x, bar.counted, bar.height) for bar in chart.bars] == [
        (0, 10, 1000),
        (1, 0, 0),
        (2, 4, 400),
        (3, 5, 500),
    ]
    assert (chart.bars[2].other_top, chart.bars[2].other_height) == (0, 600)
    assert (chart.most, chart.view_box) == (10, f"0 0 4 {HEIGHT}")


@pytest.mark.parametrize(("days", "step"), [(1, 1), (13, 1), (40, 6), (200, 24), (1000, 168)])
def test_long_polls_have_longer_bars_and_count_every_ballot(days, step):
    hours = {}
    for hour in range(0, 24 * days, 7):
        hours |= after(hour, counted=3, pending=1)

    chart = draw(hours)

    assert chart.step == step
    assert len(chart.bars) <= 341
    assert sum(bar.counted for bar in chart.bars) == 3 * len(hours)
    assert sum(bar.waiting for bar in chart.bars) == len(hours)
    assert all(bar.ends - bar.begins == timedelta(hours=step) for bar in chart.bars)


def test_burst_is_marked_on_its_bar_alone():
    chart = draw(after(0) | after(1) | after(2), loud=[NINE + timedelta(hours=1)])

    assert [bar.is_loud for bar in chart.bars] == [False, True, False]


def test_midnights_are_marked():
    assert draw(after(0) | after(40)).days == [15, 39]
