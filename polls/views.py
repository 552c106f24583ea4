"""Readers' pages of polls, the same bytes for everybody, and the one address that takes a vote."""

from django.db import models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from newsroom.pages.origin import is_same_origin
from newsroom.pages.previews import for_the_invited
from newsroom.pages.redirects import SeeOther
from newsroom.pages.store import never_stored, shows, stored
from polls import ballots, challenge, embeds, previews, seo, voter
from polls.method import method_of
from polls.models import Poll, PollLink, Tally
from polls.models.ballot import Place
from polls.results import result_of, vote_count
from polls.traces import sender_of
from polls.voting import IN_THE_BOX, Outcome, cast_vote


class Refusal(models.TextChoices):
    """Why a request to the ballot box was not looked into; the label is the sentence that the reader gets."""

    NOT_POSTED = (
        "not_posted",
        _("A vote is cast with the ballot on the page of the poll; opening this address counts nothing."),
    )
    FOREIGN = "foreign", _("Your vote was not counted, because it did not come from a page of this newspaper.")
    UNREADABLE = "unreadable", _("Your vote was not counted, because it did not arrive whole. Please vote again.")
    TOO_LARGE = "too_large", _("Your vote was not counted, because it says more than a ballot can hold.")
    NO_PROOF = "no_proof", _("Your vote was not counted, because its proof is not valid any more. Please vote again.")


# A status of its own for each kind of answer, so that a script and a log can tell them apart.
STATUS = {
    Outcome.ACCEPTED: 200,
    Outcome.CHANGED: 200,
    Outcome.PENDING: 202,
    Outcome.REPEATED: 409,
    Outcome.ALREADY_VOTED: 409,
    Outcome.CHALLENGED: 428,
    Outcome.CROWDED: 429,
    Outcome.CLOSED: 410,
    Outcome.UNKNOWN_CHOICE: 400,
    Outcome.TOO_MANY_CHOICES: 400,
    Outcome.UNKNOWN_POLL: 404,
    Refusal.FOREIGN: 403,
    Refusal.NOT_POSTED: 405,
    Refusal.UNREADABLE: 400,
    Refusal.TOO_LARGE: 413,
    Refusal.NO_PROOF: 400,
}
# After these the ballot is of no more use to the reader.
FINAL = {Outcome.ACCEPTED, Outcome.CHANGED, Outcome.PENDING, Outcome.REPEATED, Outcome.ALREADY_VOTED, Outcome.CLOSED}
# Whoever is answered so has voted.
VOTED = FINAL - {Outcome.CLOSED}
# What the address of the page after a vote says (?phieu=…), so that reloading it does not vote again.
NOTICES = {"da-ghi": Outcome.ACCEPTED, "da-doi": Outcome.CHANGED, "cho-duyet": Outcome.PENDING}
WORDS = {answer: word for word, answer in NOTICES.items()}


@stored("polls")
@require_safe
def index(request):
    polls = list(Poll.objects.published().with_now())
    # Nothing is counted of a sealed result, so that no answer takes longer for what is in it.
    totals = Tally.objects.totals_of([poll for poll in polls if poll.result_is_public])
    for poll in polls:
        poll.total_votes = totals[poll.pk]
    if any(poll.is_open(poll.now) and poll.result_is_public for poll in polls):
        never_stored(request)  # every vote makes it another page
    context = {
        "open_polls": [poll for poll in polls if poll.is_open(poll.now)],
        "closed_polls": [poll for poll in polls if poll.is_closed(poll.now)],
        "metadata": seo.for_index(),
    }
    return render(request, "polls/index.html", context)


@stored()
@require_safe
def poll_page(request, slug, pk):
    poll = known_poll(pk)
    shows(request, f"poll:{pk}")
    if poll.is_open(poll.now) and poll.shows_result(poll.now):
        never_stored(request)  # every vote makes it another page
    if slug != poll.slug:
        query = request.META["QUERY_STRING"]
        return redirect(f"{poll.get_absolute_url()}{'?' if query else ''}{query}", permanent=True)
    if "phieu" in request.GET:
        return _thanks(request, poll)
    return _page(request, poll)


@csrf_exempt  # a stored page cannot carry a token: `is_same_origin` stands guard instead
@cache_control(no_store=True)
def vote(request, slug, pk):
    """Takes a ballot (`polls.ballots.read`) by POST. The number in the address says which poll; its slug is for people.

    Answers a page, or JSON where the request prefers it, with the statuses of `STATUS`; what changed something is
    answered to a page by 303. Only a vote that lies in the ballot box sets a cookie.
    """
    refused = _refusal(request)
    if refused:
        return _answer(request, slug, pk, refused)
    try:
        paper = ballots.read(request)
    except ballots.UnreadableError:
        return _answer(request, slug, pk, Refusal.UNREADABLE)
    except ballots.TooLargeError:
        return _answer(request, slug, pk, Refusal.TOO_LARGE)
    return _cast(request, slug, pk, paper)


