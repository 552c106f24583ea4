"""A small paper with every kind of page, and what of it stands in the store."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from articles.models import Article
from articles.workflow import Status
from newsroom.front.models import Paper
from newsroom.pages.store import shelf
from tests.factories.articles import ArticleFactory, CorrectionFactory, PenNameFactory, SectionFactory, TagFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.photos import PhotoFactory
from tests.factories.polls import BallotFactory, PollFactory

HOUR = timedelta(hours=1)


def figure(kind, thing):
    return f'<figure data-embed="{kind}"><a href="{thing.get_absolute_url()}">{thing}</a></figure>'


class Site:
    """The site's things by name, and its addresses."""

    def __init__(self, now):
        Paper(pk=1, name="Báo Thử").save()
        self._names()
        self._stories(now - 30 * HOUR)  # sitemaps tell days: what changes now changes on another day
        self._others(now)

    def _names(self):
        self.news, self.economy = SectionFactory(name="Thời sự", slug="thoi-su"), SectionFactory(slug="kinh-te")
        self.farms = SectionFactory(slug="nong-thon", parent=self.economy)
        self.small = SectionFactory(slug="nho")
        self.lan, self.duy = PenNameFactory(name="Hương Lan"), PenNameFactory(name="Đào Duy")
        self.bridges, self.rice = TagFactory(name="Cầu"), TagFactory(name="Lúa")
        self.photo = PhotoFactory()

    def _stories(self, now):
        def story(hours, section, **facts):
            return ArticleFactory(live=True, section=section, published_at=now - hours * HOUR, **facts)

        lan = {"signed": [self.lan]}
        self.of_news = [story(3 * n, self.news, **lan, tagged=[self.bridges]) for n in range(1, 27)]
        self.of_economy = [story(3 * n + 1, self.economy, signed=[self.duy]) for n in range(1, 13)]
        self.of_farms = [story(5 * n + 1, self.farms, signed=[self.duy], tagged=[self.rice]) for n in range(1, 9)]
        self.of_small = [story(100 * n, self.small, **lan) for n in range(1, 5)]
        Article.objects.filter(pk=self.of_news[20].pk).update(lead_photo=self.photo)
        Article.objects.filter(pk=self.of_farms[3].pk).update(replies_to=self.of_economy[5])
        self.withdrawn = ArticleFactory(status=Status.WITHDRAWN, section=self.news, published_at=now - 40 * HOUR, **lan)
        self.approved = ArticleFactory(
            status=Status.APPROVED, section=self.farms, published_at=None, replies_to=self.of_economy[8], **lan
        )
        Article.objects.update(changed_at=F("created_at") - 90 * HOUR)
        for hours, mended in ((50, self.of_news[16]), (20, self.of_economy[3])):
            at = now - hours * HOUR
            CorrectionFactory(article=mended, issued_at=at, front_until=at + 7 * 24 * HOUR)

    def _others(self, now):
        self.gold = InstrumentFactory(on_front=True, slug="vang")
        self.pork = InstrumentFactory(spread=True, slug="lon-hoi")
        for at in (now - 50 * HOUR, now - 26 * HOUR, now - HOUR):
            QuoteFactory(instrument=self.gold, quoted_at=at)
            QuoteFactory(instrument=self.pork, quoted_at=at, buy=None, sell=None, low=60_000, high=62_000)
        self.silent = InstrumentFactory(slug="bac")
        self.poll = PollFactory(on_front=True, show_results="after_vote")
        self.old_poll, self.draft_poll = PollFactory(closed=True), PollFactory(draft=True, show_results="after_vote")
        BallotFactory.create_batch(3, poll=self.old_poll)
        shown = [*((kind, self.gold) for kind in ("price", "chart", "frozen")), ("price", self.silent)]
        polls = [("poll", poll) for poll in (self.poll, self.old_poll, self.draft_poll)]
        for story, lent in zip(self.of_news[17:20], (shown[:3], shown[3:], polls), strict=True):
            Article.objects.filter(pk=story.pk).update(body="".join(figure(*each) for each in lent))

    def addresses(self):
        """Every address whose page can be stored, those of numbered pages included."""
        numbered = [self.news, self.economy, self.farms, self.small, self.lan, self.duy, self.bridges, self.rice]
        lists = [thing.get_absolute_url() for thing in numbered] + ["/dinh-chinh/"]
        stories = [story.get_absolute_url() for story in Article.objects.stories().select_related("section")]
        polls = [poll.get_absolute_url() for poll in (self.poll, self.old_poll, self.draft_poll)]
        items = [one.get_absolute_url() for one in (self.gold, self.pork, self.silent)]
        prices = [f"{item}{shown}" for item in items for shown in ("", "7-ngay/", "1-nam/", "tat-ca/")]
        prices += ["/gia-ca-thi-truong/", *(one.group.get_absolute_url() for one in (self.gold, self.pork))]
        closings = ["/rss/gia-ca/", *(f"/rss/gia-ca/{one.group.slug}/" for one in (self.gold, self.pork))]
        feeds = ["/rss/", "/rss/dinh-chinh/", *(f"/rss/{slug}/" for slug in ("thoi-su", "kinh-te", "nong-thon"))]
        parts = ("stories", "sections", "corrections", "prices")
        maps = [*(f"/sitemap-{part}.xml" for part in parts), "/news-sitemap.xml"]
        others = ["/", "/robots.txt", "/s/ben-canh/", "/binh-chon/", "/api/v1/", *closings]
        pages = [f"{address}?page={number}" for address in lists for number in (1, 2, 3)]
        return dict.fromkeys([*lists, *pages, *stories, *polls, *prices, *feeds, *maps, *others])


@dataclass
class Outcome:
    """What a change did: pages `changed` by it, those taken off the shelf, those left; `now`, what the purged are."""

    changed: set
    purged: set
    left: set
    now: dict

    @property
    def stale(self):
        return self.changed & self.left

    @property
    def in_vain(self):
        return self.purged - self.changed


class Reader:
    """Reads a site through the store, and past it."""

    def __init__(self, client, settings):
        self.client, self.settings, self.folder = client, settings, settings.PAGE_STORE

    def read(self, addresses):
        """Ask for every page, so that it is stored; returns what was: {address: bytes}."""
        for address in addresses:
            self.client.get(address)
        place = shelf.here()
        pages = {address: place.get(_name(address)) for address in addresses}
        return {address: page.body for address, page in pages.items() if page}

    def rendered(self, addresses):
        """The pages as they are, past the store; None for what answers no page."""
        self.settings.PAGE_STORE = ""
        answers = {address: self.client.get(address) for address in addresses}
        self.settings.PAGE_STORE = self.folder
        return {address: one.content if one.status_code == 200 else None for address, one in answers.items()}

    def outcome(self, stored) -> Outcome:
        """Of a change that was made after `stored` was read."""
        place = shelf.here()
        left = {address for address in stored if place.get(_name(address))}
        now = self.rendered(stored)
        changed, purged = {one for one in stored if now[one] != stored[one]}, stored.keys() - left
        return Outcome(changed, purged, left, {one: now[one] for one in purged})


def _name(address):
    path, _mark, query = address.partition("?")
    return shelf.name_of(path, query)


def moment(seconds):
    return timezone.now() + timedelta(seconds=seconds)
