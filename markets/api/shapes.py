"""Rows as JSON. Amounts are text, exact, in the instrument's own unit; moments are local with their offset.

Only what a reader may see has a shape: nothing here reads what is held, who entered a price, or what was received.
"""

from datetime import datetime
from decimal import Decimal

from django.conf import settings

from markets.models import Day, Group, Instrument, Quote
from markets.units import UnitError
from newsroom.text.vietnamese import local

_ISO_4217 = {"đồng": "VND"}


def group(group: Group) -> dict:
    return {"slug": group.slug, "name": group.name}


def facts(instrument: Instrument) -> dict:
    """What is quoted, without any price. Its group is at hand."""
    return {
        "slug": instrument.slug,
        "name": instrument.name,
        "definition": instrument.definition,
        "place": instrument.place,
        "group": instrument.group.slug,
        "kind": instrument.kind,
        **_unit(instrument),
        "page": settings.SITE_URL + instrument.get_absolute_url(),
    }


def price(instrument: Instrument) -> dict:
    """Where an instrument stands: judged by `markets.stale`, `price` null where nothing was ever quoted."""
    latest = instrument.latest
    return {
        **facts(instrument),
        "price": latest and quote(latest),
        "change": _change(instrument),
        "is_stale": instrument.is_stale,
    }


def quote(quote: Quote) -> dict:
    """One price with who said so when. Its instrument and source are at hand."""
    instrument = quote.instrument
    return {
        "values": values(quote),
        "reference": amount(quote.reference, instrument.decimals),
        "quoted_at": moment(quote.quoted_at),
        "is_timed": quote.is_timed,
        "recorded_at": moment(quote.read_at),
        "source": quote.source.name,
        "is_demo": quote.source.is_demo,
        "is_correction": quote.corrects_id is not None,
    }


def values(quote: Quote) -> dict:
    """The amounts that the instrument's kind of price has; null is one that the source did not name."""
    return {name: amount(getattr(quote, name), quote.instrument.decimals) for name in quote.instrument.value_fields}


def day(day: Day, decimals: int) -> dict:
    """One day of an instrument; its last quote is at hand."""
    extremes = {name: amount(getattr(day, name), decimals) for name in ("open", "high", "low", "close")}
    return {"day": day.day.isoformat(), **extremes, "count": day.count, "last": quote(day.last)}


def correction(correction: Quote) -> dict:
    """What a quote said and what is right instead; `became` is null where it was taken back."""
    return {
        "id": correction.pk,
        "quoted_at": moment(correction.quoted_at),
        "corrected_at": moment(correction.read_at),
        "was": values(correction.corrects),
        "became": None if correction.is_void else values(correction),
        "reason": correction.why,
        "source": correction.source.name,
        "is_demo": correction.source.is_demo,
    }


def amount(value: Decimal | None, decimals: int) -> str | None:
    """`148700000` or `26092.50`: as many decimals as stated, more only where the value has them."""
    if value is None:
        return None
    places = max(decimals, -value.normalize().as_tuple().exponent)
    return f"{value:.{places}f}"


def moment(moment: datetime) -> str:
    return local(moment).isoformat(timespec="seconds")


def _unit(instrument):
    try:
        unit = instrument.measured
        parts = {"currency": _ISO_4217.get(unit.currency, unit.currency), "measure": unit.measure}
    except UnitError:
        parts = {"currency": None, "measure": None}
    return {"unit": instrument.unit, **parts, "decimals": instrument.decimals}


def _change(instrument):
    change = instrument.change
    if change is None:
        return None
    return {
        "amount": amount(change.amount, instrument.decimals),
        "percent": amount(change.percent, 2),
        "since": moment(instrument.previous.quoted_at),
    }
