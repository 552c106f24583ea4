"""Petrol and oil at retail, as Petrolimex sends them."""

from datetime import UTC, datetime

from django.utils.translation import gettext as _

from markets.providers.base import LONGEST_KEY, Reading, Row, amount, json_object, objects, text
from newsroom.text.vietnamese import fold

_ZONES = {"Zone1Price": "vùng 1", "Zone2Price": "vùng 2"}


def read(content: bytes) -> Reading:
    """`Objects`: two zones make two rows, `0` is none; fuel oil is sold by the kilogram, all else by the litre."""
    reading = Reading()
    for facts in objects(json_object(content), "Objects"):
        title = text(facts.get("Title"))
        if not title:
            continue
        for name, zone in _ZONES.items():
            key = f"{title} / {zone}"
            reading.add(key, lambda key=key, title=title, facts=facts, name=name: _row(key, title, facts, name))
    return reading.checked()


def _row(key, title, facts, name):
    price = amount(facts.get(name))
    if price is None:
        return None
    unit = "đồng/kg" if fold(title).startswith("mazut") else "đồng/lít"
    raw = f"{name}={price:f}"
    return Row(key[:LONGEST_KEY], key, raw=raw, unit=unit, price=price, quoted_at=_changed(facts))


def _changed(facts):
    """When the price was changed, in world time where the source says so by its Z."""
    written = text(facts.get("LastModified"))
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        raise ValueError(_("The time “%(text)s” cannot be read.") % {"text": written[:40]}) from None
    if found.tzinfo is None:
        raise ValueError(_("The time “%(text)s” does not say of which zone it is.") % {"text": written[:40]})
    return found.astimezone(UTC)
