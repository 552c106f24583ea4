"""Pages that answer what a reader asks of prices. Anybody can make up addresses here, so no cache keeps them."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from markets import comparison, seo
from markets.models import Instrument
from markets.reader_forms import ComparisonForm, ConverterForm
from markets.stale import judged
from newsroom.pages.store import for_readers


@for_readers
@require_safe
def compare(request):
    """Two instruments on one chart, and the form that asks for them."""
    form = ComparisonForm(judged(_priced()), request.GET.dict())
    found = comparison.compare(*form.chosen, form.shown) if form.is_valid() else None
    metadata = seo.for_comparison(found and found.instruments)
    return _unstored(render(request, "markets/compare.html", {"form": form, "found": found, "metadata": metadata}))


@for_readers
@require_safe
def convert(request):
    """Lượng into chỉ, dollars into đồng, by the latest prices."""
    form = ConverterForm(judged(_priced()), request.GET)
    form.is_valid()
    return _unstored(render(request, "markets/convert.html", {"form": form, "metadata": seo.for_converter()}))


def _priced():
    return list(Instrument.objects.priced().select_related("group").with_latest().with_clock())


def _unstored(response):
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
