"""Sources are asked over real HTTP, each within its limits; whatever they do wrong stays theirs."""

import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from markets import fetching
from markets.fetching import client
from markets.models import Channel, Held, Listing, Quote, Source
from markets.providers import PROVIDERS
from tests.factories.desk import UserFactory
from tests.factories.market_feeds import serving
from tests.factories.markets import InstrumentFactory, SourceFactory
from tests.markets.payloads import BY_PROVIDER, PNJ, SAMPLES, VIETCOMBANK_XML
from tests.samples import sample

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _local_sources(settings, monkeypatch):
    settings.MARKETS_PRIVATE_HOSTS = ["127.0.0.1"]
    monkeypatch.setattr(client, "PATIENCE", 1.0)


def source(feed, code="vietcombank-xml", **facts):
    return SourceFactory(name=feed.url + code, provider=code, url=feed.url, **facts)


def usd(feed_source):
    bounds = {"plausible_low": 15_000, "plausible_high": 40_000}
    instrument = InstrumentFactory(unit="đồng/USD", decimals=2, **bounds)
    Listing.objects.create(source=feed_source, key="USD", instrument=instrument)
    return instrument


def ask(asked):
    """What one try comes to, now."""
    Source.objects.filter(pk=asked.pk).update(due_at=timezone.now(), tried_at=None)
    asked.refresh_from_db()
    fine = fetching._fetch(asked)
    asked.refresh_from_db()
    return fine


def failure_of(asked):
    assert ask(asked) is None
    assert asked.failures
    assert asked.failed_at
    return asked.failure


# --- What comes in


def test_a_fetched_price_keeps_source_time_raw_and_unit():
    with serving(VIETCOMBANK_XML) as feed:
        bank = source(feed)
        instrument = usd(bank)
        ask(bank)

    quote = Quote.objects.get()
    assert (quote.instrument, quote.source, quote.channel, quote.entered_by) == (instrument, bank, Channel.FEED, None)
    assert (quote.buy, quote.sell) == (26100, 26420)
    assert (quote.raw, quote.raw_unit) == ("Buy=26,100.00; Sell=26,420.00", "đồng/USD")
    assert quote.quoted_at == datetime(2026, 11, 20, 1, 30, 5, tzinfo=UTC)
    assert bank.succeeded_at
    assert [row["key"] for row in bank.rows] == ["USD", "EUR", "DKK"]


@pytest.mark.parametrize("code", PROVIDERS)
def test_every_format_comes_in_over_http(code):
    with serving(BY_PROVIDER[code]) as feed:
        asked = source(feed, code)
        ask(asked)

    assert (asked.failure, asked.failures) == ("", 0)
    assert asked.rows


@pytest.mark.parametrize("name", SAMPLES)
def test_what_sources_really_sent_comes_in_over_http(name):
    code, rows = SAMPLES[name]
    with serving(sample(f"market/{name}").read_bytes()) as feed:
        asked = source(feed, code)
        ask(asked)

    assert (asked.failure, len(asked.rows)) == ("", rows)


def test_gold_by_chi_is_recorded_by_luong():
    with serving(PNJ) as feed:
        shop = source(feed, "pnj")
        Listing.objects.create(source=shop, key="SJC", instrument=InstrumentFactory())
        ask(shop)

    quote = Quote.objects.get()
    assert (quote.buy, quote.sell, quote.is_timed) == (148_700_000, 150_700_000, False)


def test_what_is_fetched_twice_is_recorded_once():
    for code, body, key, unit in (
        ("vietcombank-xml", VIETCOMBANK_XML, "USD", "đồng/USD"),
        ("pnj", PNJ, "SJC", "đồng/lượng"),
    ):
        with serving(body) as feed:
            asked = source(feed, code)
            bounds = {"plausible_low": 15_000, "plausible_high": 40_000} if key == "USD" else {}
            Listing.objects.create(source=asked, key=key, instrument=InstrumentFactory(unit=unit, **bounds))
            ask(asked)
            ask(asked)

    assert Quote.objects.count() == 2
    assert Held.objects.count() == 0


def test_what_looks_odd_is_held_and_held_once():
    with serving(VIETCOMBANK_XML.replace(b"26,420.00", b"264,200.00")) as feed:
        bank = source(feed)
        usd(bank)
        ask(bank)
        ask(bank)

    held = Held.objects.get()
    assert {finding["code"] for finding in held.findings} == {"spread", "slip"}
    assert Quote.objects.count() == 0


