"""Polls for other sites: a page for their frames, and JSON for their programs. Nobody votes there."""

from functools import wraps

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import conditional_page, require_safe

from newsroom.pages.embeds import framed
from newsroom.pages.metadata import absolute
from polls import embeds
from polls.results import result_of
from polls.views import known_poll, result_as_json


def _by_its_slug(view):
    """The view takes a poll that readers may know of; a wrong slug redirects to the right one."""

    @wraps(view)
    def respond(request, slug, pk):
        poll = known_poll(pk)
        if slug != poll.slug:
            return redirect(f"polls:{request.resolver_match.url_name}", poll.slug, pk, permanent=True)
        return view(request, poll)

    return respond


@framed
@_by_its_slug
def frame(request, poll):
    """The question with its choices, or its result where that is public, and the way to our page to vote. A vote cast
    inside somebody's page could be one that the reader was tricked into, and the browser blocks our cookie there.
    """
    result = result_of(poll) if poll.result_is_public else None
    context = {"poll": poll, "result": result, "choices": poll.choices.all(), "is_open": poll.is_open(poll.now)}
    context |= {"from_outside": embeds.FROM_OUTSIDE, "thing_url": poll.get_absolute_url()}
    return render(request, "polls/frame.html", context)


@require_safe
@conditional_page
@_by_its_slug
def as_json(request, poll):
    """Question, choices, state; the result where every reader may know it, and no trace of it otherwise."""
    said = {
        "id": poll.pk,
        "url": absolute(poll.get_absolute_url()),
        "question": poll.question,
        "intro": poll.intro,
        "kind": poll.kind,
        "state": poll.state(poll.now),
        "opens_at": poll.opens_at,
        "closes_at": poll.closes_at,
        "choices": [{"id": choice.pk, "text": choice.text} for choice in poll.choices.all()],
    }
    if poll.result_is_public:
        said["result"] = result_as_json(result_of(poll))
    return JsonResponse(said, headers={"Access-Control-Allow-Origin": "*"})
