"""Asking, confirming, leaving, as readers and as people with other plans."""

import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from newsroom.subscriptions import actions, limits, links
from newsroom.subscriptions.models import Ask, Letter, Subscription
from tests.factories.subscriptions import SubscriptionFactory
from tests.subscriptions.conftest import links_in, sent

pytestmark = pytest.mark.django_db

FORM = "/ban-tin/gia-ca/vang-mieng/"
SAME = {"Sec-Fetch-Site": "same-origin"}


def ask(client, email="ban-doc@bao.example", level="151.000.000", headers=SAME, **extra):
    return client.post(FORM, {"email": email, "level": level}, headers=headers, **extra)


@pytest.fixture
def strict():
    """A browser without any cookie, before a server that checks form tokens."""
    return Client(enforce_csrf_checks=True)


def test_whole_way_from_asking_to_leaving(strict, gold, stands_at):
    assert ask(strict)["Location"] == "/ban-tin/da-gui/"
    [letter] = mail.outbox
    assert letter.to == ["ban-doc@bao.example"]
    [link] = links_in(letter, "xac-nhan")
    assert strict.get(link).status_code == 200
    assert not Subscription.objects.confirmed().exists()
    assert strict.post(link).status_code == 200
    assert Subscription.objects.confirmed().exists()
    sent()

    stands_at(151)
    [link] = links_in(mail.outbox[0], "thoi")
    assert strict.get(link).status_code == 200
    assert Subscription.objects.exists()
    assert strict.post(link).status_code == 200

    assert (Subscription.objects.count(), Letter.objects.count()) == (0, 0)
    assert not strict.cookies


def test_level_below_the_price_waits_for_a_fall(client, gold):
    ask(client, level="149.000.000")

    assert Subscription.objects.get().is_rise is False


def test_price_that_reached_the_level_before_it_was_confirmed_is_told(client, gold, stands_at,
                                                                     django_capture_on_commit_callbacks):  # fmt: skip
    ask(client)
    stands_at(152)
    [link] = links_in(mail.outbox[0], "xac-nhan")
    sent()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(link)

    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("level", "email"),
    [
        ("", "a@bao.example"),
        ("abc", "a@bao.example"),
        ("151.5", "a@bao.example"),
        ("151.000.000,5", "a@bao.example"),
        ("-1", "a@bao.example"),
        ("0", "a@bao.example"),
        ("150.000.000", "a@bao.example"),
        ("1.500.000.000", "a@bao.example"),
        ("15.000.000", "a@bao.example"),
        ("9" * 30, "a@bao.example"),
        ("151.000.000", ""),
        ("151.000.000", "khong-phai"),
        ("151.000.000", "a@b@bao.example"),
        ("151.000.000", "a@bao.example,b@bao.example"),
        ("151.000.000", "a@bao.example\nBcc: b@bao.example"),
        ("151.000.000", "a@bao.example\r\nSubject: x"),
        ("151.000.000", "a\0@bao.example"),
        ("151.000.000", '"a\nb"@bao.example'),
        ("151.000.000", "Tên <a@bao.example>"),
        ("151.000.000", f"{'a' * 250}@bao.example"),
    ],
)
def test_bad_input_comes_back_and_nothing_is_kept_or_sent(client, gold, level, email):
    response = ask(client, email, level)

    assert response.status_code == 400
    assert (Subscription.objects.count(), Ask.objects.count(), len(mail.outbox)) == (0, 0, 0)


def test_refused_form_keeps_what_was_typed_escaped(client, gold):
    page = ask(client, '"><script>x</script>', '"><b>').content.decode()

    assert "<script>x" not in page
    assert "&quot;&gt;&lt;b&gt;" in page


# -- nobody is made to receive letters ----------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_an_address_never_subscribes_confirms_or_ends(client, gold, method):
    pending, confirmed = SubscriptionFactory(instrument=gold, pending=True), SubscriptionFactory(instrument=gold)
    before = list(Subscription.objects.order_by("pk").values())

    for address in (f"{FORM}?email=a@bao.example&level=151000000", path(links.to_confirm(pending)),
                    path(links.to_leave(confirmed)), "/ban-tin/da-gui/"):  # fmt: skip
        assert getattr(client, method)(address).status_code == 200

    assert list(Subscription.objects.order_by("pk").values()) == before
    assert mail.outbox == []


