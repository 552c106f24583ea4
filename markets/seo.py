"""What machines are told of market prices."""

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.pages.metadata import Crumb, Kind, Metadata, absolute


def for_index() -> Metadata:
    """Of the page with all prices."""
    about = _("Gold, currencies, petrol and farm produce: the latest prices with their source and time.")
    return Metadata(kind=Kind.LIST, title=_("Market prices"), description=about, url=_list().url, breadcrumbs=_way())


def for_group(group) -> Metadata:
    """Of the table of the day of one group."""
    title, url = _("Prices of the day: %(group)s") % {"group": group}, absolute(group.get_absolute_url())
    about = _("%(group)s: the table of the day with change, source and time, ready to print.") % {"group": group}
    return Metadata(kind=Kind.LIST, title=title, description=about, url=url, breadcrumbs=_way(Crumb(group.name, url)))


def for_instrument(instrument, shown, address) -> Metadata:
    """Of one instrument over the range `shown`, which has an address of its own."""
    facts = {"instrument": instrument, "unit": instrument.unit, "range": shown.phrase}
    title = _("Price of %(instrument)s, %(range)s") if shown.key else _("Price of %(instrument)s")
    about = _("%(instrument)s (%(unit)s): latest price, change and chart, %(range)s.") % facts
    group, own = instrument.group, Crumb(instrument.name, absolute(instrument.get_absolute_url()))
    way = _way(Crumb(group.name, absolute(group.get_absolute_url())), own)
    return Metadata(kind=Kind.PAGE, title=title % facts, description=about, url=absolute(address), breadcrumbs=way)


def for_comparison(instruments) -> Metadata:
    """Of the page that compares two instruments, or of its form where none are chosen."""
    title = _("Compare prices")
    if instruments:
        title = _("%(one)s and %(other)s compared") % {"one": instruments[0], "other": instruments[1]}
    about = _("Two prices on one chart, over a week, a month, a year or all years.")
    return _tool(title, about, reverse("markets:compare"))


def for_converter() -> Metadata:
    """Of the converter."""
    about = _("Lượng into chỉ, dollars into đồng, kilograms into tạ, by the latest prices with source and time.")
    return _tool(_("Converter"), about, reverse("markets:convert"))


def _tool(title, about, address):
    url = absolute(address)
    return Metadata(kind=Kind.PAGE, title=title, description=about, url=url, breadcrumbs=_way(Crumb(title, url)))


def for_api() -> Metadata:
    """Of the page that describes the API."""
    title, url = _("Prices for programs"), absolute(reverse("api:page"))
    about = _("The paper's market prices as JSON: addresses, fields, errors, and how sources send prices.")
    return Metadata(kind=Kind.PAGE, title=title, description=about, url=url, breadcrumbs=_way(Crumb(title, url)))


def _way(*further):
    return (Crumb(_("Home"), absolute("/")), _list(), *further)


def _list():
    return Crumb(_("Market prices"), absolute(reverse("markets:index")))