def _cast(request, slug, pk, paper):
    browser = voter.browser_of(request, paper.key)
    name = voter.digest(browser, pk)
    if paper.proof and not challenge.is_proof(paper.proof, pk, name):
        return _answer(request, slug, pk, Refusal.NO_PROOF)
    is_nameless = not (paper.key or voter.COOKIE in request.COOKIES)
    can = {"has_script": bool(paper.key), "has_proved": bool(paper.proof)}
    sender = sender_of(request, poll_id=pk, is_nameless=is_nameless, **can)
    answer = cast_vote(
        poll_id=pk, choices=paper.choices, voter=name, reason=paper.reason, place=paper.place, sender=sender
    )  # fmt: skip
    task = challenge.issue(pk, name) if answer is Outcome.CHALLENGED else None
    response = _answer(request, slug, pk, answer, task)
    if answer in IN_THE_BOX:
        voter.remember(response, browser)
    return response


def known_poll(pk):
    """The poll that readers may know of, `with_now()`; else Http404."""
    return get_object_or_404(Poll.objects.published().with_now(), pk=pk)


def _refusal(request):
    if request.method != "POST":
        return Refusal.NOT_POSTED
    if not is_same_origin(request):
        return Refusal.FOREIGN
    return None


def _answer(request, slug, pk, answer, task=None):
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        response = JsonResponse(_as_json(known_poll(pk), slug, answer, task), status=STATUS[answer])
    elif answer in WORDS:
        response = SeeOther(_page_after(slug, pk, answer))
    else:
        response = _page(request, known_poll(pk), answer, STATUS[answer], has_voted=answer in VOTED)
    if answer is Refusal.NOT_POSTED:
        response.headers["Allow"] = "POST"
    return response


def _page_after(slug, pk, answer):
    """Whoever has voted goes there. By the slug that was asked for: the vote was all that the database had to do."""
    return f"{reverse('polls:poll', args=[slug, pk])}?phieu={WORDS.get(answer, '')}#ket-qua"


def _as_json(poll, slug, answer, task):
    said = {"outcome": answer.value, "message": answer.label, **({"challenge": task} if task else {})}
    if poll.shows_result(poll.now, has_voted=answer in VOTED):
        said |= result_as_json(result_of(poll)) | {"page": _page_after(slug, poll.pk, answer)}
    return said


def result_as_json(result):
    """A Result (`polls.results`) for programs."""
    return {
        "total": result.total,
        "summary": vote_count(result.total),
        "choices": [
            {"id": share.choice.pk, "text": share.choice.text, "votes": share.votes, "percent": share.percent}
            for share in result.shares
        ],
    }


@cache_control(no_store=True)
def _thanks(request, poll):
    """The page after a vote: whoever types its address has not voted for that."""
    return _page(request, poll, NOTICES.get(request.GET["phieu"]), has_voted=voter.has_voted(request, poll))


def _page(request, poll, answer=None, status=200, has_voted=False):
    """The poll's page, as it is or as the answer to a vote."""
    context = context_of(poll, answer, has_voted)
    if embeds.FROM_OUTSIDE in request.GET:
        context["place"] = Place.EMBED
    return render(request, "polls/poll.html", context, status=status)


@for_the_invited(PollLink.objects.select_related("poll", "made_by").by_token, previews.opens)
def preview(request, link):
    """What a preview link shows: the poll as readers will see it; once they do, their page."""
    poll = Poll.objects.with_now().get(pk=link.poll_id)
    if poll.is_public(poll.now):
        return redirect(poll)
    if request.method == "GET":
        link.count_opening()
    return render(request, "polls/preview.html", preview_of(poll) | {"link": link})


def preview_of(poll):
    """What the page of a poll that readers do not see shows; its ballot casts nothing."""
    return context_of(poll) | {"is_preview": True, "takes_votes": True, "metadata": None, "frame": None}


def context_of(poll, answer=None, has_voted=False):
    """What the page of a poll shows. `poll` must be `with_now()`; where the result
    is sealed it is not even counted, so that no answer takes longer for what is in it.
    """
    choices = list(poll.choices.all())
    is_open = poll.is_open(poll.now)
    result = result_of(poll, choices) if poll.shows_result(poll.now, has_voted) else None
    return {
        "poll": poll,
        "choices": choices,
        "corrections": poll.corrections.select_related("choice"),
        "result": result,
        "method": method_of(poll, result),
        "is_open": is_open,
        "takes_votes": is_open and (poll.may_change or answer not in FINAL),
        "answer": answer,
        "frame": embeds.frame_of(poll, choices) if poll.is_public(poll.now) else None,
        "metadata": seo.for_poll(poll),
    }
