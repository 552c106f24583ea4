from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets import axes

LAST = date(2026, 11, 22)


def labels(low, high):
    scale = axes.prices(Decimal(low), Decimal(high))
    return [scale.label(value) for value in scale.values]


def dated(days):
    return [label for _day, label in axes.dates(LAST - timedelta(days=days), LAST)]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (146_100_000, 149_500_000, ["146", "147", "148", "149", "150"]),
        (147_100_000, 147_900_000, ["147,0", "147,2", "147,4", "147,6", "147,8", "148,0"]),
        (26_120, 26_430, ["26.100", "26.200", "26.300", "26.400", "26.500"]),
        ("31105.1", "31105.9", ["31.105,0", "31.105,2", "31.105,4", "31.105,6", "31.105,8", "31.106,0"]),
    ],
)
def test_prices_stand_at_round_figures_with_the_same_decimals(low, high, expected):
    assert labels(low, high) == expected


def test_prices_of_a_flat_line_leave_it_room_above_and_below():
    scale = axes.prices(Decimal(20_000), Decimal(20_000))

    assert scale.low < 20_000 < scale.high


@given(
    st.decimals(min_value="0.01", max_value=10**9, places=2), st.decimals(min_value="0.01", max_value=10**9, places=2)
)
def test_prices_are_few_even_rules_that_enclose_both_values(one, other):
    low, high = sorted((one, other))
    scale = axes.prices(low, high)
    gaps = {later - earlier for earlier, later in zip(scale.values, scale.values[1:], strict=False)}

    assert scale.low <= low <= high <= scale.high
    assert 2 <= len(scale.values) <= 6
    assert len(gaps) == 1
    assert len({scale.label(value) for value in scale.values}) == len(scale.values)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, ["22/11"]),
        (6, ["16/11", "17/11", "18/11", "19/11", "20/11", "21/11", "22/11"]),
        (29, ["01/11", "08/11", "15/11", "22/11"]),
        (364, ["01/2026", "04/2026", "07/2026", "10/2026"]),
        (3652, ["2018", "2020", "2022", "2024", "2026"]),
    ],
)
def test_dates_are_as_many_as_a_phone_has_room_for(days, expected):
    assert dated(days) == expected


@given(st.integers(min_value=0, max_value=20_000))
def test_dates_lie_on_the_axis_in_order(days):
    found = [day for day, _label in axes.dates(LAST - timedelta(days=days), LAST)]

    assert 1 <= len(found) <= 9
    assert found == sorted(set(found))
    assert all(LAST - timedelta(days=days) <= day <= LAST for day in found)
