"""Rates of Vietcombank, in đồng for one unit of a currency: its XML and its JSON."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from markets.providers.base import FormatError, Reading, amount, json_object, moment, objects, pair, text, xml


def read_xml(content: bytes) -> Reading:
    """`ExrateList`: English numbers, with or without commas; its time in American order. `Transfer` is not taken."""
    root = xml(content, "ExrateList")
    quoted_at = moment(root.findtext("DateTime") or "", "%m/%d/%Y %I:%M:%S %p")
    reading = Reading()
    for rate in root.iter("Exrate"):
        facts = rate.attrib
        code = text(facts.get("CurrencyCode"))
        reading.add(code, lambda code=code, facts=facts: _rate(code, facts, quoted_at, "Buy", "Sell", "CurrencyName"))
    return reading.checked()


def read_json(content: bytes) -> Reading:
    """`Data`: its time is `UpdatedDate`; `Date` only repeats what was asked for."""
    answer = json_object(content)
    quoted_at = _updated(text(answer.get("UpdatedDate")))
    reading = Reading()
    for facts in objects(answer, "Data"):
        code = text(facts.get("currencyCode"))
        reading.add(code, lambda code=code, facts=facts: _rate(code, facts, quoted_at, "cash", "sell", "currencyName"))
    return reading.checked()


def _rate(code, facts, quoted_at, buy, sell, name):
    if not code:
        raise ValueError(_("The row has no name."))
    raw = "; ".join(f"{key}={text(facts.get(key))}" for key in (buy, sell))
    return pair(
        code, f"{code} {text(facts.get(name))}", raw=raw, unit=f"đồng/{code}", quoted_at=quoted_at,
        buy=amount(facts.get(buy)), sell=amount(facts.get(sell)),
    )  # fmt: skip


def _updated(written):
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        raise FormatError(_("The time “%(text)s” cannot be read.") % {"text": written[:40]}) from None
    return found if timezone.is_aware(found) else timezone.make_aware(found, timezone.get_default_timezone())
