"""What looks right passes, what does not is found; nothing off by a power of ten ever passes."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets import units
from markets.sanity import History, Point, examine

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
TAEL = units.parse("đồng/lượng")


def point(sell, *, buy=None, at=NOW, **others):
    values = {name: Decimal(value) for name, value in {"sell": sell, "buy": buy, **others}.items() if value is not None}
    return Point(at, values, values.get("sell"))


def known(*sells, step=timedelta(days=1), **rules):
    """A history whose last point lies one step before NOW."""
    points = [point(sell, at=NOW - step * back) for back, sell in zip(range(len(sells), 0, -1), sells, strict=True)]
    return History(points, TAEL, **rules)


CALM = [150_000_000, 150_300_000, 149_900_000, 150_100_000, 150_400_000, 150_000_000]
WILD = [12_000, 13_500, 11_000, 13_000, 11_500, 12_500]


def codes(*args, **kwargs):
    return [finding.code for finding in examine(*args, **kwargs)]


@pytest.mark.parametrize("sell", [150_000_000, 151_000_000, 153_000_000, 147_000_000])
def test_usual_moves_pass(sell):
    assert codes(point(sell, buy=sell - 2_000_000), known(*CALM)) == []


def test_a_jump_is_measured_by_the_instruments_own_moves():
    assert codes(point(160_000_000), known(*CALM)) == ["jump"]
    assert codes(point(14_000), known(*WILD)) == []


def test_a_jump_tells_by_how_much_and_from_what():
    [finding] = examine(point(165_000_000), known(*CALM))

    assert (finding.column, dict(finding.facts)) == ("sell", {"percent": "+10.0", "before": "150000000"})


def test_a_longer_pause_allows_a_longer_way():
    noisy = [150_000_000, 151_500_000, 150_000_000, 148_500_000, 150_000_000, 151_500_000]
    far = point(163_000_000)

    assert codes(far, known(*noisy)) == ["jump"]
    late = History([Point(p.at - timedelta(days=6), p.values, p.reference) for p in known(*noisy).points], TAEL)
    assert codes(far, late) == []


@pytest.mark.parametrize(
    ("sell", "meant", "unit"),
    [
        (15_000_000, 150_000_000, "đồng/chỉ"),
        (1_500_000_000, 150_000_000, None),
        (150_000, 150_000_000, "nghìn đồng/lượng"),
        (15_030, 150_300_000, "nghìn đồng/chỉ"),
        (150, 150_000_000, "triệu đồng/lượng"),
    ],
)
def test_a_slip_is_told_with_what_was_meant_and_the_likely_unit(sell, meant, unit):
    [finding] = examine(point(sell), known(*CALM))

    assert (finding.code, finding.suggested, finding.facts.get("unit")) == ("slip", meant, unit)


def test_a_slip_on_one_side_is_told_of_that_side():
    history = History([point(150_000_000, buy=148_000_000, at=NOW - timedelta(days=1))], TAEL)

    found = examine(point(150_000_000, buy=14_800_000), history)

    assert [(finding.code, finding.column) for finding in found] == [("spread", "buy"), ("slip", "buy")]


def test_buying_over_selling_is_found():
    assert "order" in codes(point(148_000_000, buy=150_000_000), known(*CALM))


def test_a_range_upside_down_is_found():
    assert "order" in codes(Point(NOW, {"low": Decimal(62), "high": Decimal(60)}, Decimal(61)), History())


def test_a_first_price_is_held_unless_within_what_is_plausible():
    plausible = (Decimal(50_000_000), Decimal(400_000_000))

    assert codes(point(150_000_000), History()) == ["first"]
    assert codes(point(150_000_000), History(plausible=plausible)) == []
    assert codes(point(15_000_000), History(plausible=plausible, unit=TAEL)) == ["slip"]
    assert codes(point(420_000_000), History(plausible=plausible)) == ["implausible"]


def test_a_side_that_was_never_quoted_is_compared_with_the_other():
    assert codes(point(None, buy=148_000_000), known(*CALM)) == []
    assert codes(point(None, buy=14_800_000), known(*CALM)) == ["slip"]


# --- Sisters


def sister(before, after):
    return History([point(before, at=NOW - timedelta(days=1)), point(after, at=NOW - timedelta(minutes=5))], TAEL)


def test_a_price_that_leaves_its_family_is_found():
    own = point(147_000_000)  # usual by itself
    risen = [sister(150_000_000, 153_000_000), sister(149_000_000, 152_000_000)]

    assert codes(own, known(*CALM), risen) == ["apart"]
    assert codes(point(153_000_000), known(*CALM), risen) == []


def test_one_sister_or_sisters_not_yet_quoted_prove_nothing():
    own, quiet = point(147_000_000), known(150_000_000)

    assert codes(own, known(*CALM), [sister(150_000_000, 153_500_000)]) == []
    assert codes(own, known(*CALM), [quiet, quiet, sister(150_000_000, 153_500_000)]) == []


# --- Time


def test_a_move_on_a_day_without_trading_is_found_and_an_echo_is_not():
    history = known(*CALM, closed=frozenset({date(2026, 11, 20)}))

    assert codes(point(150_500_000), history) == ["closed_day"]
    assert codes(point(150_000_000), history) == []


def test_a_feed_that_tells_of_the_past_is_found():
    history = known(*CALM)
    old = point(150_000_000, at=NOW - timedelta(days=3))

    assert codes(old, history, is_feed=True) == ["backwards"]
    assert codes(old, history) == []


def test_a_late_price_is_compared_with_its_own_time():
    history = History([point(100_000_000, at=NOW - timedelta(days=30)), point(150_000_000)], TAEL)

    assert codes(point(101_000_000, at=NOW - timedelta(days=29)), history) == []
    assert codes(point(150_000_000, at=NOW - timedelta(days=29)), history) == ["jump"]


# --- The promise

PRICES = st.integers(min_value=100, max_value=10**9)
# Histories wilder than any market: no past makes a slip look usual.
MOVES = st.lists(st.floats(min_value=0.05, max_value=20), min_size=0, max_size=40)
POWERS = st.sampled_from([power for power in range(-6, 7) if power])


@given(first=PRICES, moves=MOVES, drift=st.floats(min_value=0.7, max_value=1.4), power=POWERS, gap=st.integers(1, 400))
def test_nothing_off_by_a_power_of_ten_passes(first, moves, drift, power, gap):
    sells = [Decimal(first)]
    for move in moves:
        sells.append(max(sells[-1] * Decimal(move), Decimal(1)))
    points = [
        point(sell, at=NOW - timedelta(days=gap + back))
        for back, sell in zip(range(len(sells), 0, -1), sells, strict=True)
    ]
    true = sells[-1] * Decimal(drift)

    assert codes(point(true * Decimal(10) ** power), History(points, TAEL))


@given(
    low=PRICES, width=st.floats(min_value=1.01, max_value=9), where=st.floats(min_value=0, max_value=1), power=POWERS
)
def test_no_first_price_off_by_a_power_of_ten_passes(low, width, where, power):
    low, high = Decimal(low), Decimal(low) * Decimal(width)
    true = low + (high - low) * Decimal(where)

    assert codes(point(true * Decimal(10) ** power), History(plausible=(low, high)))
