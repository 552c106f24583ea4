"""Error pages. They render when the database is away, too: of it they need masthead and foot, which are remembered."""

import sys

from django.db import InterfaceError, OperationalError
from django.shortcuts import render

# Characters; shorter values are numbers and choices.
WORTH_KEEPING = 20


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def form_expired(request, reason=""):
    """A form without a valid token or sign-in: most often a page left open too long. What was typed is given back."""
    return render(request, "403_form.html", {"typed": typed(request)}, status=403)


def typed(request) -> list[str]:
    """The texts of a posted form that somebody would miss; never a password."""
    names = [name for name in request.POST if "password" not in name and name != "csrfmiddlewaretoken"]
    return [text for name in names for text in request.POST.getlist(name) if len(text) > WORTH_KEEPING]


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """500; 503 where the database is away, so that readers are told that it will pass, and the proxy can tell."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "30"
        return response
    return render(request, "500.html", status=500)
