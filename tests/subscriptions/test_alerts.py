"""Who is told what, when: once for each crossing, at most once a day, and honestly after corrections."""

from datetime import timedelta
from decimal import Decimal
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from django.utils.translation import gettext, override

from markets import intake
from markets.models import Channel, Source
from newsroom.subscriptions import alerts, receivers, sending
from newsroom.subscriptions.models import Letter, Subscription
from newsroom.subscriptions.querysets import REACHED
from tests.factories.markets import HeldFactory, QuoteFactory
from tests.factories.subscriptions import SubscriptionFactory
from tests.subscriptions.conftest import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def watcher(gold):
    """Waits for gold to rise to 151 million."""
    return SubscriptionFactory(instrument=gold)


def a_day_later():
    Subscription.objects.filter(told_on__isnull=False).update(told_on=timezone.localdate() - timedelta(days=1))


def test_reaching_the_level_is_told_once(watcher, stands_at):
    stands_at(150.9)
    assert sent() == []
    stands_at(151)
    assert len(sent()) == 1
    for millions in (151, 152, 160):
        stands_at(millions)
    receivers.do_what_is_due()
    assert sent() == []


def test_next_crossing_is_told_after_the_price_went_back(watcher, stands_at):
    stands_at(151)
    sent()
    a_day_later()
    stands_at(152)
    assert sent() == []
    stands_at(150)
    assert sent() == []
    stands_at(151.5)
    assert len(sent()) == 1


def test_price_that_rattles_around_the_level_is_told_once_a_day(watcher, stands_at):
    for millions in (151, 150, 151, 150, 151, 150, 152):
        stands_at(millions)
    assert len(sent()) == 1
    a_day_later()
    receivers.do_what_is_due()
    assert sent() == []


def test_falling_to_a_level_is_told_too(gold, stands_at):
    SubscriptionFactory(instrument=gold, level=149_000_000, is_rise=False)

    stands_at(149.1)
    assert sent() == []
    stands_at(149)
    assert len(sent()) == 1


@pytest.mark.parametrize("facts", [{"single": True}, {"spread": True}])
def test_other_kinds_of_price_are_judged_by_their_reference(facts):
    quote = QuoteFactory(**facts)
    level = quote.reference + 100
    SubscriptionFactory(instrument=quote.instrument, level=level)
    raised = {name: getattr(quote, name) + 100 for name in quote.instrument.value_fields}

    receivers.tell()
    assert sent() == []
    QuoteFactory(instrument=quote.instrument, buy=None, sell=None, quoted_at=timezone.now(), **raised)
    receivers.tell()
    assert len(sent()) == 1


def test_unconfirmed_address_is_told_nothing(gold, stands_at):
    SubscriptionFactory(instrument=gold, pending=True)

    stands_at(155)

    assert mail.outbox == []


def test_another_instrument_and_held_prices_tell_nobody(watcher, gold):
    QuoteFactory(sell=160_000_000)
    HeldFactory(instrument=gold, sell=160_000_000)

    receivers.tell()

    assert mail.outbox == []


def test_late_quote_of_an_earlier_time_tells_nobody(watcher, gold, stands_at):
    stands_at(150.5)

    QuoteFactory(instrument=gold, sell=155_000_000, quoted_at=timezone.now() - timedelta(days=2))
    receivers.tell()

    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_recorded_price_is_heard_after_commit(market_sheet):
    watcher, gold, clerk = market_sheet
    entry = intake.Entry(
        gold, "Tiệm A", timezone.now(), buy=Decimal(149_000_000), sell=Decimal(151_500_000), confirmed=True
    )

    intake.record_sheet([entry], by=clerk, channel=Channel.HAND)

    assert [letter.to for letter in mail.outbox] == [[watcher.email]]


@pytest.fixture
def market_sheet(gold, judge):
    return SubscriptionFactory(instrument=gold), gold, judge


# -- corrections --------------------------------------------------------------------------------------------------


def test_false_crossing_is_set_right_by_a_letter(watcher, stands_at, corrects):
    wrong = stands_at(155)
    sent()

    corrects(wrong, 150)

    [letter] = mail.outbox
    assert letter.to == [watcher.email]
    assert "155.000.000" in letter.body
    assert "150.000.000" in letter.body
    assert "Gõ nhầm" in letter.body
    sent()
    receivers.tell()
    assert sent() == []


def test_false_crossing_whose_letter_has_not_left_leaves_silence(watcher, gold, corrects, monkeypatch):
    monkeypatch.setattr(sending, "run", lambda: None)
    wrong = QuoteFactory(instrument=gold, sell=155_000_000)
    alerts.judge()
    assert Letter.objects.count() == 1

    corrects(wrong, 150)

    assert Letter.objects.count() == 0
    monkeypatch.undo()
    QuoteFactory(instrument=gold, sell=152_000_000, quoted_at=timezone.now())
    receivers.tell()
    assert len(mail.outbox) == 1


def test_price_taken_back_is_set_right_too(watcher, stands_at, corrects):
    wrong = stands_at(155)
    sent()

    corrects(wrong, None)

    [letter] = mail.outbox
    assert "150.000.000" in letter.body  # where it stands


