"""How the API answers: the same bytes for everybody, kept by shared caches, and errors as problems by RFC 9457.

An answer to a reader is validated by its ETag alone. `Last-Modified` says when the newest of the shown prices was
recorded; it decides nothing, because a price can turn stale, or a later one be taken back, without any row as new.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from newsroom.pages.store import for_readers

READING = "GET, HEAD, OPTIONS"
CACHED = "public, max-age=60"

TITLES = {
    400: gettext_lazy("The request cannot be read."),
    401: gettext_lazy("The token is missing, wrong or revoked."),
    404: gettext_lazy("There is nothing at this address."),
    405: gettext_lazy("This address does not take this method."),
    413: gettext_lazy("The request is too large."),
    415: gettext_lazy("The request is not JSON."),
    429: gettext_lazy("Too many requests."),
}


@dataclass(frozen=True)
class Answer:
    """What a reader gets: `content` as JSON; `recorded` is when the newest price in it was, None without any."""

    content: dict
    recorded: datetime | None = None


class ProblemError(Exception):
    """The request is answered with an error. `errors` name the parameter or field and what is wrong with it."""

    def __init__(self, status: int, detail: str = "", *, errors: list[dict] | None = None, headers=None):
        super().__init__(detail)
        self.status, self.detail, self.errors, self.headers = status, detail, errors or [], headers or {}


def problem(error: ProblemError) -> HttpResponse:
    """The error as `application/problem+json`. Its type is the place where the page for people explains it."""
    said = {
        "type": f"{settings.SITE_URL}{reverse('api:page')}#loi-{error.status}",
        "title": str(TITLES[error.status]),
        "status": error.status,
        **({"detail": error.detail} if error.detail else {}),
        **({"errors": error.errors} if error.errors else {}),
    }
    headers = {"Cache-Control": "no-store", **error.headers}
    return HttpResponse(_json(said), status=error.status, content_type="application/problem+json", headers=headers)


def reading(view: Callable[..., Answer]):
    """For a view that reads: takes GET, HEAD and OPTIONS from pages of any origin, and answers problems as JSON."""

    @csrf_exempt  # so that a POST is told by JSON that there is none
    @for_readers
    @wraps(view)
    def respond(request, *args, **kwargs):
        response = _preflight() if request.method == "OPTIONS" else _read(view, request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
        return response

    return respond


def _read(view, request, *args, **kwargs):
    try:
        if request.method not in ("GET", "HEAD"):
            raise ProblemError(405, headers={"Allow": READING})
        return _cacheable(request, view(request, *args, **kwargs))
    except Http404:
        return problem(ProblemError(404))
    except ProblemError as error:
        return problem(error)


def _cacheable(request, answer):
    body = _json(answer.content)
    headers = {"Cache-Control": CACHED, "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
    if answer.recorded:
        headers["Last-Modified"] = http_date(answer.recorded.timestamp())
    response = HttpResponse(body, content_type="application/json", headers=headers)
    return get_conditional_response(request, etag=headers["ETag"], response=response)


def _preflight():
    headers = {
        "Allow": READING,
        "Access-Control-Allow-Methods": READING,
        "Access-Control-Allow-Headers": "If-None-Match",
        "Access-Control-Max-Age": "86400",
    }
    return HttpResponse(status=204, headers=headers)


def as_json(content: dict) -> HttpResponse:
    """An answer that no cache keeps."""
    return HttpResponse(_json(content), content_type="application/json", headers={"Cache-Control": "no-store"})


def _json(content):
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


@reading
def unknown_address(request, rest):
    """Whatever else lies under `/api/`."""
    raise ProblemError(404, _("The API begins at %(address)s.") % {"address": reverse("api:page")})
