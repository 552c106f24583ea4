"""What programs read: exact amounts, honest marks, caching, paging, errors; every answer held against the document."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from markets import decisions, intake
from markets.api import shapes
from markets.models import Quote, Source
from newsroom.text.vietnamese import local
from tests.factories.markets import GroupFactory, HeldFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def loaded(response):
    return json.loads(response.content)


@pytest.fixture
def gold():
    group = GroupFactory(name="Vàng", slug="vang")
    return InstrumentFactory(group=group, name="Vàng miếng", slug="vang-mieng")


def test_latest_price_says_all_that_readers_see(api, gold):
    QuoteFactory(instrument=gold, sell=149_000_000, quoted_at=timezone.now() - timedelta(days=1, hours=2))
    quote = QuoteFactory(instrument=gold, source__name="Tiệm Vàng")

    told = loaded(api.get("prices/vang-mieng"))

    assert told["price"] == {
        "values": {"buy": "148000000", "sell": "150000000"},
        "reference": "150000000",
        "quoted_at": local(quote.quoted_at).isoformat(timespec="seconds"),
        "is_timed": True,
        "recorded_at": local(Quote.objects.get(pk=quote.pk).read_at).isoformat(timespec="seconds"),
        "source": "Tiệm Vàng",
        "is_demo": False,
        "is_correction": False,
    }
    assert (told["change"]["amount"], told["change"]["percent"]) == ("1000000", "0.67")
    assert (told["unit"], told["currency"], told["measure"], told["decimals"]) == ("đồng/lượng", "VND", "lượng", 0)
    assert told["is_stale"] is False


def test_missing_price_stays_missing(api, gold):
    told = loaded(api.get("prices/vang-mieng"))

    assert (told["price"], told["change"], told["is_stale"]) == (None, None, False)


def test_marks_of_stale_and_demonstration_prices(api, gold):
    old = timezone.now() - timedelta(days=9)
    QuoteFactory(instrument=gold, quoted_at=old, source=Source.objects.create(name="Minh họa", is_demo=True))

    [told] = loaded(api.get("prices"))["prices"]

    assert (told["is_stale"], told["price"]["is_demo"]) == (True, True)


def test_held_prices_show_nowhere(api, gold):
    QuoteFactory(instrument=gold)
    HeldFactory(instrument=gold, sell=1_555_555_555)

    for address in ("prices", "prices/vang-mieng", "prices/vang-mieng/days", "prices/vang-mieng/corrections"):
        assert "1555555555" not in api.get(address).content.decode()


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("148700000", 0, "148700000"),
        ("148700000.00", 0, "148700000"),
        ("26092.5", 2, "26092.50"),
        ("60500.500", 0, "60500.5"),
        ("-1200.00", 0, "-1200"),
        ("1E+3", 0, "1000"),
    ],
)
def test_amounts_are_exact_text(value, decimals, expected):
    assert shapes.amount(Decimal(value), decimals) == expected


def test_no_answer_holds_a_float(api, gold):
    for days in range(3):
        QuoteFactory(instrument=gold, quoted_at=timezone.now() - timedelta(days=days))

    def refuse(text):
        raise AssertionError(text)

    for address in ("prices", "prices/vang-mieng/days"):
        json.loads(api.get(address).content, parse_float=refuse)


def test_ranges_and_single_prices_have_their_own_values(api):
    pork, petrol = QuoteFactory(spread=True).instrument, QuoteFactory(single=True).instrument

    told = {one["slug"]: one["price"]["values"] for one in loaded(api.get("prices"))["prices"]}

    assert told == {pork.slug: {"low": "60000", "high": "62000"}, petrol.slug: {"price": "20000"}}


# -- days ---------------------------------------------------------------------------------------------------------


def test_days_come_oldest_first_within_the_range_and_page_by_page(api, gold):
    today = timezone.localdate()
    noon = timezone.localtime().replace(hour=12, minute=0)
    for back in range(1, 6):
        QuoteFactory(instrument=gold, sell=150_000_000 + back, quoted_at=noon - timedelta(days=back))
    since, until = today - timedelta(days=4), today - timedelta(days=1)

    first = loaded(api.get(f"prices/vang-mieng/days?from={since}&to={until}&limit=3"))
    path = first["next"].partition("/api/v1/")[2]
    second = loaded(api.get(path))

    shown = [(day["day"], day["close"]) for day in [*first["days"], *second["days"]]]
    assert shown == [(str(today - timedelta(days=back)), str(150_000_000 + back)) for back in (4, 3, 2, 1)]
    assert (len(first["days"]), second["next"]) == (3, None)


def test_days_and_corrections_tell_what_was_wrong(api, gold, judge):
    wrong = QuoteFactory(instrument=gold)
    decisions.correct(
        wrong, by=judge, values={"buy": Decimal(147_000_000), "sell": Decimal(149_000_000)}, why="Nhầm", confirmed=True
    )

    [day] = loaded(api.get("prices/vang-mieng/days"))["days"]
    [told] = loaded(api.get("prices/vang-mieng/corrections"))["corrections"]

    assert (day["close"], day["count"], day["last"]["is_correction"]) == ("149000000", 1, True)
    assert (told["was"]["sell"], told["became"]["sell"], told["reason"]) == ("150000000", "149000000", "Nhầm")


def test_price_taken_back_is_gone_and_its_correction_says_so(api, gold, judge):
    decisions.retract(QuoteFactory(instrument=gold), by=judge, why="Không có giá này")

    [told] = loaded(api.get("prices/vang-mieng/corrections"))["corrections"]

    assert told["became"] is None
    assert loaded(api.get("prices/vang-mieng"))["price"] is None
    assert loaded(api.get("prices/vang-mieng/days"))["days"] == []


def test_corrections_continue_behind_the_last_one(api, gold, judge):
    for hours in (1, 2, 3):
        quote = QuoteFactory(instrument=gold, quoted_at=timezone.now() - timedelta(hours=hours))
        decisions.retract(quote, by=judge, why=str(hours))

    first = loaded(api.get("prices/vang-mieng/corrections?limit=2"))
    rest = loaded(api.get(first["next"].partition("/api/v1/")[2]))

    assert [one["reason"] for one in [*first["corrections"], *rest["corrections"]]] == ["1", "2", "3"]
    assert rest["next"] is None


# -- lists --------------------------------------------------------------------------------------------------------


def test_lists_go_by_slug_by_group_and_page_by_page(api, gold):
    InstrumentFactory(group=gold.group, slug="bac")
    InstrumentFactory(slug="xang")

    assert [one["slug"] for one in loaded(api.get("instruments"))["instruments"]] == ["bac", "vang-mieng", "xang"]
    first = loaded(api.get("instruments?group=vang&limit=1"))
    rest = loaded(api.get(first["next"].partition("/api/v1/")[2]))
    assert [one["slug"] for one in [*first["instruments"], *rest["instruments"]]] == ["bac", "vang-mieng"]
    assert rest["next"] is None


def test_groups(api, gold):
    assert loaded(api.get("groups")) == {"groups": [{"slug": "vang", "name": "Vàng"}]}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("groups", 1), ("instruments", 1), ("prices", 2), ("prices/{}", 2), ("prices/{}/days", 2),
     ("prices/{}/corrections", 2)],
)  # fmt: skip
def test_each_address_asks_a_constant_number_of_queries(api, judge, address, queries, count):
    quotes = [QuoteFactory() for _ in range(count)]
    first = quotes[0].instrument
    for days in range(1, count + 1):
        old = QuoteFactory(instrument=first, quoted_at=timezone.now() - timedelta(days=days))
        decisions.retract(
            QuoteFactory(instrument=first, quoted_at=old.quoted_at - timedelta(hours=1)), by=judge, why="x"
        )

    with CaptureQueriesContext(
        connection,
    ) as asked:
        api.get(address.format(first.slug))

    assert len(asked) == queries


# -- HTTP ---------------------------------------------------------------------------------------------------------


def test_unchanged_answer_is_not_sent_again_and_a_changed_one_is(api, gold):
    QuoteFactory(instrument=gold)
    tag = api.get("prices/vang-mieng").headers["ETag"]

    assert api.get("prices/vang-mieng", headers={"If-None-Match": tag}).status_code == 304
    QuoteFactory(instrument=gold, quoted_at=timezone.now())
    assert api.get("prices/vang-mieng", headers={"If-None-Match": tag}).status_code == 200


def test_time_alone_never_answers_unchanged(api, gold):
    """A price that was taken back, or turned stale, leaves nothing newer behind."""
    QuoteFactory(instrument=gold)
    modified = api.get("prices/vang-mieng").headers["Last-Modified"]

    assert api.get("prices/vang-mieng", headers={"If-Modified-Since": modified}).status_code == 200


def test_answers_may_be_kept_by_shared_caches(api, gold):
    response = api.get("prices")

    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in response.headers
    assert "Last-Modified" not in response.headers


def test_pages_of_other_sites_may_read_but_not_send(client, gold):
    wanted = {"Origin": "https://khac.example", "Access-Control-Request-Method": "GET"}

    preflight = client.options("/api/v1/prices", headers=wanted)
    sending = client.options("/api/v1/quotes", headers=wanted)

    assert preflight.status_code == 204
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in preflight.headers
    assert "If-None-Match" in preflight.headers["Access-Control-Allow-Headers"]
    assert sending.status_code == 405
    assert "Access-Control-Allow-Origin" not in sending.headers


def test_head_is_get_without_a_body(client, gold):
    shown, head = client.get("/api/v1/prices"), client.head("/api/v1/prices")

    assert head.headers["ETag"] == shown.headers["ETag"]
    assert head.content == b""


@pytest.mark.parametrize(
    ("address", "faults"),
    [
        ("prices?limit=0", ["limit"]),
        ("prices?limit=501", ["limit"]),
        ("prices?limit=-1", ["limit"]),
        ("prices?limit=1e3", ["limit"]),
        ("prices?limit=²", ["limit"]),
        ("prices?sort=x", ["sort"]),
        ("prices?group=a&group=b", ["group"]),
        ("prices?group=%00", ["group"]),
        ("prices?after=" + "a" * 121, ["after"]),
        ("groups?limit=1", ["limit"]),
        ("prices/vang-mieng/days?from=23/11/2026", ["from"]),
        ("prices/vang-mieng/days?from=2026-02-30", ["from"]),
        ("prices/vang-mieng/days?to=0001-01-01", ["to"]),
        ("prices/vang-mieng/days?limit=1001", ["limit"]),
        ("prices/vang-mieng/corrections?after=99999999999999999999", ["after"]),
        ("prices/vang-mieng?from=2026-01-01", ["from"]),
    ],
)
def test_bad_input_is_told_by_parameter(api, gold, address, faults):
    response = api.get(address)

    assert response.status_code == 400
    assert [one["parameter"] for one in loaded(response)["errors"]] == faults
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["prices/khong-co", "prices/khong-co/days", "prices/khong-co/corrections"])
def test_unknown_instrument_is_not_found(api, address):
    assert loaded(api.get(address))["status"] == 404


@pytest.mark.parametrize("address", ["/api/khong-co", "/api/v1/khong-co", "/api/v2/prices", "/api/v1/prices/"])
def test_other_addresses_answer_problems_too(client, db, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_reading_addresses_take_no_other_method(method, db):
    from django.test import Client  # noqa: PLC0415

    response = getattr(Client(enforce_csrf_checks=True), method)("/api/v1/prices")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert loaded(response)["status"] == 405


def test_far_range_is_no_error(api, gold):
    assert loaded(api.get("prices/vang-mieng/days?from=2000-01-01&to=9999-12-31"))["days"] == []


def test_prices_recorded_by_hand_and_by_the_api_read_alike(api, gold, market_desk):
    intake.record(
        by=market_desk, instrument=gold, source="Chợ", quoted_at=timezone.now(),
        buy=Decimal(148_000_000), sell=Decimal(150_000_000),
    )  # fmt: skip

    assert loaded(api.get("prices/vang-mieng"))["price"]["source"] == "Chợ"
