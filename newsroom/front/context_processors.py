from functools import partial

from django.conf import settings
from django.db import Error
from django.utils.functional import SimpleLazyObject

from articles import reading
from newsroom.front.models import Paper
from newsroom.pages.store import shows

_last = {}


def paper(request):
    """What every page says of the paper; the same for everybody. Each asks the database once, and only if used.

    While the database is away they say what they said last in this process, so that an error page is whole.
    """
    return {
        "SITE_URL": settings.SITE_URL,
        "here": (),
        "at": None,
        "paper": SimpleLazyObject(partial(_remembered, request, "paper", Paper.current, Paper(pk=Paper.ONLY))),
        "sections": SimpleLazyObject(partial(_remembered, request, "sections", reading.top_sections, [])),
    }


def _remembered(request, name, ask, nothing):
    shows(request, name)
    try:
        _last[name] = ask()
    except Error:
        return _last.get(name, nothing)
    return _last[name]
