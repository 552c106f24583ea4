"""Readers' pages of polls, the same bytes for everybody, and the one address that takes a vote."""

from django.db import models
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from polls import seo, voter
from polls.models import Poll
from polls.origin import is_same_origin
from polls.results import result_of, vote_count
from polls.voting import Outcome, cast_vote


class Refusal(models.TextChoices):
    """Why a request to the ballot box was not looked into; the label is the sentence that the reader gets."""

    NOT_POSTED = (
        "not_posted",
        _("A vote is cast with the ballot on the page of the poll; opening this address counts nothing."),
    )
    FOREIGN = "foreign", _("Your vote was not counted, because it did not come from a page of this newspaper.")


# A status of its own for each answer, so that a script and a log can tell them apart.
STATUS = {
    Outcome.ACCEPTED: 200,
    Outcome.ALREADY_VOTED: 409,
    Outcome.CLOSED: 410,
    Outcome.UNKNOWN_CHOICE: 400,
    Outcome.UNKNOWN_POLL: 404,
    Refusal.FOREIGN: 403,
    Refusal.NOT_POSTED: 405,
}
# After these the ballot is of no more use to the reader.
FINAL = {Outcome.ACCEPTED, Outcome.ALREADY_VOTED, Outcome.CLOSED}
# What the address of the page after a vote may ask for: ?phieu=…
NOTICES = {"da-ghi": Outcome.ACCEPTED}


class SeeOther(HttpResponseRedirect):
    """Sends the browser on with a GET, so that reloading the next page does not vote again."""

    status_code = 303


@require_safe
def index(request):
    polls = {"open_polls": Poll.objects.open(), "closed_polls": Poll.objects.closed().with_totals()}
    return render(request, "polls/index.html", {**polls, "metadata": seo.for_index()})


@require_safe
def poll_page(request, slug, pk):
    poll = _known_poll(pk)
    if slug != poll.slug:
        return redirect(poll, permanent=True)
    if "phieu" in request.GET:
        return _thanks(request, poll)
    return _page(request, poll)


@csrf_exempt  # a stored page cannot carry a token: `is_same_origin` stands guard instead
@cache_control(no_store=True)
def vote(request, slug, pk):
    """Takes `choice=<id>` by POST. The number in the address says which poll; its slug is for people.

    Answers a page, or JSON where the request prefers it, with the statuses of `STATUS`; an accepted vote is
    answered to a page by 303 and is the only one that sets a cookie.
    """
    browser = voter.browser_of(request)
    answer = _refusal(request) or cast_vote(poll_id=pk, choice_id=_choice_id(request), voter=voter.digest(browser, pk))
    response = _answer(request, _known_poll(pk), answer)
    if answer is Outcome.ACCEPTED:
        voter.remember(response, browser)
    return response


def _known_poll(pk):
    return get_object_or_404(Poll.objects.published().with_now(), pk=pk)


def _refusal(request):
    if request.method != "POST":
        return Refusal.NOT_POSTED
    if not is_same_origin(request):
        return Refusal.FOREIGN
    return None


def _choice_id(request):
    try:
        return int(request.POST.get("choice", ""))
    except ValueError:
        return None


def _answer(request, poll, answer):
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        response = JsonResponse(_as_json(poll, answer), status=STATUS[answer])
    elif answer is Outcome.ACCEPTED:
        response = SeeOther(f"{poll.get_absolute_url()}?phieu=da-ghi#ket-qua")
    else:
        response = _page(request, poll, answer)
    if answer is Refusal.NOT_POSTED:
        response.headers["Allow"] = "POST"
    return response


def _as_json(poll, answer):
    result = result_of(poll.choices.all())
    return {
        "outcome": answer.value,
        "message": answer.label,
        "total": result.total,
        "summary": vote_count(result.total),
        "choices": [
            {"id": share.choice.pk, "text": share.choice.text, "votes": share.votes, "percent": share.percent}
            for share in result.shares
        ],
    }


@cache_control(no_store=True)
def _thanks(request, poll):
    return _page(request, poll, NOTICES.get(request.GET["phieu"]))


def _page(request, poll, answer=None):
    """The poll's page, as it is or as the answer to a vote; a page just looked at is always a 200."""
    choices = poll.choices.all()
    is_open = poll.is_open(poll.now)
    context = {
        "poll": poll,
        "choices": choices,
        "result": result_of(choices),
        "is_open": is_open,
        "takes_votes": is_open and answer not in FINAL,
        "answer": answer,
        "metadata": seo.for_poll(poll),
    }
    return render(request, "polls/poll.html", context, status=STATUS.get(answer, 200))
