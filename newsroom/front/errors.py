"""Error pages. They must render when the database is away, so they ask it nothing."""

from django.shortcuts import render


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def form_expired(request, reason=""):
    """A form without a valid token: most often a page left open until the sign-in ran out."""
    return render(request, "403_form.html", status=403)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    return render(request, "500.html", status=500)
