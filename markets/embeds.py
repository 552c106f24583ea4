"""Prices in stories and on other sites: the latest, its chart, and the price that stood when the story appeared."""

import re
from datetime import date

from django.db.models import OuterRef, Subquery
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from markets.change import change
from markets.course import brief
from markets.models import Day, Instrument, Quote
from markets.periods import RANGES
from markets.stale import holidays_since, judged
from newsroom.pages.clock import database_now
from newsroom.pages.embeds import MOST_FOUND, Found, Frame, Lender
from newsroom.text.vietnamese import local


def _draw(asks, at):
    """Five queries at most: instruments with their latest price, holidays twice, days of charts, prices that stood.
    What never had a price has nothing to show.
    """
    by_slug = _instruments({ask.ref for ask in asks})
    charted = [by_slug[ask.ref] for ask in asks if ask.kind == "chart" and ask.ref in by_slug]
    frozen = [by_slug[ask.ref] for ask in asks if ask.kind == "frozen" and ask.ref in by_slug]
    facts = {"price": {}, "chart": charts(charted), "frozen": _stood(frozen, at)}
    return {
        ask: render_to_string(
            f"markets/_{ask.kind}_in_story.html",
            {"instrument": by_slug[ask.ref], **facts[ask.kind].get(ask.ref, {})},
        )
        for ask in asks
        if ask.ref in by_slug
    }


def _instruments(slugs):
    """Those that have a price, by slug."""
    wanted = Instrument.objects.priced().filter(slug__in=slugs).with_latest().with_clock()
    return {instrument.slug: instrument for instrument in judged(wanted)}


def charts(instruments):
    """The last thirty days of each, by slug. Two queries, none without instruments."""
    if not instruments:
        return {}
    since = min(_first_day(instrument) for instrument in instruments)
    holidays = holidays_since(since)
    days = Day.objects.filter(instrument__in=instruments, day__gte=since).order_by("day").select_related("last__source")
    own = {instrument.pk: [] for instrument in instruments}
    for day in days:
        own[day.instrument_id].append(day)
    return {each.slug: {"course": brief(each, own[each.pk], holidays)} for each in instruments}


def _first_day(instrument):
    """Where the thirty days of an instrument with a price begin."""
    return RANGES[""].first_day(local(instrument.latest.quoted_at).date(), date.min)


def _stood(instruments, at):
    """The price of each that stood at a moment by the source's own time, as corrected since; by slug. One query."""
    if not instruments:
        return {}
    at = at or database_now()
    earlier = Quote.objects.standing().filter(instrument=OuterRef("pk"), quoted_at__lte=at).newest_first()
    keys = Instrument.objects.filter(pk__in=[each.pk for each in instruments]).order_by()
    wanted = Quote.objects.filter(pk__in=keys.values_list(Subquery(earlier.values("pk")[:1])))
    then = {quote.instrument_id: quote for quote in wanted.select_related("source")}
    return {each.slug: {"at": at, **_against(each, then.get(each.pk))} for each in instruments}


def _against(instrument, then):
    if then is None:
        return {"then": None, "since": None}
    then.instrument = instrument
    return {"then": then, "since": change(instrument.latest.reference, then.reference)}


def _search(words, user):
    """By name and group; prices are public."""
    wanted = Instrument.objects.priced().select_related("group")
    found = wanted.filter(name__unaccent__icontains=words) | wanted.filter(group__name__unaccent__icontains=words)
    return [Found(each.name, each.get_absolute_url(), each.group.name) for each in found[:MOST_FOUND]]


def _frame(ref):
    instrument = Instrument.objects.priced().filter(slug=ref).first()
    return instrument and frame_of(instrument)


def frame_of(instrument) -> Frame:
    """An instrument for other sites."""
    page, path = instrument.get_absolute_url(), reverse("markets:frame", args=[instrument.slug])
    return Frame(instrument.name, page, path, _height)


def _height(width):
    """The chart is half as high as it is wide; two prices need a line each in a narrow frame."""
    return width // 2 + (300 if width >= 360 else 380)


INSTRUMENT = Lender(
    path=re.compile(r"/gia-ca-thi-truong/(?P<ref>[-\w]+)/", re.ASCII),
    kinds={"price": _("Price"), "chart": _("Price chart"), "frozen": _("Price when the story appeared")},
    draw=_draw,
    tags=lambda ref: [f"instrument:{ref}", "markets"],
    search=_search,
    frame=_frame,
)
