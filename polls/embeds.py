"""Polls in stories and on other sites."""

import re
from functools import partial

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsroom.pages.embeds import MOST_FOUND, Found, Frame, Lender
from polls.models import Poll
from polls.results import results_of
from polls.workflow import State

# What the frame's way to our page adds to its address, so that a vote from there is counted as one from outside.
FROM_OUTSIDE = "nhung"


def _draw(asks, at):
    """A ballot while the poll takes votes, then the result where readers may know it. Two queries for open polls, three
    where one has closed. When the story appeared does not matter.
    """
    numbers = {int(ask.ref): ask for ask in asks}
    polls = Poll.objects.published().with_now().filter(pk__in=numbers).prefetch_related("choices")
    told = results_of([poll for poll in polls if poll.is_closed(poll.now) and poll.result_is_public])
    return {numbers[poll.pk]: _in_story(poll, told.get(poll.pk)) for poll in polls}


def _in_story(poll, result):
    facts = {"choices": poll.choices.all(), "is_open": poll.is_open(poll.now), "result": result}
    return render_to_string("polls/_in_story.html", {"poll": poll, **facts})


def _search(words, user):
    """The newest; those that readers do not see only for who may see them at the desk."""
    polls = Poll.objects.all() if user.has_perm("polls.view_poll") else Poll.objects.published()
    found = polls.with_now().filter(question__unaccent__icontains=words)[:MOST_FOUND]
    return [Found(poll.question, poll.get_absolute_url(), str(State(poll.state(poll.now)).label)) for poll in found]


def _frame(ref):
    poll = Poll.objects.published().filter(pk=ref).first()
    return poll and frame_of(poll, poll.choices.all())


def frame_of(poll, choices) -> Frame:
    """A public poll and its choices for other sites."""
    path = reverse("polls:frame", args=[poll.slug, poll.pk])
    return Frame(poll.question, poll.get_absolute_url(), path, partial(_height, poll.question, choices))


def _height(question, choices, width):
    """Enough for question, choices or bars, and button; letters are counted as wide as the widest lines have them."""
    rows = sum(_lines(choice.text, width, letter=8.5) * 21 + 40 for choice in choices)
    return int(250 + _lines(question, width, letter=11) * 27 + rows)


def _lines(text, width, letter):
    return -(-len(text) * letter // max(width - 34, 100))


POLL = Lender(
    path=re.compile(r"/binh-chon/[-\w]+-(?P<ref>[0-9]{1,18})/", re.ASCII),
    kinds={"poll": _("Reader poll")},
    draw=_draw,
    tags=lambda ref: [f"poll:{ref}"],
    search=_search,
    frame=_frame,
)
