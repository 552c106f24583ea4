"""What the time alone changes on stored pages. Everything here asks for moments with since < moment <= now."""

from datetime import datetime, time

from django.db.models import Q
from django.utils import timezone

from articles import revisions
from articles.models import Article, Correction
from articles.workflow import Status
from markets.models import Instrument
from markets.stale import holidays_since, stale_at
from newsroom.pages.store import purge
from newsroom.receivers import stories
from newsroom.receivers.others import of_poll
from polls.models import Poll


def time_passed(sender, since, now, **kwargs):
    """The clock went from one moment to the other."""
    _stories(since, now)
    _corrections(since, now)
    _polls(since, now)
    _prices(since, now)
    _day(since, now)


def _stories(since, now):
    appearing = [Q(status=Status.PUBLISHED, **{f"{name}__gt": since}) for name in ("published_at", "embargo_until")]
    for story in Article.objects.published(now).by_any_way(*appearing):
        stories.came(
            story,
            revisions.stored_content(story),
            now,
            at=max(story.published_at, story.embargo_until or story.published_at),
        )
    for story in Article.objects.expired(now).filter(expires_at__gt=since):
        stories.left(story, revisions.stored_content(story), now, at=story.expires_at)
    old = Article.objects.filter(
        status=Status.PUBLISHED, published_at__gt=since - stories.NEWS, published_at__lte=now - stories.NEWS
    )
    if newest := old.order_by("-published_at").first():
        purge("sitemap:news", before=newest.published_at + stories.NEWS)


def _corrections(since, now):
    over = Correction.objects.filter(front_until__gt=since, front_until__lte=now).order_by("-front_until").first()
    if over:
        purge("corrections:front", before=over.front_until)


def _polls(since, now):
    for name in ("opens_at", "closes_at"):
        for poll in Poll.objects.filter(is_published=True, **{f"{name}__gt": since, f"{name}__lte": now}):
            purge(*of_poll(poll), before=getattr(poll, name))


def _prices(since, now):
    quoted = [one for one in Instrument.objects.with_latest() if one.latest]
    holidays = holidays_since(min(one.latest.quoted_at for one in quoted)) if quoted else set()
    for one in quoted:
        moment = stale_at(one, holidays)
        if since < moment <= now:
            front = ["prices:front"] if one.on_front else []
            purge("prices", f"instrument:{one.slug}", *front, before=moment)


def _day(since, now):
    midnight = datetime.combine(timezone.localdate(now), time.min, timezone.get_default_timezone())
    if since < midnight <= now:
        purge("today", before=midnight)
