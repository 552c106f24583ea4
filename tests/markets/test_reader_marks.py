"""What readers are told of a price that is old or was invented: in the widget, on the list and on its own page."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone

from markets.models import Instrument, Quote
from markets.stale import judged
from tests.factories.markets import HolidayFactory, InstrumentFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db

STALE, DEMO = "prices__stale", "prices__demo"


@pytest.fixture
def shown(client):
    """The three places where readers see the quote's price."""

    def show(quote):
        pages = ["/gia-ca-thi-truong/", quote.instrument.get_absolute_url()]
        widget = Template("{% load markets %}{% price_widget %}").render(Context())
        return [widget, *(client.get(page).content.decode() for page in pages)]

    return show


def quote_of(*, hours=1, source=None, **facts):
    """A quote `hours` old of an instrument on the front page that is out of date after ten hours."""
    instrument = InstrumentFactory(on_front=True, **{"stale_after": 10} | facts)
    at = timezone.now() - timedelta(hours=hours)
    return QuoteFactory(instrument=instrument, quoted_at=at, source=source or SourceFactory())


def judged_now():
    return judged(Instrument.objects.with_latest().with_clock())


@pytest.mark.parametrize(("hours", "count"), [(9, 0), (11, 1)])
def test_price_older_than_the_rule_of_its_instrument_is_marked_everywhere(hours, count, shown):
    pages = shown(quote_of(hours=hours))

    assert [page.count(STALE) for page in pages] == [count] * 3


def test_only_the_stale_row_of_a_table_is_marked(client):
    fresh = quote_of(hours=11, stale_after=48)
    stale = quote_of(hours=11)

    assert [each.is_stale for each in judged_now()] == [False, True]
    assert STALE not in client.get(fresh.instrument.get_absolute_url()).content.decode()
    assert STALE in client.get(stale.instrument.get_absolute_url()).content.decode()


def test_days_without_trading_do_not_make_a_price_stale():
    for calendar in ("daily", "six_days"):
        quote_of(hours=48, calendar=calendar, stale_after=24)
    for days in range(4):
        HolidayFactory(day=timezone.localdate() - timedelta(days=days))

    assert [each.is_stale for each in judged_now()] == [True, False]


def test_staleness_follows_the_clock_of_the_database(monkeypatch):
    quote_of(hours=1)
    later = timezone.now() + timedelta(days=30)
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert not judged_now()[0].is_stale


def test_instrument_without_price_is_not_stale():
    InstrumentFactory()

    assert not judged_now()[0].is_stale


@pytest.mark.parametrize(("is_demo", "counts"), [(True, [1, 1, 2]), (False, [0, 0, 0])])
def test_demonstration_data_is_marked_everywhere_and_under_the_chart(is_demo, counts, shown):
    pages = shown(quote_of(source=SourceFactory(name="Bịa", is_demo=is_demo)))

    assert [page.count(DEMO) for page in pages] == counts


def test_chart_is_marked_where_one_of_its_days_was_invented(client):
    real = quote_of()
    invented = SourceFactory(name="Bịa", is_demo=True)
    QuoteFactory(instrument=real.instrument, source=invented, quoted_at=real.quoted_at - timedelta(days=3))

    page = client.get(real.instrument.get_absolute_url()).content.decode()

    assert Quote.objects.count() == 2
    assert page.count(DEMO) == 1
    assert DEMO in page[page.index("<figcaption") : page.index("</figcaption")]


def test_board_of_invented_prices_says_so_once(shown):
    for _instrument in range(2):
        quote = quote_of(source=SourceFactory(is_demo=True))

    widget, index, _page = shown(quote)

    assert (widget.count(DEMO), index.count(DEMO)) == (1, 1)


def test_board_with_one_real_price_marks_each_invented_one(shown):
    for _instrument in range(2):
        quote_of(source=SourceFactory(is_demo=True))

    widget, index, _page = shown(quote_of(source=SourceFactory(name="Sở Công Thương")))

    assert (widget.count(DEMO), index.count(DEMO)) == (2, 2)