def test_a_source_that_says_otherwise_of_the_same_time_is_held():
    with serving(VIETCOMBANK_XML) as feed:
        bank = source(feed)
        usd(bank)
        ask(bank)
        feed.body = VIETCOMBANK_XML.replace(b"26,420.00", b"26,425.00")
        ask(bank)

    assert [finding["code"] for finding in Held.objects.get().findings] == ["differs"]


@pytest.mark.parametrize(("old", "new"), [(b"26,100.00", b"26.100,00"), (b'Buy="26,100.00"', b'Bid="26,100.00"')])
def test_what_cannot_be_read_is_told_or_missing_and_never_invented(old, new):
    with serving(VIETCOMBANK_XML.replace(old, new)) as feed:
        bank = source(feed)
        usd(bank)
        ask(bank)

    assert [quote.buy for quote in Quote.objects.all()] in ([], [None])
    assert bool(bank.faults) == (Quote.objects.count() == 0)


def test_a_unit_that_nobody_knows_is_held():
    with serving(BY_PROVIDER["doji"]) as feed:
        shop = source(feed, "doji")
        Listing.objects.create(source=shop, key="dojihanoile", instrument=InstrumentFactory())
        ask(shop)

    assert "unit" in [finding["code"] for finding in Held.objects.get().findings]


def test_a_source_that_is_not_trusted_waits():
    with serving(VIETCOMBANK_XML) as feed:
        bank = source(feed, is_trusted=False)
        usd(bank)
        ask(bank)

    assert [finding["code"] for finding in Held.objects.get().findings] == ["untrusted"]


# --- What goes wrong


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503])
def test_another_status_is_a_failure(status):
    with serving(VIETCOMBANK_XML, status=status) as feed:
        assert str(status) in failure_of(source(feed))


@pytest.mark.parametrize("slow", [{"delay": 3}, {"pace": 0.05}])
def test_a_slow_source_is_left(slow):
    with serving(VIETCOMBANK_XML, **slow) as feed:
        begun = time.monotonic()
        assert failure_of(source(feed))
    assert time.monotonic() - begun < 6


def test_a_truncated_answer_is_a_failure():
    with serving(VIETCOMBANK_XML, cut=200) as feed:
        assert failure_of(source(feed))


def test_an_endless_answer_is_left_while_it_streams(monkeypatch):
    monkeypatch.setattr(client, "MOST_BYTES", 100_000)
    with serving(b" " * 50_000_000) as feed:
        assert "100000" in failure_of(source(feed))


def test_a_compressed_answer_is_not_unpacked():
    with serving(b"\x1f\x8b", headers={"Content-Encoding": "gzip"}) as feed:
        assert failure_of(source(feed))


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><html>503</html>", b"\xff\xfe\x00"])
def test_an_answer_that_is_none_is_a_failure(body):
    with serving(body) as feed:
        assert failure_of(source(feed))


@pytest.mark.parametrize(
    "elsewhere", ["http://other.example/x", "http://169.254.169.254/latest", "//localhost/x", "file:///etc/passwd"]
)
def test_a_redirect_elsewhere_is_refused(elsewhere):
    with serving(b"", status=302, headers={"Location": elsewhere}) as feed:
        assert failure_of(source(feed))
        assert len(feed.asked) == 1


def test_a_redirect_to_another_host_is_refused_even_where_it_could_be_asked(settings):
    settings.MARKETS_PRIVATE_HOSTS = ["127.0.0.1", "localhost"]
    with serving(VIETCOMBANK_XML) as other:
        there = other.url.replace("127.0.0.1", "localhost")
        with serving(b"", status=302, headers={"Location": there}) as feed:
            assert failure_of(source(feed))
        assert other.asked == []


def test_a_redirect_within_the_host_is_followed_but_not_for_ever():
    with serving(b"", status=301, headers={"Location": "/prices"}) as feed:
        assert failure_of(source(feed))
        assert len(feed.asked) == 4


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://100.64.0.1/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http:///x",
    ],
)
def test_private_networks_are_not_asked(url, settings):
    settings.MARKETS_PRIVATE_HOSTS = []

    with pytest.raises(client.FetchError) as error:
        client.get(url)

    assert "refused" not in str(error.value).lower()


def test_a_name_that_leads_into_a_private_network_is_not_asked(settings, monkeypatch):
    settings.MARKETS_PRIVATE_HOSTS = []
    with serving(VIETCOMBANK_XML) as feed:
        with pytest.raises(client.FetchError):
            client.get(feed.url.replace("127.0.0.1", "localhost"))
        assert feed.asked == []


