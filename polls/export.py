"""Ballots as CSV, without anything that leads to a reader: no voter, no digest, no minute, in no order.

Which columns, and why not more, stands in docs/decisions/0017.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models.functions import TruncHour
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from newsroom.text import sheets
from newsroom.text.vietnamese import format_datetime
from polls import rights
from polls.actions import Act, record
from polls.models import Standing
from polls.models.ballot import Place
from polls.workflow import Kind

ONE_ANSWER = {Kind.ONE, Kind.SCALE}
AT_ONCE = 2000
"""Ballots that are held in memory."""


def lines(poll, *, by):
    """An iterator over the lines, the head first, for a stream. That `by` took them is on the trail before the first.

    Readers' reasons are a column for those who hold `polls.read_reasons`: they are free text, and may say who wrote.
    """
    if not (by.has_perm("polls.review_ballots") and rights.may_see_result(by, poll)):
        raise PermissionDenied
    record(poll, Act.EXPORTED, by)
    with_reasons = poll.asks_reason and by.has_perm("polls.read_reasons")
    return _lines(poll, list(poll.choices.all()), with_reasons)


def _lines(poll, choices, with_reasons):
    """In the paper's language, whoever asks: a stream is read when the desk's own is put away already."""
    with translation.override(settings.LANGUAGE_CODE):
        head = [_("Hour"), _("Place"), pgettext("ballot", "Standing"), *_answers(poll.kind, choices)]
        places, standings = _labels(Place), _labels(Standing)
        reason = [_("Reason")] if with_reasons else []
    yield sheets.BOM + sheets.line([*head, *reason])
    for hour, place, standing, marks, said in _shuffled(poll):
        known = [format_datetime(hour), places.get(place, ""), standings[standing]]
        yield sheets.line([*known, *_cells(poll.kind, choices, marks), *([said] if with_reasons else [])])


def _answers(kind, choices):
    """One column where one answer is given, else one for each, since their texts may hold any sign."""
    return [pgettext("poll", "Answer")] if kind in ONE_ANSWER else [choice.text for choice in choices]


def _cells(kind, choices, marks):
    """The answer; or under each 1 where it was ticked, in a ranking its rank."""
    if kind in ONE_ANSWER:
        return [choice.text for choice in choices if choice.pk in marks] or [""]
    ranks = {mark: rank if kind == Kind.RANKING else 1 for rank, mark in enumerate(marks, 1)}
    return [ranks.get(choice.pk, "") for choice in choices]


def _shuffled(poll):
    """So that the order does not tell who was first within an hour."""
    ballots = poll.ballots.annotate(hour=TruncHour("created_at")).order_by("?")
    return ballots.values_list("hour", "place", "standing", "choices", "reason").iterator(chunk_size=AT_ONCE)


def _labels(names):
    return {value: str(label) for value, label in names.choices}
