"""What sources send: who may, what becomes of each row, and what damaged or hostile requests are told."""

import json
import logging
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from markets import tokens
from markets.models import Channel, Held, Quote, Source, SourceToken
from markets.models.token import PER_MINUTE
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, ListingFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def gold():
    return InstrumentFactory(slug="vang", name="Vàng miếng")


@pytest.fixture
def shop(gold):
    source = SourceFactory(name="Tiệm A")
    ListingFactory(source=source, instrument=gold, key="SJC")
    return source


@pytest.fixture
def token(shop):
    return tokens.issue(shop, by=UserFactory(is_superuser=True))[1]


def row(**other):
    at = timezone.now().replace(microsecond=0)
    return {"instrument": "vang", "quoted_at": at.isoformat(), "buy": "148000000", "sell": "150000000", **other}


def told(response):
    return [
        (one["outcome"], [reason["code"] for reason in one["reasons"]]) for one in json.loads(response.content)["rows"]
    ]


def test_quote_is_recorded_as_the_sources(api, token, shop, gold):
    response = api.post({"quotes": [row()]}, token)

    assert told(response) == [("recorded", [])]
    quote = Quote.objects.get()
    assert (quote.instrument, quote.source, quote.channel, quote.entered_by) == (gold, shop, Channel.API, None)
    assert (quote.buy, quote.sell, quote.raw_unit) == (Decimal(148_000_000), Decimal(150_000_000), "đồng/lượng")


def test_same_quote_twice_counts_once_in_one_request_and_in_two(api, token):
    sent = {"quotes": [row(), row()]}

    assert told(api.post(sent, token)) == [("recorded", []), ("known", [])]
    assert told(api.post(sent, token)) == [("known", []), ("known", [])]
    assert Quote.objects.count() == 1


def test_odd_quote_is_held_with_its_reason_and_readers_do_not_see_it(api, token):
    response = api.post({"quotes": [row(buy="1480000000", sell="1500000000")]}, token)

    [(outcome, codes)] = told(response)
    assert (outcome, bool(codes)) == ("held", True)
    assert json.loads(response.content)["rows"][0]["reasons"][0]["detail"]
    assert (Held.objects.count(), Quote.objects.count()) == (1, 0)
    assert json.loads(api.get("prices/vang").content)["price"] is None


def test_held_quote_sent_again_is_known(api, token):
    odd = row(buy="1480000000", sell="1500000000")
    api.post({"quotes": [odd]}, token)

    assert told(api.post({"quotes": [odd]}, token)) == [("known", [])]
    assert Held.objects.count() == 1


def test_another_price_for_a_taken_time_is_held(api, token):
    sent = row()
    api.post({"quotes": [sent]}, token)

    assert told(api.post({"quotes": [{**sent, "sell": "150100000"}]}, token)) == [("held", ["differs"])]


def test_untrusted_source_waits_for_approval(api, token, shop):
    Source.objects.filter(pk=shop.pk).update(is_trusted=False)

    assert told(api.post({"quotes": [row()]}, token)) == [("held", ["untrusted"])]


def test_breaking_a_rule_is_held_like_from_any_other_machine(api, token):
    later = (timezone.now() + timedelta(hours=2)).isoformat()

    assert told(api.post({"quotes": [row(quoted_at=later), row(buy="151000000")]}, token)) == [
        ("held", ["rule"]),
        ("held", ["order"]),
    ]


def test_unit_is_converted_and_a_unit_that_does_not_fit_is_held(api, token):
    thousands = row(buy="14800", sell="15000", unit="nghìn đồng/chỉ")

    assert told(api.post({"quotes": [thousands]}, token)) == [("recorded", [])]
    assert Quote.objects.get().sell == Decimal(150_000_000)
    odd = row(quoted_at=(timezone.now() - timedelta(minutes=5)).isoformat(), unit="đồng/lít")
    assert told(api.post({"quotes": [odd]}, token))[0][0] == "held"


def test_largest_amount_in_the_largest_unit_is_held_and_breaks_nothing(api, token, gold):
    type(gold).objects.filter(pk=gold.pk).update(unit="đồng/tấn", decimals=2)

    assert told(api.post({"quotes": [row(sell="9" * 14, unit="triệu đồng/gram")]}, token))[0][0] == "held"