def test_correction_that_reaches_the_level_all_the_same_is_silent_and_followed_on(watcher, stands_at, corrects):
    wrong = stands_at(155)
    sent()
    nearly = corrects(wrong, 152)
    assert sent() == []

    corrects(nearly, 150)

    assert "155.000.000" in mail.outbox[0].body  # what was told
    assert len(sent()) == 1


def test_real_crossing_after_a_false_one_is_told(watcher, stands_at, corrects):
    corrects(stands_at(155), 150)
    a_day_later()
    sent()

    stands_at(151)

    assert len(sent()) == 1


def test_correction_upwards_is_a_crossing(watcher, stands_at, corrects):
    low = stands_at(150)

    corrects(low, 153)

    assert len(sent()) == 1


def test_false_crossing_that_a_later_price_made_true_is_set_right_once(watcher, stands_at, corrects):
    wrong = stands_at(155)
    stands_at(152)
    sent()
    a_day_later()

    corrects(wrong, 150)

    [letter] = mail.outbox
    assert "152.000.000" in letter.body


# -- what is kept in step -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_rise", [True, False])
@pytest.mark.parametrize("millions", [149, 150, 150.5, 151, 152])
def test_predicate_and_query_agree(gold, stands_at, is_rise, millions):
    one = SubscriptionFactory(instrument=gold, level=150_500_000, is_rise=is_rise)
    quote = stands_at(millions)

    assert Subscription.objects.levels().filter(REACHED).exists() == one.is_reached_by(quote)


@pytest.mark.parametrize("count", [1, 3])
def test_judging_asks_a_constant_number_of_queries(count, django_assert_num_queries):
    for _ in range(count):
        instrument = QuoteFactory(sell=160_000_000).instrument
        SubscriptionFactory(instrument=instrument)

    with django_assert_num_queries(8):
        alerts.judge()

    assert Letter.objects.count() == count


# -- sending ------------------------------------------------------------------------------------------------------


def test_letters_wait_in_the_database_until_the_mail_server_takes_them(watcher, stands_at, monkeypatch, caplog):
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    stands_at(151)
    [letter] = Letter.objects.all()
    assert (letter.tries, letter.due_at > letter.made_at) == (1, True)

    monkeypatch.undo()
    sending.run()
    assert mail.outbox == []
    Letter.objects.update(due_at=timezone.now())
    sending.run()

    assert len(mail.outbox) == 1
    assert Letter.objects.count() == 0
    assert watcher.email not in caplog.text


def refuse(*args, **kwargs):
    raise SMTPException("ban-doc-0@bao.example refused")


def test_one_letter_that_is_refused_stops_no_other(gold, stands_at, monkeypatch, caplog):
    emails = [SubscriptionFactory(instrument=gold).email for _ in range(2)]
    send, refused = EmailBackend.send_messages, []

    def picky(self, messages):
        if not refused:
            refused.append(messages[0].to[0])
            raise SMTPException(refused[0])
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", picky)
    stands_at(151)

    assert {mail.outbox[0].to[0], refused[0]} == set(emails)
    assert Letter.objects.get().subscription.email == refused[0]
    assert refused[0] not in caplog.text


def test_dead_mail_server_costs_one_try_and_no_letter(gold, stands_at, monkeypatch):
    tried = []

    def dead(self):
        tried.append(1)
        raise ConnectionRefusedError

    for _ in range(3):
        SubscriptionFactory(instrument=gold)
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", dead)

    stands_at(151)

    assert len(tried) == 1
    assert list(Letter.objects.values_list("tries", flat=True)) == [0, 0, 0]


def test_letter_that_nobody_takes_for_two_days_is_given_up(watcher, stands_at, monkeypatch):
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    stands_at(151)
    Letter.objects.update(due_at=timezone.now(), made_at=timezone.now() - timedelta(hours=49))

    sending.run()

    assert Letter.objects.count() == 0


def test_letter_says_everything_and_can_be_ended_by_one_click(watcher, stands_at):
    quote = stands_at(151.2)

    [letter] = mail.outbox
    [(html, kind)] = letter.alternatives
    assert kind == "text/html"
    assert html.count("<h1>") == html.count("<main>") == 1
    for text in (letter.body, html):
        assert all(
            said in text for said in ("Vàng miếng", "151.000.000", "151.200.000", "đồng/lượng", "/ban-tin/thoi/")
        )
        assert quote.source.name in text
    headers = letter.message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http")
    assert watcher.email not in letter.body + html + str(headers["List-Unsubscribe"])


def test_demonstration_data_says_so_in_the_letter(watcher, stands_at):
    with override("vi"):
        mark = gettext("Demonstration data, not a real price")

    stands_at(151)
    a_day_later()
    stands_at(150)
    stands_at(152, source=Source.objects.create(name="Nguồn thử", is_demo=True))

    real, invented = mail.outbox
    assert [mark in text for text in (real.body, invented.body, invented.alternatives[0][0])] == [False, True, True]


def test_names_are_escaped_in_html_and_plain_in_text(gold, stands_at):
    type(gold).objects.filter(pk=gold.pk).update(name="Vàng <b> & bạc")
    SubscriptionFactory(instrument=gold)

    stands_at(151)

    [letter] = mail.outbox
    assert "Vàng <b> & bạc" in letter.body
    assert "Vàng &lt;b&gt; &amp; bạc" in letter.alternatives[0][0]
    assert "Vàng <b> & bạc" in letter.subject
