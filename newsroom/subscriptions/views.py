"""Readers' pages of subscriptions. Opening one changes nothing; who posts to a signed address has its letter."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from markets.models import Instrument
from newsroom.pages.metadata import Kind, Metadata, absolute
from newsroom.pages.origin import is_same_origin
from newsroom.pages.redirects import SeeOther
from newsroom.subscriptions import actions, limits, links
from newsroom.subscriptions.forms import LevelForm
from newsroom.subscriptions.models import Subscription
from newsroom.subscriptions.querysets import UNCONFIRMED_KEPT

HOURS = int(UNCONFIRMED_KEPT.total_seconds() // 3600)
READ_OR_POST = ["GET", "HEAD", "POST"]


@csrf_exempt  # a stored page cannot carry a token: `is_same_origin` stands guard instead
@sensitive_post_parameters("email")
@require_http_methods(READ_OR_POST)
def price(request, slug):
    """The form for an instrument; a POST asks. The answer is the same whether the address is known or not."""
    instrument = get_object_or_404(Instrument.objects.select_related("group").with_latest(), slug=slug)
    if not (instrument.latest and instrument.latest.reference):
        raise Http404
    if request.method != "POST":
        return _form(request, instrument, LevelForm(instrument))
    return _ask(request, instrument)


@cache_control(no_store=True)
def _ask(request, instrument):
    form = LevelForm(instrument, request.POST)
    if not is_same_origin(request):
        return _form(request, instrument, form, refused="foreign", status=403)
    if not form.is_valid():
        return _form(request, instrument, form, status=400)
    if not limits.admits_network(request):
        return _form(request, instrument, form, refused="crowded", status=429)
    actions.ask_later(form.cleaned_data["email"], instrument, form.cleaned_data["level"])
    return SeeOther(reverse("subscriptions:asked"))


def _form(request, instrument, form, refused="", status=200):
    url = absolute(reverse("subscriptions:price", args=[instrument.slug]))
    title = _("Price alert: %(instrument)s") % {"instrument": instrument}
    metadata = Metadata(kind=Kind.PAGE, title=title, url=url)
    facts = {"instrument": instrument, "form": form, "refused": refused, "hours": HOURS, "metadata": metadata}
    return render(request, "subscriptions/price.html", facts, status=status)


@require_safe
def asked(request):
    """What to do next: the same for everybody."""
    return render(request, "subscriptions/asked.html", {"hours": HOURS})


@csrf_exempt  # the address itself is the secret
@cache_control(no_store=True)
@require_http_methods(READ_OR_POST)
def confirm(request, token):
    """A GET asks whether it is meant, because programs that look through mail open every link; a POST confirms."""
    key = links.read_confirm(token)
    if request.method == "POST" and key:
        found = actions.confirm(key)
        return _private(request, "confirmed" if found else "gone", found)
    found = key and Subscription.objects.select_related("instrument").filter(pk=key).first()
    return _private(request, "confirm" if found else "gone", found or None)


@csrf_exempt  # mail programs post here for their readers, by RFC 8058
@cache_control(no_store=True)
@require_http_methods(READ_OR_POST)
def leave(request, token):
    """A GET asks; a POST deletes everything of the address, or with `only` that one subscription."""
    key = links.read_leave(token)
    if key is None:
        return _private(request, "gone", None)
    if request.method == "POST":
        actions.leave(key, only="only" in request.POST)
        return _private(request, "left", None)
    found = Subscription.objects.select_related("instrument").filter(pk=key).first()
    return _private(request, "leave" if found else "left", found)


def _private(request, page, subscription):
    """A page of one reader: never stored, never listed, and its address is told to nobody."""
    facts = {"subscription": subscription, "hours": HOURS, "instrument": subscription and subscription.instrument}
    response = render(request, f"subscriptions/{page}.html", facts, status=404 if page == "gone" else 200)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
