"""What machines are told of market prices."""

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.pages.metadata import Crumb, Kind, Metadata, absolute


def for_index() -> Metadata:
    """Of the page with all prices."""
    about = _("Gold, currencies, petrol and farm produce: the latest prices with their source and time.")
    return Metadata(kind=Kind.LIST, title=_("Market prices"), description=about, url=_list().url, breadcrumbs=_way())


def for_instrument(instrument, days: int) -> Metadata:
    """Of one instrument with its last `days` days."""
    facts = {"instrument": instrument, "unit": instrument.unit, "days": days}
    title, url = _("Price of %(instrument)s") % facts, absolute(instrument.get_absolute_url())
    about = _("%(instrument)s (%(unit)s): latest price, change and the last %(days)s days.") % facts
    return Metadata(
        kind=Kind.PAGE, title=title, description=about, url=url, breadcrumbs=_way(Crumb(instrument.name, url))
    )


def _way(*further):
    return (Crumb(_("Home"), absolute("/")), _list(), *further)


def _list():
    return Crumb(_("Market prices"), absolute(reverse("markets:index")))
