"""What search engines are told of prices."""

from django.urls import reverse

from markets.models import Group, Instrument
from markets.periods import RANGES
from markets.views import address_of
from newsroom.pages.sitemaps import PaperSitemap


class PriceSitemap(PaperSitemap):
    """The list, every group, and every range of every instrument that has a price."""

    limit = 5000

    def items(self):
        instruments = Instrument.objects.priced().select_related("standing__latest")
        lists = [(reverse("markets:index"), None), *((group.get_absolute_url(), None) for group in Group.objects.all())]
        ranges = [(address_of(one, each), one.latest.quoted_at) for one in instruments for each in RANGES.values()]
        return lists + ranges

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return item[1]