def path(url):
    return "/" + url.partition("://")[2].partition("/")[2]


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://khac.example"}, {"Origin": "null"}]
)
def test_other_sites_cannot_ask_for_their_visitors(client, gold, headers):
    response = ask(client, headers=headers)

    assert response.status_code == 403
    assert (Subscription.objects.count(), mail.outbox) == (0, [])


def test_one_address_gets_three_letters_a_day_however_it_is_spelt(client, gold):
    spellings = ["lan@bao.example", "LAN@bao.example", "lan+1@bao.example", "Lan+2@BAO.example", "lan@bao.example"]

    answers = [ask(client, email, f"15{number}.000.000") for number, email in enumerate(spellings, start=1)]

    assert len(mail.outbox) == limits.PER_ADDRESS
    assert {(answer.status_code, answer["Location"], answer.content) for answer in answers} == {
        (303, "/ban-tin/da-gui/", b"")
    }
    Ask.objects.update(at=timezone.now() - timedelta(hours=25))
    ask(client, "lan@bao.example", "158.000.000")
    assert len(mail.outbox) == limits.PER_ADDRESS + 1


def test_one_network_asks_thirty_times_a_day(client, gold):
    for number in range(limits.PER_NETWORK):
        assert ask(client, f"a{number}@bao.example", REMOTE_ADDR="203.0.113.7").status_code == 303

    assert ask(client, "b@bao.example", REMOTE_ADDR="203.0.113.7").status_code == 429
    assert ask(client, "b@bao.example", REMOTE_ADDR="203.0.113.8").status_code == 303


def test_network_of_ipv6_is_its_64(client, gold):
    for number in range(limits.PER_NETWORK):
        ask(client, f"a{number}@bao.example", REMOTE_ADDR=f"2001:db8::{number + 1:x}")

    assert ask(client, "b@bao.example", REMOTE_ADDR="2001:db8::ffff").status_code == 429


def test_known_and_unknown_addresses_are_answered_alike(client, gold):
    SubscriptionFactory(instrument=gold, email="quen@bao.example")

    known, unknown = ask(client, "quen@bao.example"), ask(client, "la@bao.example")

    assert (known.status_code, known["Location"], known.content) == (
        unknown.status_code,
        unknown["Location"],
        unknown.content,
    )
    assert [letter.to for letter in mail.outbox] == [["la@bao.example"]]


def test_asking_again_before_confirming_sends_the_link_again_for_one_subscription(client, gold):
    ask(client)
    ask(client, "Ban-Doc@bao.example")

    assert len(mail.outbox) == 2
    assert Subscription.objects.count() == 1


def test_address_may_have_twenty_subscriptions(client, gold):
    for number in range(actions.MOST):
        SubscriptionFactory(instrument=gold, email="lan@bao.example", level=160_000_000 + number)

    ask(client, "Lan@bao.example")

    assert mail.outbox == []


def test_no_network_address_and_no_readers_address_stands_among_the_traces(client, gold):
    ask(client, REMOTE_ADDR="203.0.113.7")

    traces = str(list(Ask.objects.values()))
    assert Ask.objects.count() == 2
    assert "203.0.113" not in traces
    assert "ban-doc" not in traces


# -- links --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["xac-nhan", "thoi"])
@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: "0" + token[1:], lambda token: "x",
                                   lambda token: token.split(".")[0], lambda token: token + "\0"])  # fmt: skip
def test_forged_links_open_nothing(client, gold, kind, spoil):
    one = SubscriptionFactory(instrument=gold, pending=kind == "xac-nhan")
    link = path(links.to_confirm(one) if kind == "xac-nhan" else links.to_leave(one))
    token = spoil(link.split("/")[-2])
    if token == link.split("/")[-2]:
        token = "1" + token[1:]

    for method in (client.get, client.post):
        response = method(f"/ban-tin/{kind}/{token}/")
        assert response.status_code == 404
        assert "Vàng miếng" not in response.content.decode()
    assert Subscription.objects.confirmed().exists() == (kind == "thoi")


