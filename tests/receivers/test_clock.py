"""What the time alone changes, asked with made-up clocks: which pages are told to be out of date, from which moment."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from newsroom.pages.store import purges
from newsroom.receivers import clock
from tests.factories.articles import ArticleFactory, CorrectionFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
NOTHING_SEEN = "3:3:"  # a snapshot before the first transaction there can be
NOON = timezone.make_aware(datetime(2026, 11, 20, 12, 0), timezone.get_default_timezone())  # noqa: DTZ001


@pytest.fixture
def told(place):
    """Lets the clock go, and returns what was purged: {tag: (before, gone)}."""

    def go(since, now):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM pages_purge")
        clock.time_passed(None, since=since, now=now)
        purged = purges.unseen(NOTHING_SEEN)
        return {tag: (one.before, one.is_gone) for one in purged for tag in one.tags}

    return go


def test_quiet_hour_purges_nothing(told):
    ArticleFactory(live=True)
    QuoteFactory()
    PollFactory()

    assert told(NOON, NOON + HOUR) == {}


@pytest.mark.parametrize(
    ("since", "now", "is_told"), [(-1, 0, True), (-1, -0.5, False), (0, 1, False)], ids=["at it", "before", "after"]
)
def test_moment_is_told_once(told, since, now, is_told):
    quote = QuoteFactory(quoted_at=NOON, instrument__stale_after=36)
    stale = NOON + 36 * HOUR

    tags = told(stale + since * HOUR, stale + now * HOUR)

    assert (tags.get(f"instrument:{quote.instrument.slug}") == (stale, False)) == is_told


def test_embargo_that_ends_after_the_time_of_publication_tells_its_own_moment(told):
    story = ArticleFactory(live=True, published_at=NOON, embargo_until=NOON + HOUR)

    assert told(NOON - HOUR, NOON + HOUR)[f"section:{story.section_id}"] == (NOON + HOUR, False)


def test_expired_story_is_gone(told):
    story = ArticleFactory(live=True, published_at=NOON, expires_at=NOON + HOUR)

    tags = told(NOON, NOON + HOUR)

    assert tags[f"story:{story.pk}"] == tags[f"card:{story.pk}"] == (None, True)
    assert tags[f"section:{story.section_id}"] == (NOON + HOUR, False)


def test_story_leaves_the_sitemap_of_the_news_after_two_days(told):
    ArticleFactory(live=True, published_at=NOON)

    assert told(NOON + 47 * HOUR, NOON + 48 * HOUR) == {"sitemap:news": (NOON + 48 * HOUR, False)}


def test_correction_leaves_the_front_page_at_its_end(told):
    correction = CorrectionFactory(front_until=NOON)

    assert told(NOON - HOUR, NOON)["corrections:front"] == (correction.front_until, False)


@pytest.mark.parametrize("moment", ["opens_at", "closes_at"])
def test_poll_opens_and_closes(told, moment):
    times = {"opens_at": NOON} if moment == "opens_at" else {"opens_at": NOON - HOUR, "closes_at": NOON}
    poll = PollFactory(on_front=True, **times)

    tags = told(NOON - HOUR / 2, NOON)

    assert tags == dict.fromkeys([f"poll:{poll.pk}", "polls", "polls:front"], (NOON, False))


def test_stale_price_stands_on_the_front_page_only_where_it_was_chosen_for_it(told):
    QuoteFactory(quoted_at=NOON, instrument=InstrumentFactory(on_front=True, stale_after=1))
    assert "prices:front" in told(NOON, NOON + HOUR)


def test_day_begins_at_midnight_of_the_paper(told):
    midnight = NOON + 12 * HOUR

    assert told(midnight - HOUR, midnight) == {"today": (midnight, False)}
    assert told(midnight, midnight + HOUR) == {}
