"""A human decides about held prices once, and corrects recorded ones without changing them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from markets import decisions, findings
from markets.models import Channel, Day, Held, Quote
from markets.signals import quotes_recorded
from tests.factories.markets import HeldFactory, QuoteFactory

pytestmark = pytest.mark.django_db

RIGHT = {"buy": 148_000_000, "sell": 150_000_000}


def code(error):
    return {one.code for one in error.value.error_list} if hasattr(error.value, "error_list") else set()


# --- Held prices


def test_approved_a_held_price_is_recorded_as_it_came(judge):
    held = HeldFactory()

    quote = decisions.approve(held, by=judge)

    held.refresh_from_db()
    assert (quote.buy, quote.sell, quote.raw, quote.channel) == (148_000_000, 1_500_000_000, held.raw, Channel.FEED)
    assert quote.entered_by is None
    assert (held.state, held.decided_by, held.quote) == (Held.State.APPROVED, judge, quote)
    assert held.decided_at


def test_mended_a_held_price_is_recorded_as_meant_and_keeps_what_came(judge):
    QuoteFactory(instrument__slug="vang")
    held = HeldFactory(instrument=Quote.objects.get().instrument)

    quote = decisions.mend(held, by=judge, values=findings.suggested(held))

    held.refresh_from_db()
    assert (quote.buy, quote.sell, quote.raw, quote.entered_by) == (148_000_000, 150_000_000, held.raw, judge)
    assert (held.state, held.sell, held.quote) == (Held.State.MENDED, 1_500_000_000, quote)


def test_what_is_mended_wrongly_is_doubted_until_confirmed(judge):
    instrument = QuoteFactory().instrument
    held = HeldFactory(instrument=instrument)
    wrong = {"buy": 14_800_000, "sell": 15_000_000}

    with pytest.raises(ValidationError) as error:
        decisions.mend(held, by=judge, values=wrong)
    assert {one.code for one in error.value.error_list} == {"doubtful"}
    assert Quote.objects.count() == 1

    assert decisions.mend(held, by=judge, values=wrong, confirmed=True).sell == 15_000_000


def test_mended_against_a_rule_a_price_is_refused_even_if_confirmed(judge):
    with pytest.raises(ValidationError):
        decisions.mend(HeldFactory(), by=judge, values={"buy": 3, "sell": 2}, confirmed=True)

    assert Held.objects.waiting().count() == 1


def test_rejected_a_held_price_is_no_quote(judge):
    held = decisions.reject(HeldFactory(), by=judge, note="Gõ thừa số 0")

    assert (held.state, held.decided_by, held.note, held.quote) == (Held.State.REJECTED, judge, "Gõ thừa số 0", None)
    assert not Quote.objects.exists()


@pytest.mark.parametrize("bad", ["order", "unit", "rule"])
def test_what_no_rule_allows_cannot_be_approved(bad, judge):
    held = HeldFactory(findings=[{"code": bad, "field": "", "facts": {}, "suggested": None}])

    with pytest.raises(ValidationError):
        decisions.approve(held, by=judge)

    assert not Quote.objects.exists()


def test_a_price_for_a_time_that_has_one_corrects_it(judge):
    quote = QuoteFactory()
    held = HeldFactory(instrument=quote.instrument, quoted_at=quote.quoted_at, sell=151_000_000)

    correction = decisions.approve(held, by=judge)

    assert correction.corrects == quote
    assert Day.objects.get().close == 151_000_000


@pytest.mark.parametrize("verb", ["approve", "mend", "reject"])
def test_a_held_price_is_decided_once_and_by_those_who_may(verb, judge, market_desk):
    held = HeldFactory()
    facts = {"values": RIGHT} if verb == "mend" else {}

    with pytest.raises(PermissionDenied):
        getattr(decisions, verb)(held, by=market_desk, **facts)
    getattr(decisions, verb)(held, by=judge, **facts)
    with pytest.raises(ValidationError) as error:
        getattr(decisions, verb)(held, by=judge, **facts)

    assert error.value.code == "decided"


def test_a_decision_stays_on_record(judge):
    held = decisions.reject(HeldFactory(), by=judge)
    waiting = HeldFactory()

    for attempt in (
        lambda: Held.objects.filter(pk=held.pk).update(note="anders"),
        lambda: Held.objects.filter(pk=held.pk).delete(),
        lambda: Held.objects.filter(pk=waiting.pk).delete(),
        lambda: Held.objects.filter(pk=waiting.pk).update(state="approved"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()


def test_recorded_by_a_decision_a_quote_is_told_of(judge, django_capture_on_commit_callbacks):
    told = []
    hear = lambda sender, quotes, **kwargs: told.extend(quotes)  # noqa: E731
    quotes_recorded.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            quote = decisions.approve(HeldFactory(), by=judge)
    finally:
        quotes_recorded.disconnect(hear)

    assert told == [quote]


# --- Corrections


def test_corrected_a_quote_stays_and_the_correction_stands(judge):
    wrong = QuoteFactory()

    correction = decisions.correct(wrong, by=judge, values={"buy": 147_000_000, "sell": 149_000_000}, why="Gõ nhầm")

    assert (correction.corrects, correction.why, correction.entered_by) == (wrong, "Gõ nhầm", judge)
    assert (correction.source, correction.quoted_at) == (wrong.source, wrong.quoted_at)
    assert list(Quote.objects.standing()) == [correction]
    assert Quote.objects.count() == 2
    assert wrong.instrument.latest == correction


def test_taken_back_a_quote_leaves_the_one_before(judge):
    before = QuoteFactory(quoted_at=timezone.now() - timedelta(days=2))
    wrong = QuoteFactory(instrument=before.instrument)

    decisions.retract(wrong, by=judge, why="Nhầm mặt hàng")

    assert list(Quote.objects.standing()) == [before]
    assert before.instrument.latest == before


def test_a_correction_needs_right_reason_and_a_quote_that_stands(judge, market_desk):
    wrong = QuoteFactory()

    with pytest.raises(PermissionDenied):
        decisions.correct(wrong, by=market_desk, values=RIGHT, why="Nhầm")
    with pytest.raises(ValidationError) as error:
        decisions.correct(wrong, by=judge, values=RIGHT, why=" ")
    assert error.value.error_dict["why"][0].code == "required"
    decisions.correct(wrong, by=judge, values=RIGHT, why="Nhầm")
    with pytest.raises(ValidationError) as error:
        decisions.correct(wrong, by=judge, values=RIGHT, why="Nhầm")
    assert error.value.code == "corrected"


def test_a_correction_is_judged_without_the_quote_it_corrects(judge):
    before = QuoteFactory(quoted_at=timezone.now() - timedelta(days=1))
    wrong = QuoteFactory(instrument=before.instrument, buy=14_800_000, sell=15_000_000)

    with pytest.raises(ValidationError):
        decisions.correct(wrong, by=judge, values={"buy": 14_700_000, "sell": 14_900_000}, why="Nhầm")
    assert decisions.correct(wrong, by=judge, values=RIGHT, why="Nhầm").sell == 150_000_000
