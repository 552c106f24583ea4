"""What the desk learns of a poll's ballots: by the hour, by place on the site, and what looks like a machine.

Two statements, whatever the number of ballots: both read the index `ballot_recent_of_network` alone.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from django.db.models.functions import TruncHour

from polls import bursts
from polls.models import Standing
from polls.models.ballot import Place
from polls.results import percentages

MOST_NETWORKS = 20
"""Bursts of networks that are shown; who has taken these out sees the next."""


@dataclass(frozen=True)
class Figures:
    """`hours` is {first moment of an hour: Counter of Standing}, `places` [(words, counted ballots, percent)],
    `bursts` what stands out among the ballots that are not discarded.
    """

    hours: dict
    places: list
    bursts: list

    @property
    def standings(self):
        """Ballots by Standing, all together."""
        return sum(self.hours.values(), Counter())


def figures_of(poll) -> Figures:
    """The figures of a poll at this instant."""
    hours, places = {}, Counter()
    for hour, place, standing, number in _by_hour(poll.ballots).values_list("hour", "place", "standing", "number"):
        hours.setdefault(hour, Counter())[standing] += number
        places[place] += number if standing == Standing.COUNTED else 0
    return Figures(hours, _shares(places), _bursts(poll, hours))


def batch(poll, burst):
    """The ballots of a burst."""
    ballots = poll.ballots.filter(created_at__gte=burst.hour, created_at__lt=burst.hour + timedelta(hours=1))
    return ballots.filter(network=burst.network) if burst.network else ballots


def _by_hour(ballots):
    grouped = ballots.order_by().annotate(hour=TruncHour("created_at")).values("hour", "place", "standing")
    return grouped.annotate(number=Count("*"))


def _bursts(poll, hours):
    alive = {hour: standings.total() - standings[Standing.DISCARDED] for hour, standings in hours.items()}
    return [*_networks(poll, bursts.enough_of_a_network(alive)), *bursts.loud_hours(alive)]


def _networks(poll, enough):
    """The loudest first."""
    ballots = poll.ballots.exclude(standing=Standing.DISCARDED).exclude(network="").order_by()
    grouped = ballots.annotate(hour=TruncHour("created_at")).values("hour", "network").annotate(number=Count("*"))
    loud = grouped.filter(number__gte=enough).order_by("-number", "hour", "network")[:MOST_NETWORKS]
    return [bursts.Burst(**facts) for facts in loud]


def _shares(places):
    known = [*Place.choices, ("", None)]
    shares = zip(known, percentages([places[place] for place, _label in known]), strict=True)
    return [(label, places[place], percent) for (place, label), percent in shares if places[place]]
