"""What a view says of its page, and how it is answered from the store."""

import re
from functools import partial, wraps

from django.core.exceptions import ImproperlyConfigured
from django.db import Error
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from newsroom.pages import replica
from newsroom.pages.store import keeping, purges, shelf, sources

_PATH = re.compile(r"/[a-z0-9/._-]{0,300}")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_KEPT_HEADERS = ("Content-Type", "X-Robots-Tag")
SHARED = "max-age=60, stale-while-revalidate=60, stale-if-error=86400"
"""What shared caches may do (RFC 9213, RFC 5861). Browsers ask again each time: they cannot be purged."""


def stored(*tags: str, number: str = ""):
    """Decorator of a reader's view: its page is stored, with the tags given here and those that the view names while it
    runs (`shows`). It has to be the same bytes for everybody. `number` names the one query parameter that it knows; an
    address with any other query is answered, never stored. Only answers with 200 are.
    """

    def decorate(view):
        @wraps(view)
        def respond(request, *args, **kwargs):
            place, name = shelf.here(), _name(request, number)
            request.page_tags = {"*", *tags}
            if name is None:
                return _for_readers(view, request, *args, **kwargs)
            if place is None:
                return view(request, *args, **kwargs)
            return _from_store(place, name, request, lambda: view(request, *args, **kwargs))

        return respond

    return decorate


def for_readers(view):
    """Decorator of a reader's view that is not stored: what it asks may be asked of a replica."""
    return wraps(view)(partial(_for_readers, view))


def _for_readers(view, request, *args, **kwargs):
    place = shelf.here()
    if place is None or not replica.is_there() or request.method not in ("GET", "HEAD"):
        return view(request, *args, **kwargs)
    return _read(place, request, lambda: view(request, *args, **kwargs))[0]


def shows(request, *tags: str) -> None:
    """Say what the page shows; components say it of themselves. For pages that are not stored it does nothing."""
    if getattr(request, "page_tags", None) is not None:
        request.page_tags.update(tags)


def never_stored(request) -> None:
    """Say that this page, as it is now, changes by itself: it is answered and not stored."""
    request.page_tags = None


def _name(request, number):
    """Under which name the page of a request is stored; None where it is not."""
    query = request.META["QUERY_STRING"]
    key, _equals, value = query.partition("=")
    is_known = not query or (number and key == number and _NUMBER.fullmatch(value))
    if request.method not in ("GET", "HEAD") or not is_known or not _PATH.fullmatch(request.path):
        return None
    return None if "//" in request.path or "/." in request.path else shelf.name_of(request.path, query)


def _from_store(place, name, request, render):
    keeping.help_out(place)
    page = place.get(name)
    if page:
        return _answer(request, page, "recalled")
    with place.turn(name, is_patient=False) as is_mine:
        if is_mine:
            return _render(place, name, request, render)
    last_good = place.get(name, shelf.KEPT)
    if last_good:
        return _answer(request, last_good, "last-good")
    with place.turn(name, is_patient=True):
        page = place.get(name)
        return _answer(request, page, "recalled") if page else _render(place, name, request, render)


def _render(place, name, request, render):
    """Render the page and store it, unless something that it shows changed meanwhile."""
    response, sight = _read(place, request, render)
    if sight is None or response.status_code != 200 or request.page_tags is None:
        return response
    if response.cookies or response.has_header("Vary"):
        raise ImproperlyConfigured(f"{name} is stored, so it may neither set a cookie nor vary.")
    headers = {key: response[key] for key in _KEPT_HEADERS if key in response} | _told(request.page_tags)
    with place.locked():
        now = keeping.catch_up_locked(place)
        if now.history != sight.history or purges.overtaken(request.page_tags, sight):
            return response
        page = place.put(name, response.content, headers, request.page_tags, sight.at)
    return _answer(request, page, "rendered")


def _read(place, request, render):
    """The answer, and the sight that it was rendered with (`sources.choose`). Where the replica fails meanwhile, it is
    rendered again from the primary.
    """
    tags = set(getattr(request, "page_tags", None) or ())
    alias, sight = sources.choose(place, request)
    try:
        return _rendered(alias, render), sight
    except Error:  # whatever it is: right after a migration the replica may lack a column
        if alias == replica.PRIMARY:
            raise
    sources.avoid_replica()
    request.page_tags = tags
    sight = purges.look()
    return _rendered(replica.PRIMARY, render), sight


def _rendered(alias, render):
    with sources.watched(alias):
        response = render()
        if hasattr(response, "render") and callable(response.render):
            response.render()
    return response


def _told(tags):
    return {"Surrogate-Key": " ".join(sorted(tags - {"*"})), "CDN-Cache-Control": SHARED}


def _answer(request, page, how):
    response = HttpResponse(page.body, headers=page.headers)
    response["Cache-Control"] = "no-cache"
    response["ETag"] = page.etag
    response["Last-Modified"] = http_date(page.changed)
    response["X-Page"] = how
    return get_conditional_response(request, page.etag, page.changed, response)
