"""Tallies as readers see them. Pure functions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.text.vietnamese import format_number


@dataclass(frozen=True)
class Share:
    """One choice's part of the result; `percent` is whole."""

    choice: object
    votes: int
    percent: int


@dataclass(frozen=True)
class Result:
    total: int
    shares: list[Share]


def result_of(choices):
    """The Result of choices (anything with `votes`), in their own order."""
    choices = list(choices)
    tallies = [choice.votes for choice in choices]
    shares = zip(choices, tallies, percentages(tallies), strict=True)
    return Result(total=sum(tallies), shares=[Share(*share) for share in shares])


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
