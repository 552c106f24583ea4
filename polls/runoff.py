"""Instant run-off: who wins where readers ranked the choices. Pure."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Round:
    """One count: the ballots of each choice still in the race; those `exhausted` name none of them any more.

    `dropped` leaves the race after this round; None in the last one.
    """

    tallies: dict
    exhausted: int
    dropped: object = None


@dataclass(frozen=True)
class RunOff:
    """All rounds, and the winner: None only where nobody voted."""

    rounds: list[Round]
    winner: object


def run_off(choices, rankings) -> RunOff:
    """Count `rankings`, {(most liked, next, …): ballots}, over `choices` in the order of the ballot paper.

    In each round a ballot counts for the choice still in the race that it ranks highest. Whoever has more than half of
    them wins; else the weakest leaves. Of equally weak ones that one leaves which was weaker in the round before, and
    so on back to the first; where all rounds were equal, the one that stands lower on the paper.
    """
    running, rounds = list(choices), []
    while running:
        rankings = _narrowed(rankings, running)
        tallies = _tallies(running, rankings)
        continuing = sum(tallies.values())
        exhausted = rankings.get((), 0)
        leader = max(running, key=tallies.get)
        if 2 * tallies[leader] > continuing or len(running) == 1:
            rounds.append(Round(tallies, exhausted))
            return RunOff(rounds, leader if continuing else None)
        weakest = _weakest(running, tallies, rounds)
        rounds.append(Round(tallies, exhausted, weakest))
        running = [choice for choice in running if choice != weakest]
    return RunOff(rounds, None)


def _narrowed(rankings, running):
    """The same rankings without the choices that left; what has become equal is counted together."""
    narrowed = Counter()
    for ranking, ballots in rankings.items():
        narrowed[tuple(choice for choice in ranking if choice in running)] += ballots
    return narrowed


def _tallies(running, rankings):
    tallies = dict.fromkeys(running, 0)
    for ranking, ballots in rankings.items():
        if ranking:
            tallies[ranking[0]] += ballots
    return tallies


def _weakest(running, tallies, rounds):
    history = [tallies, *(earlier.tallies for earlier in reversed(rounds))]
    return min(running, key=lambda choice: ([told[choice] for told in history], -running.index(choice)))
