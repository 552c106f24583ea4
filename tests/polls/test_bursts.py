"""What stands out of a poll's own rhythm."""

from datetime import UTC, datetime, timedelta

import pytest

from polls.bursts import FACTOR, FLOOR, Burst, enough_of_a_network, loud_hours

MIDNIGHT = datetime(2026, 11, 20, tzinfo=UTC)


def hours(*numbers):
    """Ballots by the hour from midnight on."""
    return {MIDNIGHT + timedelta(hours=place): number for place, number in enumerate(numbers)}


def test_hour_far_above_those_around_it_is_a_burst():
    assert loud_hours(hours(10, 12, 8, 61, 10)) == [Burst(MIDNIGHT + timedelta(hours=3), 61)]


@pytest.mark.parametrize(("number", "is_loud"), [(FACTOR * 10, False), (FACTOR * 10 + 1, True)])
def test_burst_begins_above_the_factor(number, is_loud):
    assert bool(loud_hours(hours(10, 10, 10, number))) is is_loud


@pytest.mark.parametrize(("number", "is_loud"), [(FLOOR - 1, False), (FLOOR, True)])
def test_few_ballots_are_no_burst_however_quiet_the_poll(number, is_loud):
    assert bool(loud_hours(hours(1, 1, 1, number))) is is_loud


def test_hours_at_night_without_votes_make_no_rhythm():
    assert loud_hours(hours(100, 0, 0, 0, 0, 0, 0, 120, 110, 130)) == []


def test_poll_that_fades_marks_no_first_day():
    fading = [max(1, 400 // (1 + place // 12)) for place in range(120)]

    assert loud_hours(hours(*fading)) == []


def test_two_hours_are_no_rhythm():
    assert loud_hours(hours(1, 500, 1)) == []


def test_network_is_measured_by_the_ordinary_hour_of_the_poll():
    assert enough_of_a_network({}) == FLOOR
    assert enough_of_a_network(hours(5, 0, 9)) == FLOOR
    assert enough_of_a_network(hours(1000, 0, 1000)) == 1000 // FACTOR + 1


def test_key_of_a_burst_tells_hour_and_network_apart():
    burst = Burst(MIDNIGHT, 40)

    assert len({burst.key, Burst(MIDNIGHT, 40, "a").key, Burst(MIDNIGHT + timedelta(hours=1), 40).key}) == 3
