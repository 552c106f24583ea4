"""Polls of the demonstration with their votes: cast through the verb one by one, then moved back over the days."""

import random
from datetime import timedelta
from itertools import zip_longest

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.crypto import get_random_string

from newsroom.desk.demo.pictures import draw
from polls import actions, previews
from polls.models import Ballot, Choice, Poll
from polls.models.ballot import Place
from polls.pictures import tidy
from polls.traces import Sender
from polls.voting import NOBODY, cast_vote

CREDIT = "Minh họa: Đăng Khoa"
HEX = "0123456789abcdef"
# How much of a day's votes falls into each hour, and of all votes into each place.
DAY = (2, 1, 1, 1, 2, 5, 9, 11, 9, 7, 7, 9, 10, 8, 6, 6, 7, 8, 9, 12, 14, 12, 8, 4)
PLACES = {Place.PAGE: 30, Place.SIDE: 50, Place.STORY: 15, Place.EMBED: 5}
CROWDED_HOUR = 14


def load(facts, *, by):
    """One poll of `paper` or `questions` with its votes."""
    opened = timezone.now() - timedelta(days=facts.get("opened", 6 if facts.get("open") else 40))
    ends = opened + timedelta(days=30) if facts.get("open") is False else None
    if "closes" in facts:
        ends = timezone.now() + timedelta(days=facts["closes"])
    poll = actions.move("publish", _write(facts, opened, ends, by), by=by)
    with_fate = random.Random(poll.question)  # noqa: S311 (the same demonstration every time)
    _cast(poll, facts, with_fate)
    if ends and ends < timezone.now():
        actions.move("close", poll, by=by)
        Poll.objects.filter(pk=poll.pk).update(closes_at=ends)
    _move_back(poll, opened, min(ends or timezone.now(), timezone.now()), with_fate)


def draft(facts, *, by):
    """One poll that readers do not see yet, with a link for people without an account."""
    previews.make(_write(facts, timezone.now(), None, by), by=by)


def _write(facts, opened, ends, by):
    on_front = facts.get("on_front", facts.get("open", False))
    poll = Poll(question=facts["question"], intro=facts["intro"], opens_at=opened, on_front=on_front)
    poll.closes_at = ends if ends and ends > timezone.now() else None
    for name, value in facts.get("fields", {}).items():
        setattr(poll, name, value)
    poll.full_clean(exclude=["slug"])
    actions.create(poll, by=by)
    motifs = facts.get("pictures", ())
    for order, (text, motif) in enumerate(zip_longest(_texts(facts), motifs)):
        choice = Choice(poll=poll, text=text, order=order)
        if motif:
            choice.picture, choice.credit = tidy(ContentFile(draw(motif, text))), CREDIT
        choice.full_clean()
        choice.save()
    return poll


def _texts(facts):
    return [choice if isinstance(choice, str) else choice[0] for choice in facts["choices"]]


def _cast(poll, facts, fate):
    """Every ballot; what the crowd sends too fast waits for review."""
    choices = list(poll.choices.all())
    ballots = facts.get("ballots") or [((place,), votes) for place, (_text, votes) in enumerate(facts["choices"])]
    reasons = list(facts.get("reasons", ()))
    for places, number in ballots:
        for _ballot in range(number):
            _vote(poll, choices, places, fate, reason=reasons.pop() if reasons else "")
    if "crowd" in facts:
        places, number = facts["crowd"]
        address, network = (get_random_string(32, HEX) for _digest in range(2))
        for _ballot in range(number):
            _vote(poll, choices, places, fate, sender=Sender(address=address, network=network))


def _vote(poll, choices, places, fate, reason="", sender=NOBODY):
    where = fate.choices(list(PLACES), PLACES.values())[0]
    marks, voter = [choices[place].pk for place in places], get_random_string(64, HEX)
    cast_vote(poll_id=poll.pk, choices=marks, voter=voter, reason=reason, place=where, sender=sender)


def _move_back(poll, opened, until, fate):
    """As if the votes had come by day and hardly by night, and the crowd yesterday afternoon."""
    hours = [opened + timedelta(hours=step) for step in range(int((until - opened) / timedelta(hours=1)))]
    weights = [DAY[timezone.localtime(hour).hour] for hour in hours]
    crowded = (timezone.localtime(until) - timedelta(days=1)).replace(hour=CROWDED_HOUR, minute=10)
    ballots = list(poll.ballots.all())
    for ballot in ballots:
        came = fate.choices(hours, weights)[0] + timedelta(seconds=fate.randrange(3600))
        ballot.created_at = crowded + timedelta(seconds=fate.randrange(1200)) if ballot.network else came
    Ballot.objects.bulk_update(ballots, ["created_at"])
