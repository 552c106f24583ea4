"""Tallies as readers see them. `result_of` asks the database for choices and tally, once each; the rest is pure."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.text.vietnamese import format_number
from polls.models import Tally
from polls.runoff import RunOff, run_off
from polls.workflow import Kind


@dataclass(frozen=True)
class Share:
    """One choice's part of the result; `percent` is whole."""

    choice: object
    votes: int
    percent: int


@dataclass(frozen=True)
class Result:
    """`total` ballots. The shares are of ballots, or of all ticks where several may be ticked (their `percent` add up
    to 100 in any case); in a ranking, of first places, and `run_off` tells the rest. `mean` is that of a scale, None
    without votes.
    """

    total: int
    shares: list[Share]
    run_off: RunOff | None = None
    mean: float | None = None


def result_of(poll, choices=None):
    """The Result of a poll at this instant, its choices in their own order."""
    choices = poll.choices.all() if choices is None else choices
    return count(poll.kind, list(choices), Tally.objects.patterns(poll.pk))


def results_of(polls):
    """The Result of each of several polls by its id, their choices at hand; one query, none without polls."""
    patterns = Tally.objects.patterns_of(polls) if polls else {}
    return {poll.pk: count(poll.kind, list(poll.choices.all()), patterns[poll.pk]) for poll in polls}


def count(kind, choices, patterns):
    """The Result of ballots that say `patterns`, {(ids of choices): ballots}."""
    ticks = Counter()
    for marks, ballots in patterns.items():
        for mark in marks[:1] if kind == Kind.RANKING else marks:
            ticks[mark] += ballots
    tallies = [ticks[choice.pk] for choice in choices]
    shares = [Share(*share) for share in zip(choices, tallies, percentages(tallies), strict=True)]
    return Result(
        total=sum(patterns.values()),
        shares=shares,
        run_off=_run_off(choices, patterns) if kind == Kind.RANKING else None,
        mean=_mean(shares) if kind == Kind.SCALE else None,
    )


def _run_off(choices, patterns):
    """With the choices themselves in place of their ids."""
    by_id = {choice.pk: choice for choice in choices}
    rankings = {tuple(by_id[mark] for mark in marks): ballots for marks, ballots in patterns.items()}
    return run_off(choices, rankings)


def _mean(shares):
    total = sum(share.votes for share in shares)
    return sum(int(share.choice.text) * share.votes for share in shares) / total if total else None


def percentages(tallies):
    """Whole percentages that add up to 100 by largest remainder; all 0 without votes. Ties go to the earlier."""
    total = sum(tallies)
    if not total:
        return [0] * len(tallies)
    percents = [100 * votes // total for votes in tallies]
    by_remainder = sorted(range(len(tallies)), key=lambda place: -(100 * tallies[place] % total))
    for place in by_remainder[: 100 - sum(percents)]:
        percents[place] += 1
    return percents


def vote_count(total):
    """`1.234 lượt bình chọn`; a sentence of its own where nobody has voted."""
    if not total:
        return _("No votes yet.")
    return ngettext("%(total)s vote", "%(total)s votes", total) % {"total": format_number(total)}
