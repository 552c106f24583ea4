"""RSS of closing prices: days that are over, stable names, corrections told again, nothing held or of today."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import feedparser
import pytest
from django.utils import timezone

from markets import decisions
from markets.models import Source
from tests.factories.markets import GroupFactory, HeldFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

ALL = "/rss/gia-ca/"


def noon(days_ago):
    day = timezone.localdate() - timedelta(days=days_ago)
    return datetime.combine(day, time(12), timezone.get_default_timezone())


def entries(client, address=ALL):
    feed = feedparser.parse(client.get(address).content)
    assert not feed.bozo
    return feed.entries


@pytest.fixture
def gold():
    return InstrumentFactory(group=GroupFactory(name="Vàng", slug="vang"), name="Vàng miếng")


def test_one_item_for_each_group_and_day_that_is_over_newest_first(client, gold):
    petrol = QuoteFactory(single=True, quoted_at=noon(1)).instrument
    for days in (0, 1, 2, 8):
        QuoteFactory(instrument=gold, quoted_at=noon(days))

    found = [entry.id.partition(":gia-ca/")[2] for entry in entries(client)]

    day = [str(timezone.localdate() - timedelta(days=days)) for days in range(3)]
    assert sorted(found[:2]) == sorted([f"{gold.group_id}/{day[1]}", f"{petrol.group_id}/{day[1]}"])
    assert found[2:] == [f"{gold.group_id}/{day[2]}"]


def test_item_says_price_unit_source_and_times(client, gold):
    QuoteFactory(instrument=gold, sell=149_000_000, quoted_at=noon(1) - timedelta(hours=2))
    QuoteFactory(instrument=gold, quoted_at=noon(1), source__name="Tiệm A")

    [entry] = entries(client)

    assert "148.000.000 / 150.000.000 đồng/lượng" in entry.summary
    assert "149.000.000" not in entry.summary
    assert "Tiệm A" in entry.summary
    midnight = noon(0) - timedelta(hours=12)
    assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == midnight


def test_corrected_day_keeps_its_name_and_says_so(client, gold, judge):
    wrong = QuoteFactory(instrument=gold, quoted_at=noon(1))
    [before] = entries(client)
    values = {"buy": Decimal(147_000_000), "sell": Decimal(149_000_000)}

    decisions.correct(wrong, by=judge, values=values, why="Nhầm", confirmed=True)

    [after] = entries(client)
    assert (after.id, after.published) == (before.id, before.published)
    assert after.updated_parsed > before.updated_parsed
    assert after.title != before.title
    assert "149.000.000" in after.summary


def test_price_taken_back_updates_the_day_too(client, gold, judge):
    QuoteFactory(instrument=gold, quoted_at=noon(1) - timedelta(hours=1))
    wrong = QuoteFactory(instrument=gold, quoted_at=noon(1), sell=155_000_000)
    [before] = entries(client)

    decisions.retract(wrong, by=judge, why="Không có")

    [after] = entries(client)
    assert after.updated_parsed > before.updated_parsed
    assert "155.000.000" not in after.summary


def test_held_prices_are_in_no_feed(client, gold):
    QuoteFactory(instrument=gold, quoted_at=noon(1))
    HeldFactory(instrument=gold, quoted_at=noon(1), sell=1_555_555_555)

    assert "1.555.555.555" not in client.get(ALL).content.decode()


def test_demonstration_data_says_so(client, gold):
    QuoteFactory(instrument=gold, quoted_at=noon(1), source=Source.objects.create(name="Minh họa", is_demo=True))
    plain = InstrumentFactory()
    QuoteFactory(instrument=plain, quoted_at=noon(1))

    marked = {entry.id.split("/")[-2]: "<p>" in entry.summary for entry in entries(client)}

    assert marked == {str(gold.group_id): True, str(plain.group_id): False}


def test_names_are_escaped(client):
    hostile = InstrumentFactory(name="<script>x</script>", group=GroupFactory(name="A & <b>", slug="a"))
    QuoteFactory(instrument=hostile, quoted_at=noon(1))

    [entry] = feedparser.parse(client.get(ALL).content, sanitize_html=False).entries

    assert "<script>" not in entry.summary
    assert "&lt;script&gt;" in entry.summary


def test_group_has_a_feed_of_its_own(client, gold):
    QuoteFactory(instrument=gold, quoted_at=noon(1))
    QuoteFactory(single=True, quoted_at=noon(1))

    assert len(entries(client, "/rss/gia-ca/vang/")) == 1
    assert client.get("/rss/gia-ca/khong-co/").status_code == 404


def test_pages_name_their_feeds(client, gold):
    assert 'href="/rss/gia-ca/"' in client.get("/gia-ca-thi-truong/").content.decode()
    assert 'href="/rss/gia-ca/vang/"' in client.get(gold.get_absolute_url()).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_feed_asks_a_constant_number_of_queries(client, count, django_assert_num_queries):
    for _ in range(count):
        for days in range(1, count + 1):
            QuoteFactory(quoted_at=noon(days))

    with django_assert_num_queries(3):
        client.get(ALL)
