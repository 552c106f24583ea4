"""Prices for the frames of other sites."""

from django.shortcuts import get_object_or_404, render

from markets.embeds import charts
from markets.models import Instrument
from markets.stale import judged
from newsroom.pages.embeds import framed


@framed
def frame(request, slug):
    """One instrument: its latest price and its line."""
    wanted = Instrument.objects.priced().with_latest().with_clock()
    [instrument] = judged([get_object_or_404(wanted, slug=slug)])
    context = {"instrument": instrument, "thing_url": instrument.get_absolute_url()}
    return render(request, "markets/frame.html", {**context, **charts([instrument])[slug]})
