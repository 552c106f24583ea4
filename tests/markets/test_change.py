from decimal import Decimal

import pytest

from markets.change import Change, Direction, change


@pytest.mark.parametrize(
    ("now", "before", "amount", "percent", "direction"),
    [
        ("151200000", "150000000", "1200000", "0.80", Direction.UP),
        ("19520", "20000", "-480", "-2.40", Direction.DOWN),
        ("20000", "20000", "0", "0.00", Direction.FLAT),
        ("1.25", "1.20", "0.05", "4.17", Direction.UP),
        ("10005", "10000", "5", "0.05", Direction.UP),
    ],
)
def test_change_gives_amount_percent_and_direction(now, before, amount, percent, direction):
    moved = change(Decimal(now), Decimal(before))

    assert moved == Change(Decimal(amount), Decimal(percent))
    assert moved.direction == direction


def test_change_rounds_half_a_hundredth_away_from_zero():
    assert change(Decimal("100.125"), Decimal(100)).percent == Decimal("0.13")
    assert change(Decimal("99.875"), Decimal(100)).percent == Decimal("-0.13")


def test_change_too_small_for_its_percentage_still_has_a_direction():
    moved = change(Decimal(150_001_000), Decimal(150_000_000))

    assert moved.percent == 0
    assert moved.direction == Direction.UP


@pytest.mark.parametrize(("now", "before"), [(None, Decimal(1)), (Decimal(1), None), (None, None)])
def test_change_of_a_missing_value_is_none(now, before):
    assert change(now, before) is None
