import re
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from markets.chart import HEIGHT, WIDTH, Line, draw, runs

LAST = date(2026, 11, 22)


def points(*values, until=LAST):
    """One point a day ending on `until`; None leaves the day out."""
    first = until - timedelta(days=len(values) - 1)
    days = [first + timedelta(days=n) for n in range(len(values))]
    return [(day, Decimal(value)) for day, value in zip(days, values, strict=True) if value is not None]


def next_day(earlier, later):
    return later - earlier == timedelta(days=1)


def chart_of(*values, days=None, band=()):
    first = LAST - timedelta(days=(days or len(values)) - 1)
    return draw([Line("sell", points(*values))], first=first, last=LAST, joined=next_day, band=band)


def coordinates(path):
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](\d+\.\d) (\d+\.\d)", path)]


def test_draw_without_points_is_none():
    assert draw([], first=LAST, last=LAST, joined=next_day) is None
    assert draw([Line("sell", [])], first=LAST, last=LAST, joined=next_day) is None


def test_draw_makes_one_subpath_of_days_without_gap():
    [line] = chart_of(10, 20, 30).lines

    assert line.path == "M22.0 292.0L279.0 172.0L536.0 52.0"
    assert (line.end_x, line.end_y) == ("536.0", "52.0")


def test_draw_puts_rules_at_round_figures_around_all_lines():
    lines = [Line("sell", points(148_700_000, 149_500_000)), Line("buy", points(146_100_000, 147_000_000))]
    chart = draw(lines, first=LAST - timedelta(days=1), last=LAST, joined=next_day)

    assert [rule.label for rule in chart.rules] == ["146", "147", "148", "149", "150"]
    assert chart.in_millions
    assert [line.name for line in chart.lines] == ["sell", "buy"]


def test_draw_breaks_the_line_at_a_gap_and_invents_nothing():
    [line] = chart_of(10, 20, None, 30, 20).lines

    assert line.path.count("M") == 2
    assert len(coordinates(line.path)) == 4


def test_draw_shows_a_day_without_neighbours_as_a_dot():
    [line] = chart_of(10, None, 20).lines

    assert line.path == "M22.0 292.0L22.0 292.0M536.0 52.0L536.0 52.0"


def test_draw_of_one_day_stands_at_the_end_of_the_axis():
    chart = chart_of(10)

    assert chart.lines[0].end_x == "536.0"
    assert chart.spots == {LAST: (chart.lines[0].end_x, chart.lines[0].end_y)}


def test_draw_runs_a_flat_line_through_the_middle():
    assert {y for _, y in coordinates(chart_of(100, 100, 100).lines[0].path)} == {172.0}


def test_draw_fills_a_band_for_every_run_up_to_the_high_and_back_along_the_low():
    rows = [(day, value - 1, value + 1) for day, value in points(10, 10, None, 10)]
    chart = chart_of(10, 10, None, 10, band=rows)

    assert chart.band.count("M") == chart.band.count("Z") == 2
    first_run = coordinates(chart.band.split("Z")[0])
    assert [x for x, _ in first_run] == [22.0, 193.3, 193.3, 22.0]
    assert first_run[0][1] < first_run[-1][1]


def test_draw_tells_where_each_point_of_the_first_line_stands():
    chart = chart_of(10, None, 30)

    assert chart.spots == {LAST - timedelta(days=2): ("22.0", "292.0"), LAST: ("536.0", "52.0")}


def test_runs_part_where_points_are_not_joined():
    assert [len(run) for run in runs(points(1, 2, None, 3), next_day)] == [2, 1]
    assert runs([], next_day) == []


@given(st.lists(st.none() | st.decimals(min_value="0.01", max_value=10**9, places=2), min_size=1, max_size=40))
def test_draw_keeps_every_point_on_the_canvas_and_in_order(values):
    shown = points(*values)
    chart = chart_of(*values, days=40)

    drawn = coordinates(chart.lines[0].path) if chart else []
    # A dot is written as two equal points.
    assert len(dict.fromkeys(drawn)) == len(shown)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in drawn)
    assert drawn == sorted(drawn, key=lambda place: place[0])
