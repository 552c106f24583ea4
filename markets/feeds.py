"""RSS of closing prices: one item a day for each price group, of days that are over; a corrected day says so."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Max
from django.db.models.functions import TruncDate
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _

from markets.models import Day, Group, Quote
from newsroom.pages.store import shows
from newsroom.text.vietnamese import format_date, local

DAYS = 7
SINCE = 2026
"""The year in which these guids began; part of them, so it never changes."""


class CorrectedFeed(Rss201rev2Feed):
    """RSS whose items say by Atom when they were last changed, since RSS has no word for it."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", item["updateddate"].isoformat(timespec="seconds"))


@dataclass(frozen=True)
class Closing:
    """What one group came to on one day: its days, each with last quote and instrument; `corrected_at` is when one of
    its prices was corrected or taken back, None where none was.
    """

    group: Group
    day: date
    days: list[Day]
    corrected_at: datetime | None

    @property
    def closed_at(self) -> datetime:
        """The midnight at which it was over."""
        following = self.day + timedelta(days=1)
        return datetime.combine(following, time.min, timezone.get_default_timezone())

    @property
    def is_demo(self) -> bool:
        return any(day.last.source.is_demo for day in self.days)


@dataclass(frozen=True)
class Channel:
    """What a feed is of: a group, or all where there is none. The title is a template's, which knows the paper."""

    group: Group | None
    title: str


def closings(group: Group | None, today: date) -> list[Closing]:
    """The closings of the DAYS days before `today`, newest first, of one group or all. Two queries."""
    span = (today - timedelta(days=DAYS), today - timedelta(days=1))
    days = Day.objects.between(*span).with_last().select_related("last__instrument__group")
    if group:
        days = days.filter(instrument__group=group)
    corrected = _corrected(*span)
    found = {}
    for day in sorted(days, key=_place):
        found.setdefault((day.day, day.last.instrument.group), []).append(day)
    return [Closing(group, day, shown, corrected.get((group.pk, day))) for (day, group), shown in found.items()]


def _place(day):
    instrument = day.last.instrument
    return -day.day.toordinal(), instrument.group.order, instrument.group_id, instrument.order, instrument.pk


def _corrected(first, last):
    """(group, day) → when one of its prices was last corrected."""
    zone = timezone.get_default_timezone()
    since = datetime.combine(first, time.min, zone)
    until = datetime.combine(last + timedelta(days=1), time.min, zone)
    corrections = Quote.objects.corrections().filter(quoted_at__gte=since, quoted_at__lt=until)
    by_day = corrections.annotate(local_day=TruncDate("quoted_at", tzinfo=zone)).values_list(
        "instrument__group", "local_day"
    )
    return {(group, day): at for group, day, at in by_day.annotate(Max("read_at")).order_by()}


class ClosingFeed(Feed):
    """The closing prices of one group, or of all."""

    feed_type = CorrectedFeed
    language = "vi"
    item_guid_is_permalink = False

    def get_object(self, request, slug=None):
        group = get_object_or_404(Group, slug=slug) if slug else None
        shows(request, "markets", f"closings:{group.pk}" if group else "closings")
        return Channel(group, render_to_string("markets/feed_title.txt", {"group": group}, request).strip())

    def title(self, channel):
        return channel.title

    def description(self, channel):
        return _("The last prices of each day, with their source. A corrected day is told again.")

    def link(self, channel):
        return _page(channel.group)

    def feed_url(self, channel):
        slug = channel.group and channel.group.slug
        return settings.SITE_URL + (reverse("closings", args=[slug]) if slug else reverse("all_closings"))

    def items(self, channel):
        return closings(channel.group, timezone.localdate())

    def item_title(self, closing):
        facts = {"group": closing.group, "day": format_date(closing.day)}
        title = _("%(group)s: closing prices of %(day)s") % facts
        return _("%(title)s (corrected)") % {"title": title} if closing.corrected_at else title

    def item_description(self, closing):
        return render_to_string("markets/feed_closing.html", {"closing": closing})

    def item_link(self, closing):
        return _page(closing.group)

    def item_guid(self, closing):
        """A tag by RFC 4151: it outlives a renamed group and a corrected price."""
        return f"tag:{urlsplit(settings.SITE_URL).hostname},{SINCE}:gia-ca/{closing.group.pk}/{closing.day}"

    def item_pubdate(self, closing):
        return closing.closed_at

    def item_updateddate(self, closing):
        return max(closing.closed_at, local(closing.corrected_at)) if closing.corrected_at else closing.closed_at

    def item_categories(self, closing):
        return [closing.group.name]


def _page(group):
    return settings.SITE_URL + reverse("markets:index") + (f"#{group.slug}" if group else "")
