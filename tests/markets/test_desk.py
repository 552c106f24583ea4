"""The desk's pages of held prices and of sources."""

import re

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone, translation

from markets.models import Held, Quote, Source
from tests.factories.desk import UserFactory
from tests.factories.market_feeds import serving
from tests.factories.markets import HeldFactory, InstrumentFactory, ListingFactory, QuoteFactory, SourceFactory
from tests.markets.payloads import VIETCOMBANK_XML

pytestmark = pytest.mark.django_db

HELD = "/admin/markets/held/"
SOURCES = "/admin/markets/source/"


@pytest.fixture
def desk(client, judge):
    client.force_login(judge)
    return client


@pytest.fixture
def chief(client):
    client.force_login(UserFactory(is_superuser=True, language="en"))
    return client


def verb(name, held):
    return reverse(f"admin:markets_held_{name}", args=[held.pk])


def test_a_held_price_stands_with_its_reason_and_what_it_likely_means(desk):
    held = HeldFactory(instrument=QuoteFactory(instrument__name="Vàng miếng").instrument)

    page = desk.get(HELD).content.decode()

    for shown in ("Vàng miếng", "148.000.000 / 1.500.000.000", held.raw, "148.000.000 / 150.000.000"):
        assert shown in page
    assert re.search(rf'name="held-{held.pk}-sell"\s+value="150.000.000"', page)
    assert all(verb(name, held) in page for name in ("approve", "mend", "reject"))


def test_reasons_are_said_in_words(chief):
    HeldFactory()

    with translation.override("en"):
        assert "is about 10 times too large" in chief.get(HELD).content.decode()


def test_what_cannot_be_approved_is_not_offered_so(desk):
    held = HeldFactory(findings=[{"code": "order", "field": "buy", "facts": {}, "suggested": None}])

    page = desk.get(HELD).content.decode()

    assert verb("approve", held) not in page
    assert verb("reject", held) in page


def test_verbs_are_offered_to_those_who_may_only(client, onlooker):
    held = HeldFactory()
    client.force_login(onlooker)

    page = client.get(HELD).content.decode()

    assert held.raw in page
    assert verb("reject", held) not in page


@pytest.mark.parametrize(("name", "sell"), [("approve", 1_500_000_000), ("mend", 150_000_000), ("reject", None)])
def test_one_click_decides(name, sell, desk, judge):
    held = HeldFactory(instrument=QuoteFactory(quoted_at=timezone.now().replace(hour=0, minute=0)).instrument)
    typed = {f"held-{held.pk}-buy": "148.000.000", f"held-{held.pk}-sell": "150.000.000"}

    response = desk.post(verb(name, held), typed | {"next": HELD})

    held.refresh_from_db()
    assert (response.status_code, response.url) == (302, HELD)
    assert held.decided_by == judge
    assert (held.quote and held.quote.sell) == sell


@pytest.mark.parametrize("typed", ["15.000.000", "11.5", ""])
def test_what_is_mended_wrongly_waits_on_and_says_why(typed, desk):
    held = HeldFactory(instrument=QuoteFactory().instrument)

    response = desk.post(verb("mend", held), {f"held-{held.pk}-sell": typed}, follow=True)

    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert Held.objects.waiting().get() == held
    assert Quote.objects.count() == 1


def test_a_verb_leads_back_to_our_own_pages_only(desk):
    response = desk.post(verb("reject", HeldFactory()), {"next": "https://elsewhere.example/"})

    assert response.url == HELD


def test_verbs_take_posts_only(desk):
    assert desk.get(verb("approve", HeldFactory())).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_held_prices_takes_a_constant_number_of_queries(count, desk, judge, django_assert_num_queries):
    for _ in range(count):
        HeldFactory(instrument=QuoteFactory().instrument, entered_by=judge)
        decided = HeldFactory()
        Held.objects.filter(pk=decided.pk).update(state="rejected", decided_by=judge, decided_at=timezone.now())

    # session, account, two of permissions, bell; two counts, the list, its groups to filter by; what waits
    with django_assert_num_queries(10):
        desk.get(HELD)


# --- Sources


def test_the_list_tells_how_sources_are_doing(desk):
    SourceFactory(name="Ngân hàng hỏng", feed=True, failures=3, failed_at=timezone.now(), failure="Không đến được.")
    SourceFactory(name="Ngân hàng tốt", feed=True, succeeded_at=timezone.now())
    SourceFactory(name="Chợ")

    page = desk.get(SOURCES).content.decode()

    for shown in ("source-state--failing", "Không đến được.", "source-state--fine", "source-state--hand"):
        assert shown in page
    assert page.count("formaction=") == 2


def test_fetch_now_asks_and_tells_what_came(desk):
    bounds = {"plausible_low": 15_000, "plausible_high": 40_000}
    with serving(VIETCOMBANK_XML) as feed:
        bank = SourceFactory(feed=True, name="Ngân hàng", url=feed.url)
        ListingFactory(source=bank, key="USD", instrument=InstrumentFactory(unit="đồng/USD", decimals=2, **bounds))
        response = _fetch(desk, bank)

    assert [message.level_tag for message in response.context["messages"]] == ["success"]
    assert Quote.objects.count() == 1


def _fetch(desk, bank):
    with override_settings(MARKETS_PRIVATE_HOSTS=["127.0.0.1"]):
        return desk.post(reverse("admin:markets_source_fetch", args=[bank.pk]), follow=True)


def test_fetch_now_tells_why_it_failed(desk):
    with serving(status=500) as feed:
        response = _fetch(desk, SourceFactory(feed=True, name="Ngân hàng", url=feed.url))

    [message] = response.context["messages"]
    assert message.level_tag == "error"
    assert "500" in str(message)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"provider": "doji", "unit": ""}, "unit"),
        ({"provider": "doji", "unit": "xu/chỉ"}, "unit"),
        ({"provider": "vietcombank-xml", "interval": "60"}, "interval"),
        ({"provider": "pnj", "url": ""}, "__all__"),
    ],
)
def test_a_source_needs_what_its_format_needs(typed, field, chief):
    facts = {"name": "Mới", "url": "https://bank.example/x", "unit": "", "interval": "600", "is_active": "on"}
    inline = {"listings-TOTAL_FORMS": "0", "listings-INITIAL_FORMS": "0"}

    response = chief.post(f"{SOURCES}add/", facts | inline | typed)

    assert list(response.context["adminform"].form.errors) == [field]
    assert not Source.objects.exists()


def test_a_source_shows_what_it_sent_and_what_could_not_be_read(chief):
    rows = [{"key": "USD", "label": "USD US DOLLAR", "shown": "Buy=26,100.00 đồng/USD"}]
    bank = SourceFactory(feed=True, rows=rows, faults=["EUR: “x” is not a number."])

    page = chief.get(f"{SOURCES}{bank.pk}/change/").content.decode()

    assert "Buy=26,100.00 đồng/USD" in page
    assert "EUR: “x” is not a number." in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_sources_takes_a_constant_number_of_queries(count, desk, django_assert_num_queries):
    for number in range(count):
        SourceFactory(name=f"Nguồn {number}", feed=True)

    with django_assert_num_queries(8):
        desk.get(SOURCES)
