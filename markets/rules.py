"""What makes a quote right, asked of an unsaved Quote. The database repeats what it can of it by constraint.

Each rule yields (field, complaint) pairs; complaints are translated for the person at the desk.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import chain

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.models import Instrument, Quote
from markets.models.quote import VALUES

# Clocks of sources run a little ahead of ours.
TOLERANCE = timedelta(minutes=5)

# Older than any history here, and a year 1 typed by mistake is more than the database driver can read back.
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)

Complaints = Iterator[tuple[str, ValidationError]]


def check(quote: Quote, now: datetime) -> None:
    """Raise ValidationError, by field, unless `quote` may be recorded at the time `now`.

    Does not look at other quotes, and asks nothing of the database when the instrument is at hand.
    """
    # Relations come from the caller as rows, not as input; looking them up again would be a query each.
    quote.clean_fields(exclude={"instrument", "source", "corrects", "entered_by"})
    complaints = {}
    for field, complaint in chain(_shape(quote), _amounts(quote), _order(quote), _time(quote, now)):
        complaints.setdefault(field, []).append(complaint)
    if complaints:
        raise ValidationError(complaints)


def _shape(quote: Quote) -> Complaints:
    fields = quote.instrument.value_fields
    for field in VALUES:
        if field not in fields and getattr(quote, field) is not None:
            yield field, ValidationError(_("This instrument is not quoted that way."), code="kind")
    missing = [field for field in fields if getattr(quote, field) is None]
    if missing and (len(missing) == len(fields) or quote.instrument.kind == Instrument.Kind.RANGE):
        yield missing[-1], ValidationError(_("The price is missing."), code="required")


def _amounts(quote: Quote) -> Complaints:
    step = Decimal(1).scaleb(-quote.instrument.decimals)
    for field in VALUES:
        value = getattr(quote, field)
        if value is None:
            continue
        if value <= 0:
            yield field, ValidationError(_("A price must be greater than zero."), code="positive")
        if value % step:
            yield (
                field,
                ValidationError(
                    _("Too many decimals: this instrument is quoted with %(decimals)d."),
                    code="decimals",
                    params={"decimals": quote.instrument.decimals},
                ),
            )


def _order(quote: Quote) -> Complaints:
    if quote.buy is not None and quote.sell is not None and quote.buy > quote.sell:
        yield "buy", ValidationError(_("The buying price must not exceed the selling price."), code="order")
    if quote.low is not None and quote.high is not None and quote.low > quote.high:
        yield "low", ValidationError(_("The lowest price must not exceed the highest."), code="order")


def _time(quote: Quote, now: datetime) -> Complaints:
    if quote.quoted_at < EARLIEST:
        yield "quoted_at", ValidationError(_("This time lies before the year 2000."), code="past")
    if quote.quoted_at > now + TOLERANCE:
        yield "quoted_at", ValidationError(_("This time lies in the future."), code="future")
