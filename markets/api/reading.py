"""What everybody may read. Constant queries whatever is shown; held prices are no quotes, so none can be asked for."""

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from markets import seo
from markets.api import document, shapes
from markets.api.answers import Answer, reading
from markets.api.asked import DAYS, LARGEST_PAGE, MOST_DAYS, PAGE, Asked
from markets.models import Group, Instrument
from markets.stale import judged
from newsroom.pages.store import stored


@reading
def groups(request):
    """All price groups, in the order of the page."""
    Asked(request.GET, ())
    return Answer({"groups": [shapes.group(group) for group in Group.objects.all()]})


@reading
def instruments(request):
    """What is quoted, by slug."""
    found, following = _page(request, Instrument.objects.select_related("group"))
    return Answer({"instruments": [shapes.facts(instrument) for instrument in found], "next": following})


@reading
def prices(request):
    """The latest price of each instrument, by slug."""
    found, following = _page(request, Instrument.objects.select_related("group").with_latest().with_clock())
    shown = [shapes.price(instrument) for instrument in judged(found)]
    return Answer({"prices": shown, "next": following}, _newest(one.latest for one in found))


@reading
def price(request, slug):
    """One instrument with its latest price."""
    Asked(request.GET, ())
    wanted = Instrument.objects.select_related("group").with_latest().with_clock()
    [instrument] = judged([get_object_or_404(wanted, slug=slug)])
    return Answer(shapes.price(instrument), _newest([instrument.latest]))


@reading
def days(request, slug):
    """What each day of a range came to, oldest first; the last year where none is named."""
    asked = Asked(request.GET, ("from", "to", "limit"))
    until = asked.day("to", timezone.localdate())
    since = asked.day("from", until - timedelta(days=365))
    limit = asked.number("limit", default=DAYS, most=MOST_DAYS)
    instrument = get_object_or_404(Instrument.objects.select_related("group"), slug=slug)
    found = list(instrument.days.between(since, until).with_last()[: limit + 1])
    shown, more = found[:limit], found[limit:]
    following = more and _next(request, {"from": more[0].day, "to": until, "limit": limit})
    content = {
        "instrument": shapes.facts(instrument),
        "days": [shapes.day(day, instrument.decimals) for day in shown],
        "next": following or None,
    }
    return Answer(content, _newest(day.last for day in shown))


@reading
def corrections(request, slug):
    """What was corrected or taken back, in the order in which it was; `after` continues behind a correction."""
    asked = Asked(request.GET, ("after", "limit"))
    limit = asked.number("limit", default=PAGE, most=LARGEST_PAGE)
    after = asked.number("after", default=0, least=0, most=10**18)
    instrument = get_object_or_404(Instrument.objects.select_related("group"), slug=slug)
    told = instrument.quotes.corrections().select_related("instrument", "source", "corrects__instrument")
    found = list(told.filter(pk__gt=after).order_by("pk")[: limit + 1])
    shown = found[:limit]
    following = len(found) > limit and _next(request, {"after": shown[-1].pk, "limit": limit})
    content = {
        "instrument": shapes.facts(instrument),
        "corrections": [shapes.correction(one) for one in shown],
        "next": following or None,
    }
    return Answer(content, _newest(shown))


@reading
def schema(request):
    """The OpenAPI document."""
    Asked(request.GET, ())
    return Answer(document.document())


@stored()
@require_safe
def page(request):
    """The page for people, drawn from the document."""
    return render(request, "markets/api.html", {"document": document.for_people(), "metadata": seo.for_api()})


def _page(request, instruments):
    """A page of instruments by slug, as a list, and the address of the one behind it."""
    asked = Asked(request.GET, ("group", "after", "limit"))
    limit = asked.number("limit", default=PAGE, most=LARGEST_PAGE)
    group = asked.text("group")
    if group:
        instruments = instruments.filter(group__slug=group)
    found = list(instruments.filter(slug__gt=asked.text("after")).order_by("slug")[: limit + 1])
    kept = {"group": group} if group else {}
    following = len(found) > limit and _next(request, {**kept, "after": found[limit - 1].slug, "limit": limit})
    return found[:limit], following or None


def _next(request, parameters):
    return f"{settings.SITE_URL}{request.path}?{urlencode(parameters)}"


def _newest(quotes):
    return max((quote.read_at for quote in quotes if quote), default=None)
