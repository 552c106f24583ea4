"""Gold by its shops. They differ in the unit: SJC counts by lượng, BTMC and PNJ by chỉ, and DOJI does not say."""

from decimal import Decimal

from django.utils.translation import gettext as _

from markets.numbers import Notation
from markets.providers.base import FormatError, Reading, amount, json_object, moment, objects, pair, text, xml
from newsroom.text.vietnamese import fold, one_line

_CLOCK_FIRST = ("%H:%M %d/%m/%Y", "%H:%M:%S %d/%m/%Y", "%I:%M:%S %p %d/%m/%Y", "%I:%M %p %d/%m/%Y")


def read_sjc_xml(content: bytes) -> Reading:
    """The old `tygiavang.xml`: a dot between thousands, and its unit beside its time. A row is `city / type`."""
    rates = xml(content, "root").find("ratelist")
    if rates is None:
        raise FormatError(_("The list “%(name)s” is missing.") % {"name": "ratelist"})
    shared = {"unit": text(rates.get("unit")), "quoted_at": moment(rates.get("updated") or "", *_CLOCK_FIRST)}
    reading = Reading()
    for city in rates.iter("city"):
        for item in city.iter("item"):
            key = f"{text(city.get('name'))} / {text(item.get('type'))}"
            facts = {name: item.get(name) for name in ("buy", "sell")}
            reading.add(key, lambda key=key, facts=facts: _dotted(key, facts, shared))
    return reading.checked()


def _dotted(key, facts, shared):
    values = {name: amount(value, Notation.DOT_THOUSANDS) for name, value in facts.items()}
    return pair(key, key, raw=_raw(facts), **values, **shared)


def read_sjc_service(content: bytes) -> Reading:
    """`PriceService`: `Buy` in thousands, `BuyValue` in đồng; a row in which the two disagree is a fault."""
    answer = json_object(content)
    if answer.get("success") is False:
        raise FormatError(_("The source says that it failed."))
    quoted_at = moment(text(answer.get("latestDate")), *_CLOCK_FIRST)
    reading = Reading()
    for facts in objects(answer, "data"):
        branch, kind = text(facts.get("BranchName")), text(facts.get("TypeName"))
        key = f"{branch} / {kind}" if branch else kind
        reading.add(key, lambda key=key, facts=facts: _by_luong(key, facts, quoted_at))
    return reading.checked()


def _by_luong(key, facts, quoted_at):
    values = {name.lower(): _in_dong(facts, name) for name in ("Buy", "Sell")}
    raw = _raw({name: facts.get(name) for name in ("Buy", "BuyValue", "Sell", "SellValue") if name in facts})
    return pair(key, key, raw=raw, unit="đồng/lượng", quoted_at=quoted_at, **values)


def _in_dong(facts, name):
    thousands, whole = amount(facts.get(name)), amount(facts.get(f"{name}Value"))
    if thousands is None:
        return whole
    if whole is not None and whole != thousands * 1000:
        raise ValueError(_("%(name)s and %(name)sValue disagree.") % {"name": name})
    return thousands * 1000


def read_btmc(content: bytes) -> Reading:
    """`getpricebtmc`: đồng by chỉ, names suffixed by the row. Silver stands among it, of which the unit is not said."""
    reading = Reading()
    for facts in objects(json_object(content), "DataList", "Data"):
        suffix = text(facts.get("@row"))
        name = text(facts.get(f"@n_{suffix}"))
        reading.add(name or f"row {suffix}", lambda facts=facts, name=name, suffix=suffix: _by_chi(facts, name, suffix))
    return reading.checked()


def _by_chi(facts, name, suffix):
    if not name:
        raise ValueError(_("The row has no name."))
    given = {"buy": facts.get(f"@pb_{suffix}"), "sell": facts.get(f"@ps_{suffix}")}
    unit = "" if "bac" in fold(name).split() else "đồng/chỉ"
    quoted_at = moment(text(facts.get(f"@d_{suffix}")), "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S")
    values = {side: amount(value) for side, value in given.items()}
    return pair(name, name, raw=_raw(given), unit=unit, quoted_at=quoted_at, **values)


def read_pnj(content: bytes) -> Reading:
    """`get-gold-price`: thousand đồng by chỉ, and no time at all."""
    reading = Reading()
    for facts in objects(json_object(content), "data"):
        key = text(facts.get("masp"))
        reading.add(key, lambda key=key, facts=facts: _timeless(key, facts))
    return reading.checked()


def _timeless(key, facts):
    if not key:
        raise ValueError(_("The row has no name."))
    given = {"buy": facts.get("giamua"), "sell": facts.get("giaban")}
    values = {side: amount(value) for side, value in given.items()}
    return pair(key, text(facts.get("tensp")) or key, raw=_raw(given), unit="nghìn đồng/chỉ", **values)


def read_doji(content: bytes) -> Reading:
    """`GoldList`: each list with its own time. Readers disagree on the unit, so the source's settings must name it."""
    reading = Reading()
    for shelf in xml(content, "GoldList"):
        rows = shelf.findall("Row")
        quoted_at = moment(shelf.findtext("DateTime") or "", *_CLOCK_FIRST) if rows else None
        for row in rows:
            facts, key = row.attrib, text(row.get("Key")) or text(row.get("Name"))
            reading.add(key, lambda key=key, facts=facts, at=quoted_at: _unitless(key, facts, at))
    return reading.checked()


def _unitless(key, facts, quoted_at):
    if not key:
        raise ValueError(_("The row has no name."))
    given = {"buy": facts.get("Buy"), "sell": facts.get("Sell")}
    values = {side: amount(value) for side, value in given.items()}
    return pair(key, text(facts.get("Name")) or key, raw=_raw(given), quoted_at=quoted_at, **values)


def _raw(given) -> str:
    return "; ".join(f"{name}={_written(value)}" for name, value in given.items())


def _written(value):
    return f"{value:f}" if isinstance(value, Decimal) else one_line(str("" if value is None else value))[:60]
