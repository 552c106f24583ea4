"""Prices in a story and in the frames of other sites."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from markets.models import Quote
from newsroom.pages import embeds
from newsroom.text.richtext import clean
from tests.factories.markets import InstrumentFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KINDS = ["price", "chart", "frozen"]


@pytest.fixture
def gold():
    """An instrument with prices of three days, each a million dearer."""
    gold = InstrumentFactory(name="Vàng miếng", slug="vang-mieng")
    for day in range(3):
        buy, sell = 146_000_000 + day * 1_000_000, 148_000_000 + day * 1_000_000
        QuoteFactory(instrument=gold, buy=buy, sell=sell, quoted_at=AT + day * DAY)
    return gold


def figure(kind, instrument):
    return f'<figure data-embed="{kind}"><a href="{instrument.get_absolute_url()}">{instrument}</a></figure>'


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("kind", KINDS)
def test_address_of_an_instrument_is_an_embed(gold, kind):
    assert clean(figure(kind, gold)) == figure(kind, gold)


def test_price_is_the_latest_with_its_source_and_time(gold):
    drawn = embeds.draw(figure("price", gold), AT)

    assert "148.000.000" in drawn
    assert "150.000.000" in drawn
    assert f'href="{gold.get_absolute_url()}"' in drawn
    assert "Tiệm vàng thử nghiệm" in drawn


def test_chart_has_ids_of_its_own(gold):
    other = QuoteFactory(instrument__slug="bac").instrument

    drawn = embeds.draw(figure("chart", gold) + figure("chart", other))

    ids = re.findall(r' id="([^"]+)"', drawn)
    assert drawn.count("<svg") == 2
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize(
    ("at", "stood"),
    [
        (AT, "146.000.000 / 148.000.000"),
        (AT + DAY - timedelta(seconds=1), "146.000.000 / 148.000.000"),
        (AT + DAY, "147.000.000 / 149.000.000"),
        (AT + 9 * DAY, "148.000.000 / 150.000.000"),
    ],
)
def test_frozen_price_is_the_one_that_stood_when_the_story_appeared(gold, at, stood):
    then, now = embeds.draw(figure("frozen", gold), at).split("<dt>")[1:]

    assert stood in then
    assert "148.000.000 / 150.000.000" in now


def test_frozen_price_says_how_the_price_moved_since(gold):
    assert "+2.000.000 (+1,35%)" in words(embeds.draw(figure("frozen", gold), AT))


def test_frozen_price_of_a_story_older_than_any_price_is_missing(gold):
    then = embeds.draw(figure("frozen", gold), AT - DAY).split("<dt>")[1]

    assert "000" not in then


def test_frozen_price_that_was_wrong_is_shown_as_corrected(gold):
    wrong = Quote.objects.get(quoted_at=AT)
    QuoteFactory(instrument=gold, buy=145_500_000, sell=147_500_000, quoted_at=AT, corrects=wrong, why="Gõ nhầm")

    then = embeds.draw(figure("frozen", gold), AT).split("<dt>")[1]

    assert "145.500.000 / 147.500.000" in then
    assert "148.000.000" not in then
    assert then.count("<dd") == 3  # price, source, that it was corrected


def test_frozen_price_that_was_taken_back_leaves_the_one_before(gold):
    wrong = Quote.objects.get(quoted_at=AT + DAY)
    QuoteFactory(instrument=gold, buy=None, sell=None, quoted_at=AT + DAY, corrects=wrong, why="Gõ nhầm")

    then = embeds.draw(figure("frozen", gold), AT + DAY).split("<dt>")[1]

    assert "146.000.000 / 148.000.000" in then


def test_frozen_price_of_a_story_not_published_yet_is_that_of_now(gold):
    assert "148.000.000 / 150.000.000" in embeds.draw(figure("frozen", gold)).split("<dt>")[1]


@pytest.mark.parametrize("kind", KINDS)
def test_invented_prices_are_marked(kind):
    quote = QuoteFactory(source=SourceFactory(name="Minh họa", is_demo=True))

    assert "prices__demo" in embeds.draw(figure(kind, quote.instrument))


def test_chart_is_marked_where_only_one_of_its_days_was_invented(client, gold):
    invented = SourceFactory(name="Bịa", is_demo=True)
    QuoteFactory(instrument=gold, source=invented, quoted_at=gold.quotes.newest_first()[0].quoted_at - 3 * DAY)

    for page in (embeds.draw(figure("chart", gold)), client.get(f"{gold.get_absolute_url()}nhung/").content.decode()):
        assert page.count("prices__demo") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_instrument_without_a_price_leaves_nothing(client, kind):
    instrument = InstrumentFactory()

    assert embeds.draw(f"<p>Tin</p>{figure(kind, instrument)}") == "<p>Tin</p>"
    assert embeds.hidden(figure(kind, instrument)) == [instrument.name]
    assert client.get(f"{instrument.get_absolute_url()}nhung/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_prices_takes_five_queries(django_assert_num_queries, count):
    instruments = [QuoteFactory().instrument for _ in range(count)]
    html = "".join(figure(kind, instrument) for instrument in instruments for kind in KINDS)

    with django_assert_num_queries(5):  # instruments, holidays twice, days of the charts, prices that stood
        drawn = embeds.draw(html, AT + 99 * DAY)

    assert drawn.count('class="embed ') == 3 * count


@pytest.mark.parametrize("kind", KINDS)
def test_ranges_and_single_prices_are_shown(kind):
    for quote in (QuoteFactory(single=True), QuoteFactory(spread=True)):
        assert quote.in_words in embeds.draw(figure(kind, quote.instrument)) or kind == "chart"


def test_frame_has_price_and_chart_and_leads_to_our_page(client, gold, settings):
    page = client.get(f"{gold.get_absolute_url()}nhung/").content.decode()

    assert "150.000.000" in page
    assert "<svg" in page
    assert f'href="{settings.SITE_URL}{gold.get_absolute_url()}"' in page
    assert page.count('target="_blank"') == page.count('rel="noopener"') == 1


def test_desk_finds_instruments_by_name_and_group_without_accents(gold):
    InstrumentFactory(name="Vàng chưa có giá")
    QuoteFactory(instrument__name="Bạc", instrument__group__name="Kim loại")

    def found(words):
        return [it.title for it in embeds.search("price", words, AnonymousUser())]

    assert found("vang mieng") == ["Vàng miếng"]
    assert found("kim loai") == ["Bạc"]
