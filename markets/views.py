from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from markets import seo
from markets.board import blocks
from markets.chart import draw
from markets.models import Instrument

DAYS = 30


@require_safe
def index(request):
    """All prices, group by group."""
    instruments = Instrument.objects.select_related("group").with_latest()
    return render(request, "markets/index.html", {"blocks": blocks(instruments), "metadata": seo.for_index()})


@require_safe
def instrument(request, slug):
    """One instrument: its latest price, the line of its last thirty days and the table behind the line."""
    instrument = get_object_or_404(Instrument.objects.select_related("group").with_latest(), slug=slug)
    closings = instrument.closings(DAYS)
    history = {"closings": closings[::-1], "chart": _chart(closings), "days": DAYS}
    context = {"instrument": instrument, **history, "metadata": seo.for_instrument(instrument, DAYS)}
    return render(request, "markets/instrument.html", context)


def _chart(closings):
    points = [(quote.day, quote.reference) for quote in closings if quote.reference is not None]
    return draw(points, until=closings[-1].day, days=DAYS) if closings else None
