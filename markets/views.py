from itertools import pairwise

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from markets import course, embeds, seo
from markets.board import Block, blocks, is_all_demo
from markets.models import Group, Instrument
from markets.periods import RANGES
from markets.sparkline import with_sparklines
from markets.stale import judged
from newsroom.pages.store import shows, stored

MOST_PAIRS = 6


@stored("prices", "markets")
@require_safe
def index(request):
    """All prices, group by group."""
    instruments = with_sparklines(judged(Instrument.objects.select_related("group").with_latest().with_clock()))
    shown = blocks(instruments)
    context = {"blocks": shown, "demo_said": is_all_demo(shown), "metadata": seo.for_index()}
    return render(request, "markets/index.html", context)


@stored("markets")
@require_safe
def group(request, slug):
    """The table of the day of one group, made to be printed."""
    wanted = get_object_or_404(Group, slug=slug)
    instruments = with_sparklines(judged(wanted.instruments.with_latest().with_clock()))
    shows(request, *(f"instrument:{each.slug}" for each in instruments))
    for each in instruments:
        each.group = wanted
    pairs = list(pairwise(each for each in instruments if each.latest))[:MOST_PAIRS]
    context = {"shelf": Block(wanted, instruments), "pairs": pairs, "metadata": seo.for_group(wanted)}
    return render(request, "markets/group.html", context)


@stored("markets")
@require_safe
def instrument(request, slug, shown=RANGES[""]):
    """One instrument: its latest price, and how it went over a range, as a chart and the table behind it."""
    wanted = Instrument.objects.select_related("group").with_latest().with_clock()
    [instrument] = judged([get_object_or_404(wanted, slug=slug)])
    shows(request, f"instrument:{slug}")
    ranges = [(each, address_of(instrument, each)) for each in RANGES.values()]
    told = {"instrument": instrument, "course": course.load(instrument, shown), "shown": shown, "ranges": ranges}
    told["frame"] = embeds.frame_of(instrument) if instrument.latest else None
    metadata = seo.for_instrument(instrument, shown, address_of(instrument, shown))
    return render(request, "markets/instrument.html", {**told, "metadata": metadata})


def address_of(instrument, shown):
    """The page of the instrument over a range."""
    if not shown.key:
        return instrument.get_absolute_url()
    return reverse("markets:range", args=[instrument.slug, shown])
