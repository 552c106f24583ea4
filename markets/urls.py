from django.urls import path, register_converter

from markets import outside, tools, views
from markets.periods import RANGES, Range


class RangeConverter:
    """The word of a range in an address; the range that needs no word has none here."""

    regex = "|".join(filter(None, RANGES))

    def to_python(self, value: str) -> Range:
        return RANGES[value]

    def to_url(self, value: Range) -> str:
        return value.key


register_converter(RangeConverter, "range")

app_name = "markets"

# The words of the first addresses are no slugs of instruments: see Instrument.clean.
urlpatterns = [
    path("", views.index, name="index"),
    path("nhom/<slug:slug>/", views.group, name="group"),
    path("so-sanh/", tools.compare, name="compare"),
    path("quy-doi/", tools.convert, name="convert"),
    path("<slug:slug>/", views.instrument, name="instrument"),
    path("<slug:slug>/nhung/", outside.frame, name="frame"),
    path("<slug:slug>/<range:shown>/", views.instrument, name="range"),
]