def test_without_a_time_that_of_reading_counts_and_saying_it_again_adds_nothing(api, token):
    sent = {"instrument": "vang", "buy": "148000000", "sell": "150000000"}

    assert told(api.post({"quotes": [sent]}, token)) == [("recorded", [])]
    assert told(api.post({"quotes": [sent]}, token)) == [("known", [])]
    assert not Quote.objects.get().is_timed


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"instrument": "khong-co"}, "instrument"),
        ({"instrument": None}, "instrument"),
        ({"instrument": ["vang"]}, "instrument"),
        ({"sell": 150000000}, "sell"),
        ({"sell": 150000000.5}, "sell"),
        ({"sell": True}, "sell"),
        ({"sell": "150.000.000"}, "sell"),
        ({"sell": "150,5"}, "sell"),
        ({"sell": "1e9"}, "sell"),
        ({"sell": "-1"}, "sell"),
        ({"sell": "NaN"}, "sell"),
        ({"sell": "1" * 15}, "sell"),
        ({"sell": "١٥٠"}, "sell"),
        ({"sell": "150."}, "sell"),
        ({"sell": ""}, "sell"),
        ({"quoted_at": "2026-11-23T09:00:00"}, "quoted_at"),
        ({"quoted_at": "2026-11-23"}, "quoted_at"),
        ({"quoted_at": "0001-01-01T00:00:00+14:00"}, "quoted_at"),
        ({"quoted_at": 1763860000}, "quoted_at"),
        ({"quoted_at": "2026-13-01T00:00:00Z"}, "quoted_at"),
        ({"unit": "\0"}, "unit"),
        ({"unit": "\ud800"}, "unit"),
        ({"unit": "x" * 41}, "unit"),
        ({"unit": 1}, "unit"),
        ({"source": "Tiệm B"}, "source"),
        ({"\ud800": 1}, ""),
        ({"is_demo": True}, "is_demo"),
    ],
)
def test_unreadable_row_is_refused_and_the_others_stand(api, token, other, field):
    response = api.post({"quotes": [row(**other), row()]}, token)

    [refused, fine] = json.loads(response.content)["rows"]
    assert (refused["outcome"], refused["reasons"][0]["field"]) == ("refused", field)
    assert fine["outcome"] == "recorded"
    assert Quote.objects.count() == 1


def test_instrument_that_was_not_assigned_to_the_source_is_refused(api, token):
    other = QuoteFactory().instrument

    assert told(api.post({"quotes": [row(instrument=other.slug)]}, token)) == [("refused", ["unreadable"])]


def test_rows_that_are_no_objects_are_refused(api, token):
    assert told(api.post({"quotes": [None, 1, "x", []]}, token)) == [("refused", ["unreadable"])] * 4


@pytest.mark.parametrize(
    "sent", [b" ", b"{", b"[]", b"1", b'{"quotes": []}', b'{"quotes": {}}', b'{"quotes": [1], "x": 1}', b"\xff\xfe{",
             b"[" * 200_000],
)  # fmt: skip
def test_damaged_body_is_a_bad_request(api, token, sent):
    assert api.post(sent, token).status_code == 400


def test_too_many_rows_or_bytes_are_refused(api, token):
    assert api.post({"quotes": [row()] * 501}, token).status_code == 413
    assert api.post(b'{"quotes": ["' + b"x" * 262_144 + b'"]}', token).status_code == 413
    assert api.post(b"x" * 5_300_000, token).status_code == 413
    assert Quote.objects.count() == 0


def test_only_json_is_taken(api, token):
    assert api.post("quotes=1", token, content_type="application/x-www-form-urlencoded").status_code == 415


# -- tokens -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("forged", ["", "x", "gia_" + "A" * 43, "gia_\0", "gia_é"])
def test_without_a_valid_token_nothing_is_read(api, token, forged):
    response = api.post(b"{", forged)

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("header", ["{}", "Basic {}", "Token {}", "Bearer", "Bearer {} {}"])
def test_token_counts_as_bearer_only(client, token, header):
    response = client.post(
        "/api/v1/quotes", "{}", content_type="application/json",
        headers={"Authorization": header.format(token, token)},
    )  # fmt: skip

    assert response.status_code == 401


def test_revoked_token_opens_nothing(api, token):
    assert tokens.revoke(SourceToken.objects.get(), by=UserFactory(is_superuser=True))

    assert api.post({"quotes": [row()]}, token).status_code == 401
    assert not tokens.revoke(SourceToken.objects.get(), by=UserFactory(is_superuser=True))


def test_cookies_and_tokens_elsewhere_prove_nothing(client, token, market_desk):
    client.force_login(market_desk)
    client.cookies["token"] = token

    response = client.post(f"/api/v1/quotes?token={token}", json.dumps({"quotes": [row()]}), "application/json")

    assert response.status_code == 401


def test_token_needs_no_form_token(token):
    response = Client(enforce_csrf_checks=True).post(
        "/api/v1/quotes", json.dumps({"quotes": [row()]}), "application/json",
        headers={"Authorization": f"bearer {token}"},
    )  # fmt: skip

    assert response.status_code == 200


def test_only_a_digest_of_the_token_is_kept(token):
    kept = SourceToken.objects.values().get()

    assert token not in str(kept)
    assert token[4:] not in str(kept)


def test_requests_of_a_token_are_counted_by_the_minute(api, token):
    SourceToken.objects.update(window_count=PER_MINUTE - 1)

    assert api.post({"quotes": [row()]}, token).status_code == 200
    refused = api.post({"quotes": [row()]}, token)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    SourceToken.objects.update(window_since=timezone.now() - timedelta(seconds=61))
    assert api.post({"quotes": [row()]}, token).status_code == 200


def test_log_says_which_source_and_never_the_token(api, token, shop, caplog):
    with caplog.at_level(logging.DEBUG):
        api.post({"quotes": [row()]}, token)
        api.post(b"{", token)
        api.post({"quotes": [row()]}, "gia_sai")

    said = " ".join(record.getMessage() for record in caplog.records)
    assert f"Source {shop.pk} sent 1 rows" in said
    assert token not in said
    assert "gia_sai" not in said
