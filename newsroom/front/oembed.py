"""How other sites show a poll or a price of ours: the provider's side of oEmbed 1.0 (oembed.com), in JSON."""

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from newsroom.front.models import Paper
from newsroom.pages import embeds
from newsroom.pages.metadata import absolute
from newsroom.pages.store import for_readers

# Seconds for which the answer holds; what is inside the frame renews itself.
KEPT = 86_400


@for_readers
@require_safe
def oembed(request):
    """The frame for `?url=`, the whole address of a page of ours, within `maxwidth` and `maxheight`. 404 for whatever
    is not ours, not there or not public, which are not told apart; 501, as the standard has it, for another format.
    """
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=501)
    frame = embeds.frame_of(request.GET.get("url", ""))
    if frame is None:
        raise Http404
    return JsonResponse(_facts(frame, request.GET), headers={"Access-Control-Allow-Origin": "*"})


def _facts(frame, asked):
    width = _at_most(embeds.WIDTH, asked.get("maxwidth", ""))
    height = _at_most(frame.height(width), asked.get("maxheight", ""))
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": Paper.current().name,
        "provider_url": absolute("/"),
        "cache_age": KEPT,
        "width": width,
        "height": height,
        "html": frame.code(width, height),
    }


def _at_most(wanted, limit):
    """Our size, or the limit where it is a whole number and smaller."""
    is_number = limit.isascii() and limit.isdigit() and 0 < len(limit) < 6
    return min(wanted, int(limit)) if is_number and int(limit) else wanted
