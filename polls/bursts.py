"""When do ballots come too fast? The poll's own rhythm is the measure. Pure: numbers by the hour in, marks out.

An hour is a burst when it has at least FLOOR ballots and more than FACTOR times the ordinary hour around it, which is
the median of the other hours with votes within a day before and after. A network is one when it alone sends, within
an hour, at least FLOOR ballots and more than one part in FACTOR of what the whole poll gets in its ordinary hour.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

FLOOR = 30
"""As many as one address may send in a minute without anybody asking."""
FACTOR = 5
AROUND = timedelta(days=1)
FEWEST = 3
"""Hours that make a rhythm."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Burst:
    """`number` ballots that came in the hour from `hour` on: all of them, or those of one `network` (a digest)."""

    hour: datetime
    number: int
    network: str = ""

    @property
    def key(self):
        """What a form sends back to name it."""
        return f"{self.hour.isoformat()}/{self.network}"


def loud_hours(hours):
    """The bursts among `hours`, {first moment of an hour: ballots}, oldest first."""
    return [Burst(hour, number) for hour, number in sorted(hours.items()) if _is_loud(hour, number, hours)]


def enough_of_a_network(hours):
    """How many ballots of one network in one hour are a burst."""
    return max(FLOOR, int(_ordinary(hours.values()) / FACTOR) + 1)


def _is_loud(hour, number, hours):
    if number < FLOOR:
        return False
    around = [hours.get(hour + step * HOUR, 0) for step in range(-_STEPS, _STEPS + 1) if step]
    return len([other for other in around if other]) >= FEWEST and number > FACTOR * _ordinary(around)


def _ordinary(numbers):
    """The median of the hours in which anybody voted."""
    return median([number for number in numbers if number] or [0])


_STEPS = AROUND // HOUR