def test_nobody_listening_is_a_failure():
    with serving() as feed:
        gone = feed.url
    asked = SourceFactory(provider="pnj", url=gone)

    assert failure_of(asked)


def test_a_success_clears_the_failure():
    with serving(VIETCOMBANK_XML, status=500) as feed:
        bank = source(feed)
        failure_of(bank)
        feed.status = 200
        ask(bank)

    assert (bank.failure, bank.failures) == ("", 0)
    assert bank.failed_at


# --- Manners


def test_an_unchanged_answer_is_asked_for_by_its_marks():
    with serving(VIETCOMBANK_XML, headers={"ETag": '"a1"', "Last-Modified": "Fri, 20 Nov 2026 01:30:05 GMT"}) as feed:
        bank = source(feed)
        ask(bank)
        feed.status, feed.body = 304, b""
        ask(bank)

    first, second = (headers for _path, headers in feed.asked)
    assert "If-None-Match" not in first
    assert (second["If-None-Match"], second["If-Modified-Since"]) == ('"a1"', "Fri, 20 Nov 2026 01:30:05 GMT")
    assert (bank.failures, bank.etag) == (0, '"a1"')


def test_the_sources_own_limit_holds_for_people_too():
    with serving(VIETCOMBANK_XML) as feed:
        bank = source(feed, interval=300)
        chief = UserFactory(is_superuser=True)
        fetching.fetch_now(bank, by=chief)
        with pytest.raises(fetching.TooSoonError):
            fetching.fetch_now(bank, by=chief)

        assert len(feed.asked) == 1


def test_fetching_now_needs_the_right_and_tells_of_failures():
    with serving(status=500) as feed:
        bank = source(feed)
        with pytest.raises(PermissionDenied):
            fetching.fetch_now(bank, by=UserFactory())
        with pytest.raises(ValidationError) as error:
            fetching.fetch_now(bank, by=UserFactory(is_superuser=True))

    assert "500" in error.value.messages[0]


@pytest.mark.parametrize("written", ["7200", "date"])
def test_a_source_that_asks_us_to_wait_is_given_the_time(written):
    if written == "date":
        written = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    with serving(status=429, headers={"Retry-After": written}) as feed:
        bank = source(feed, interval=60)
        failure_of(bank)

    assert timedelta(minutes=119) < bank.due_at - timezone.now() <= timedelta(hours=2)


def test_pauses_double_with_each_failure_up_to_a_limit():
    bank = SourceFactory.build(feed=True, interval=600)
    pauses = []
    for failures in (0, 1, 2, 20):
        bank.failures = failures
        pauses.append(fetching._pause(bank))

    for pause, base in zip(pauses, (10, 20, 40, 360), strict=True):
        assert timedelta(minutes=base) <= pause <= timedelta(minutes=base * 1.2)


# --- Many


@pytest.mark.django_db(transaction=True)
def test_a_source_that_hangs_or_breaks_freezes_none_of_the_others(monkeypatch, caplog):
    monkeypatch.setitem(PROVIDERS, "pnj", PROVIDERS["pnj"].__class__("PNJ", lambda content: 1 / 0))
    with serving(VIETCOMBANK_XML, delay=3) as slow, serving(PNJ) as broken, serving(VIETCOMBANK_XML) as good:
        sources = [source(slow), source(broken, "pnj"), source(good)]
        usd(sources[2])
        report = fetching.run_due()

    states = [Source.objects.get(pk=each.pk).failures for each in sources]
    assert states == [1, 1, 0]
    assert (report.done, report.failed) == (3, 2)
    assert Quote.objects.count() == 1
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_source_is_never_asked_twice_at_once():
    with serving(VIETCOMBANK_XML, delay=0.5) as feed:
        bank = source(feed, interval=0)
        first = threading.Thread(target=fetching._attempt, args=[bank])
        first.start()
        while not feed.asked:
            time.sleep(0.01)
        assert fetching._attempt(Source.objects.get(pk=bank.pk)) is None
        first.join()

    assert len(feed.asked) == 1
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_the_command_asks_what_is_due_and_ends_with_failures(capsys):
    with serving(VIETCOMBANK_XML) as good, serving(status=500) as bad:
        source(good)
        source(good, "sjc-xml", is_active=False)
        SourceFactory(name="Tay")
        call_command("fetch_prices")
        call_command("fetch_prices")
        assert len(good.asked) == 1
        source(bad)
        with pytest.raises(CommandError):
            call_command("fetch_prices")