def test_link_of_one_kind_does_not_serve_as_the_other(client, gold):
    one = SubscriptionFactory(instrument=gold, pending=True)
    confirm, leave = (path(link).split("/")[-2] for link in (links.to_confirm(one), links.to_leave(one)))

    assert client.post(f"/ban-tin/xac-nhan/{leave}/").status_code == 404
    assert client.post(f"/ban-tin/thoi/{confirm}/").status_code == 404
    assert Subscription.objects.pending().count() == 1


def test_link_to_confirm_dies_after_two_days(client, gold, monkeypatch):
    link = path(links.to_confirm(SubscriptionFactory(instrument=gold, pending=True)))
    now = timezone.now().timestamp()

    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 48 * 3600 + 60)

    assert client.post(link).status_code == 404
    assert not Subscription.objects.confirmed().exists()


def test_confirming_again_and_after_leaving_changes_nothing(client, gold):
    one = SubscriptionFactory(instrument=gold, pending=True)
    link = path(links.to_confirm(one))
    client.post(link)
    at = Subscription.objects.get().confirmed_at
    client.post(link)
    assert Subscription.objects.get().confirmed_at == at

    actions.leave(one.pk)

    assert client.post(link).status_code == 404
    assert Subscription.objects.count() == 0


def test_one_click_of_a_mail_program_ends_everything_of_the_address(strict, gold):
    first = SubscriptionFactory(instrument=gold, email="lan@bao.example")
    SubscriptionFactory(instrument=gold, email="Lan@bao.example", level=155_000_000)
    other = SubscriptionFactory(instrument=gold, email="mai@bao.example")
    limits.admits_address("lan@bao.example")
    link = path(links.to_leave(first))
    headers = {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}

    for _again in range(2):
        response = strict.post(link, {"List-Unsubscribe": "One-Click"}, headers=headers)
        assert (response.status_code, dict(response.cookies)) == (200, {})

    assert list(Subscription.objects.all()) == [other]
    assert Ask.objects.count() == 0


def test_one_subscription_alone_can_be_ended(client, gold):
    first = SubscriptionFactory(instrument=gold, email="lan@bao.example")
    second = SubscriptionFactory(instrument=gold, email="lan@bao.example", level=155_000_000)

    client.post(path(links.to_leave(first)), {"only": "1"})

    assert list(Subscription.objects.all()) == [second]


def test_private_pages_are_neither_stored_nor_listed_nor_name_the_reader(client, gold):
    one = SubscriptionFactory(instrument=gold, email="lan@bao.example")

    for link in (links.to_confirm(one), links.to_leave(one)):
        response = client.get(path(link))
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex"
        page = response.content.decode()
        assert "lan@" not in page
        assert one.pk.hex not in page.replace(path(link), "") or "canonical" not in page


def test_unconfirmed_addresses_are_deleted_after_two_days(gold):
    old, new = SubscriptionFactory(instrument=gold, pending=True), SubscriptionFactory(instrument=gold, pending=True)
    Subscription.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(hours=49))
    Subscription.objects.filter(pk=new.pk).update(made_at=timezone.now() - timedelta(hours=47))
    confirmed = SubscriptionFactory(instrument=gold)
    Subscription.objects.filter(pk=confirmed.pk).update(made_at=timezone.now() - timedelta(days=900))

    actions.sweep()

    assert set(Subscription.objects.all()) == {new, confirmed}


# -- pages --------------------------------------------------------------------------------------------------------


def test_form_stands_on_the_page_of_an_instrument_that_has_a_price(client, gold):
    assert f'action="{FORM}"' in client.get(gold.get_absolute_url()).content.decode()


def test_without_a_price_there_is_no_form(client):
    from tests.factories.markets import InstrumentFactory  # noqa: PLC0415

    nothing = InstrumentFactory(slug="chua-co")

    assert "/ban-tin/" not in client.get(nothing.get_absolute_url()).content.decode()
    assert client.get("/ban-tin/gia-ca/chua-co/").status_code == 404
    assert client.post("/ban-tin/gia-ca/chua-co/", headers=SAME).status_code == 404


def test_no_log_names_an_address(client, gold, stands_at, caplog):
    with caplog.at_level(logging.DEBUG):
        ask(client)
        [link] = links_in(mail.outbox[0], "xac-nhan")
        client.post(link)
        stands_at(152)
        client.post(links_in(mail.outbox[-1], "thoi")[0])

    said = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert "ban-doc" not in said
