"""Which stored pages change with polls, prices, names and settings. What forms of the admin save has no verb that tells
of it: there the saving of the row is heard, within its transaction.
"""

from django.utils import timezone

from articles.models import Article, PenName, Section, Tag
from markets.models import Day, Group, Holiday, Instrument, Source, Standing
from newsroom.front.models import Paper
from newsroom.pages.clock import database_now
from newsroom.pages.store import EVERYTHING, purge
from newsroom.pages.store.tags import whole
from newsroom.receivers.guard import where_stored
from newsroom.text.vietnamese import local
from photos.models import Photo
from polls.models import Poll, PollEntry


@where_stored
def quotes_recorded(sender, quotes, **kwargs):
    """The price stands on the pages of its instrument, on that of all, and perhaps on the front page."""
    instruments = {quote.instrument for quote in quotes}
    front = ["prices:front"] if any(instrument.on_front for instrument in instruments) else []
    pages = [f"instrument:{instrument.slug}" for instrument in instruments]
    purge("prices", *pages, *front, *_closed(quotes), *_mapped(quotes))


def _closed(quotes):
    """Closing prices are told of days that are over: a late price or a correction changes them."""
    over = {quote.instrument.group_id for quote in quotes if local(quote.quoted_at).date() < timezone.localdate()}
    return ["closings", *(f"closings:{pk}" for pk in over)] if over else []


def _mapped(quotes):
    """The sitemap tells of which day the latest price is: a day with other prices, or before it, changes nothing."""
    told = {(quote.instrument_id, local(quote.quoted_at).date()) for quote in quotes}
    instruments, days = zip(*told, strict=True)
    known = set(
        Day.objects.filter(instrument__in=instruments, day__in=days, count__gt=1).values_list("instrument", "day")
    )
    latest = dict(Standing.objects.filter(instrument__in=instruments).values_list("instrument", "latest__quoted_at"))
    moved = [pk for pk, day in told - known if not latest.get(pk) or day >= local(latest[pk]).date()]
    return ["sitemap:prices"] if moved else []


@where_stored
def _poll_entered(sender, instance, **kwargs):
    """Whatever the desk does to a poll leaves an entry; what no reader ever saw changes no page."""
    poll = Poll.objects.filter(pk=instance.poll_id).first()
    if poll and poll.has_been_public(database_now()):
        purge(*of_poll(poll))


def of_poll(poll):
    """The pages that a poll stands on, or may come to stand on."""
    return [f"poll:{poll.pk}", "polls", *(["polls:front"] if poll.on_front else [])]


def _board_changed(sender, **kwargs):
    purge("markets", "prices:front")


def _source_changed(sender, update_fields=None, **kwargs):
    """Its name stands under every price of it; how its fetching goes is nobody's business."""
    if update_fields is None or "name" in update_fields:
        purge("markets", "prices:front")


def _paper_changed(sender, **kwargs):
    purge("paper")


def _section_changed(sender, **kwargs):
    """Sections stand in every masthead, and in the addresses and headlines of their stories."""
    purge(EVERYTHING)


@where_stored
def _tag_changed(sender, instance, created=False, **kwargs):
    if not created:
        stories = Article.objects.published().tagged(instance)
        purge(*whole(f"tag:{instance.pk}", stories.count() or 1), *_of(stories, "page"))


@where_stored
def _pen_name_changed(sender, instance, created=False, **kwargs):
    if not created:
        stories = Article.objects.published().by(instance)
        archive = whole(f"person:{instance.pk}", stories.count() or 1)
        purge(*archive, *_of(stories, "story"), *_of(stories, "card"))


def _of(stories, kind):
    return [f"{kind}:{pk}" for pk in stories.values_list("pk", flat=True)]


def _photo_changed(sender, instance, created=False, **kwargs):
    if not created:
        purge(f"photo:{instance.folder}")


SAVED = {
    PollEntry: _poll_entered,
    Instrument: _board_changed,
    Group: _board_changed,
    Holiday: _board_changed,
    Source: _source_changed,
    Paper: _paper_changed,
    Section: _section_changed,
    Tag: _tag_changed,
    PenName: _pen_name_changed,
    Photo: _photo_changed,
}
"""Rows whose saving or deletion changes pages."""
