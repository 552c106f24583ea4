"""Ask, confirm, leave, forget. Addresses of readers go into no log, so no error of the database is logged in full."""

import logging
from decimal import Decimal
from functools import partial
from uuid import UUID

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import Error, transaction
from django.db.models.functions import Now

from markets.models import Instrument
from newsroom.desk import background
from newsroom.subscriptions import alerts, limits, sending
from newsroom.subscriptions.models import Kind, Letter, Subscription, mask

MOST = 20
"""Subscriptions that one address may have."""

logger = logging.getLogger(__name__)


def ask_later(email: str, instrument: Instrument, level: Decimal) -> None:
    """Somebody asks to be told at `email` when `instrument` reaches `level`, which it does not stand at.

    All of it is done after the answer, so that neither its words nor its time tell whether an address is known.
    """
    is_rise = level > instrument.latest.reference
    facts = {"kind": Kind.PRICE, "instrument_id": instrument.pk, "level": level, "is_rise": is_rise}
    background.run(_ask, email, facts)


def _ask(email, facts):
    try:
        _write_confirmation(email, facts)
    except Error as error:
        logger.error("A reader's request was lost: %s", type(error).__name__)
    sending.run()


@transaction.atomic
def _write_confirmation(email, facts):
    if not limits.admits_address(email) or Subscription.objects.of(email).count() >= MOST:
        return
    Subscription.objects.bulk_create([Subscription(email=email, **facts)], ignore_conflicts=True)
    asked = Subscription.objects.of(email).pending().filter(**facts).first()
    if asked:
        Subscription.objects.filter(pk=asked.pk).update(made_at=Now())  # the new link works as long as any
        letter = Letter(subscription=asked, about=Letter.About.CONFIRM)
        Letter.objects.bulk_create([letter], ignore_conflicts=True)


@transaction.atomic
def confirm(key: UUID) -> Subscription | None:
    """Its reader means it; None where there is nothing to confirm any more. Confirming again changes nothing.

    Where the price has reached the level meanwhile, the letter that says so follows.
    """
    found = Subscription.objects.select_for_update(of=("self",)).select_related("instrument").filter(pk=key).first()
    if found and found.confirmed_at is None:
        Subscription.objects.filter(pk=key).update(confirmed_at=Now())
        transaction.on_commit(partial(background.run, _tell))
    return found


def _tell():
    alerts.judge()
    sending.run()


@transaction.atomic
def leave(key: UUID, *, only: bool = False) -> int:
    """Delete everything of the address behind a subscription, or that one alone. Returns how many went."""
    found = Subscription.objects.filter(pk=key).first()
    if found is None:
        return 0
    if only and Subscription.objects.of(found.email).count() > 1:
        found.delete()
        return 1
    return _delete(found.email)


@transaction.atomic
def forget(email: str, *, by) -> int:
    """Delete everything of an address on its owner's request. Needs `subscriptions.forget_address`; on the record.

    Returns how many subscriptions went.
    """
    if not by.has_perm("subscriptions.forget_address"):
        raise PermissionDenied
    count = _delete(email)
    if count:
        LogEntry.objects.create(
            user=by, content_type=ContentType.objects.get_for_model(Subscription), object_id="",
            object_repr=mask(email), action_flag=DELETION, change_message="",
        )  # fmt: skip
    return count


def sweep() -> None:
    """Delete what nobody confirmed in time, and traces that have served their day."""
    Subscription.objects.overdue().delete()
    limits.sweep()


def _delete(email):
    limits.forget_address(email)
    _rows, by_model = Subscription.objects.of(email).delete()
    return by_model.get(Subscription._meta.label, 0)
