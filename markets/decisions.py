"""What a human decides about prices: approve, mend or reject what is held; correct or take back what was recorded.

One choke point each: transaction, lock, right, guard, quote, and the row that says who decided. A held price is decided
once; a recorded one is never changed, a correction is a further quote.
"""

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from markets import findings, intake, sanity
from markets.history import Histories, point_of
from markets.models import Channel, Held, Instrument, Quote
from markets.models.quote import VALUES
from markets.rules import check

Amounts = Mapping[str, Decimal | None]


@transaction.atomic
def approve(held: Held, *, by) -> Quote:
    """Record a held price as it stands. Needs `markets.decide_held`; ValidationError where it cannot be."""
    held = _waiting(held, by)
    if not findings.may_be_approved(held):
        raise ValidationError(_("This price cannot be recorded as it is. Mend it or reject it."), code="impossible")
    return _settle(held, Held.State.APPROVED, {name: getattr(held, name) for name in VALUES}, by)


@transaction.atomic
def mend(held: Held, *, by, values: Amounts, confirmed: bool = False) -> Quote:
    """Record a held price with other amounts, by field. Needs `markets.decide_held`.

    The new amounts are judged as well: ValidationError (code "doubtful") with what is odd, unless `confirmed`.
    """
    held = _waiting(held, by)
    return _settle(held, Held.State.MENDED, values, by, confirmed=confirmed)


@transaction.atomic
def reject(held: Held, *, by, note: str = "") -> Held:
    """Decide that a held price is never to be seen. Needs `markets.decide_held`."""
    held = _waiting(held, by)
    _decide(held, Held.State.REJECTED, by, note)
    return held


@transaction.atomic
def correct(quote: Quote, *, by, values: Amounts, why: str, confirmed: bool = False) -> Quote:
    """Record what `quote` should have said; the new quote names it. Needs `markets.correct_quote` and a reason.

    ValidationError where it was corrected before (correct the correction), breaks a rule, or looks odd (code
    "doubtful") unless `confirmed`. No values at all take the quote back.
    """
    _require(by, "markets.correct_quote")
    instrument = _locked(quote.instrument_id)
    if Quote.objects.filter(corrects=quote).exists():
        raise ValidationError(_("This price was corrected before. Correct the correction."), code="corrected")
    if not why.strip():
        raise ValidationError({"why": ValidationError(_("A correction needs its reason."), code="required")})
    correction = _correction(quote, instrument, values, by, why)
    if not correction.is_void:
        _judge(correction, confirmed)
    intake.store([correction])
    return correction


def retract(quote: Quote, *, by, why: str) -> Quote:
    """Take `quote` back: readers no longer see it, history does. See `correct`."""
    return correct(quote, by=by, values={}, why=why)


def _correction(quote, instrument, values, by, why):
    copied = {name: getattr(quote, name) for name in ("source_id", "quoted_at", "is_timed")}
    amounts = {name: value for name, value in values.items() if name in VALUES}
    return Quote(
        instrument=instrument, corrects=quote, why=why, entered_by=by, channel=Channel.HAND, **copied, **amounts
    )


def _waiting(held, by):
    """The held price, locked, if it may be decided by this account and still waits."""
    _require(by, "markets.decide_held")
    held = Held.objects.select_for_update().select_related("instrument").get(pk=held.pk)
    if held.state != Held.State.WAITING:
        raise ValidationError(_("Somebody has decided on this price already."), code="decided")
    return held


def _settle(held, state, values, by, confirmed=True):
    """Record a quote in place of the held price. Where its time has a quote already, it corrects that one."""
    copied = ("source_id", "quoted_at", "is_timed", "channel", "raw", "raw_unit")
    amounts = {name: value for name, value in values.items() if name in VALUES}
    quote = Quote(
        instrument=_locked(held.instrument_id),
        corrects=Quote.objects.filter(instrument=held.instrument_id, quoted_at=held.quoted_at, correction=None).first(),
        entered_by=held.entered_by if state == Held.State.APPROVED else by,
        **{name: getattr(held, name) for name in copied},
        **amounts,
    )
    _judge(quote, confirmed)
    intake.store([quote])
    held.quote = quote
    _decide(held, state, by)
    return quote


def _judge(quote, confirmed):
    """Rules always hold; doubts yield to a person who has seen them."""
    check(quote, timezone.now())
    if confirmed:
        return
    history = Histories([quote]).of(quote.instrument)
    history.forget(quote.quoted_at)
    doubts = sanity.examine(point_of(quote), history)
    if doubts:
        said = [findings.sentence(doubt.kept(), quote.instrument.decimals) for doubt in doubts]
        raise ValidationError([ValidationError(sentence, code="doubtful") for sentence in said])


def _decide(held, state, by, note=""):
    held.state, held.decided_by, held.decided_at, held.note = state, by, timezone.now(), note
    held.save(update_fields=["state", "decided_by", "decided_at", "note", "quote"])


def _locked(instrument_id):
    return Instrument.objects.with_latest().locked().get(pk=instrument_id)


def _require(by, right):
    if not by.has_perm(right):
        raise PermissionDenied
