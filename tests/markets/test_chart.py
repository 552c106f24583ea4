import re
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from markets.chart import HEIGHT, WIDTH, draw

TODAY = date(2026, 11, 22)


def points(*values, until=TODAY):
    """One point a day ending on `until`; None leaves the day out."""
    first = until - timedelta(days=len(values) - 1)
    days = [first + timedelta(days=n) for n in range(len(values))]
    return [(day, Decimal(value)) for day, value in zip(days, values, strict=True) if value is not None]


def coordinates(path):
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](\d+\.\d) (\d+\.\d)", path)]


def test_draw_without_points_is_none():
    assert draw([], until=TODAY, days=30) is None


def test_draw_leaves_out_points_before_the_window():
    assert draw(points(5, until=TODAY - timedelta(days=30)), until=TODAY, days=30) is None


def test_draw_makes_one_subpath_of_days_without_gap():
    chart = draw(points(10, 20, 30), until=TODAY, days=3)

    assert chart.path == "M5.0 146.0L200.0 86.0L395.0 26.0"
    assert (chart.end_x, chart.end_y) == ("395.0", "26.0")


def test_draw_knows_extremes_newest_and_the_ends_of_the_axis():
    chart = draw(points(20, 30, 10, 15), until=TODAY, days=30)

    assert (chart.low, chart.high, chart.newest) == (10, 30, 15)
    assert (chart.first, chart.last) == (date(2026, 10, 24), TODAY)
    assert (chart.high_y, chart.low_y) == ("26.0", "146.0")


def test_draw_breaks_the_line_at_a_gap_and_invents_nothing():
    chart = draw(points(10, 20, None, 30, 20), until=TODAY, days=5)

    assert chart.path.count("M") == 2
    assert len(coordinates(chart.path)) == 4


def test_draw_shows_a_day_without_neighbours_as_a_dot():
    chart = draw(points(10, None, 20), until=TODAY, days=3)

    assert chart.path == "M5.0 146.0L5.0 146.0M395.0 26.0L395.0 26.0"


def test_draw_puts_a_single_point_in_the_middle_of_its_day():
    chart = draw(points(10), until=TODAY, days=30)

    assert chart.path == "M395.0 86.0L395.0 86.0"
    assert chart.is_flat


def test_draw_over_one_day_does_not_divide_by_zero():
    assert draw(points(10), until=TODAY, days=1).end_x == "395.0"


def test_draw_runs_a_flat_line_through_the_middle():
    chart = draw(points(10, 10, 10), until=TODAY, days=3)

    assert {y for _, y in coordinates(chart.path)} == {86.0}


@given(st.lists(st.none() | st.decimals(min_value=1, max_value=10**9, places=2), max_size=40))
def test_draw_keeps_every_point_on_the_canvas_and_in_order(values):
    shown = points(*values)
    chart = draw(shown, until=TODAY, days=30)

    drawn = coordinates(chart.path) if chart else []
    # A dot is written as two equal points.
    assert len(dict.fromkeys(drawn)) == len([day for day, _ in shown if day > TODAY - timedelta(days=30)])
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in drawn)
    assert drawn == sorted(drawn, key=lambda place: place[0])
