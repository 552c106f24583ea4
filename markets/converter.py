"""How much of one thing is how much of another: measures by exact fractions, things and money by a quoted price.

`newsroom/static/newsroom/js/converter.js` computes the same from the same numbers: change both together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from markets import units
from markets.models import Instrument
from newsroom.text.vietnamese import format_datetime, format_number

SIDES = {"sell": gettext_lazy("selling price"), "buy": gettext_lazy("buying price")}
_MEASURE_DECIMALS = 4


class ConversionError(ValueError):
    """It cannot be told; `str()` says why, to the reader who asked."""


@dataclass(frozen=True)
class Thing:
    """A measure or a currency that can be converted from or into. `decimals` is how finely it is told."""

    name: str
    kind: str
    size: Fraction
    decimals: int


@dataclass(frozen=True)
class Answer:
    """`amounts`, one, or two for a range, lowest first, each to the decimals of `wanted`; `side` is empty and
    `instrument` None where no price was needed.
    """

    quantity: Decimal
    given: Thing
    wanted: Thing
    amounts: tuple[Decimal, ...]
    is_exact: bool
    instrument: Instrument | None = None
    side: str = ""

    @property
    def by_quote(self) -> str:
        """Which quote was used; empty where none was needed."""
        return told(self.instrument, self.side) if self.instrument else ""

    @property
    def in_words(self) -> str:
        """`2 chỉ = 29.900.000 đồng`; ≈ where the amount was rounded."""
        sign = "=" if self.is_exact else "≈"
        shown = "–".join(dict.fromkeys(map(format_number, self.amounts)))
        return f"{format_number(self.quantity)} {self.given.name} {sign} {shown} {self.wanted.name}"


def things(instruments: Iterable[Instrument]) -> dict[str, list[Thing]]:
    """What the prices at hand allow to convert, by kind: the measures of their kinds, and `money`."""
    found = {"money": {}}
    for instrument in instruments:
        unit = unit_of(instrument)
        if unit:
            found["money"][unit.currency] = _money(unit.currency)
            found.setdefault(unit.kind, {name: _thing(name) for name in _alike(unit)})
    return {kind: list(named.values()) for kind, named in found.items() if named}


def unit_of(instrument):
    try:
        return instrument.measured
    except units.UnitError:
        return None


def prices(instrument: Instrument) -> dict[str, tuple[Decimal, ...]]:
    """The values to compute with by side, those that were quoted: a range has two; what has no sides is `sell`."""
    quote = instrument.latest
    if instrument.is_pair:
        sides = {side: getattr(quote, side) for side in SIDES}
        return {side: (value,) for side, value in sides.items() if value is not None}
    return {"sell": (quote.low, quote.high) if instrument.is_range else (quote.price,)}


def told(instrument: Instrument, side: str) -> str:
    """The quote that is computed by: whose price, how much, who said so and when. The instrument is judged."""
    quote = instrument.latest
    shown = "–".join(format_number(value, instrument.decimals) for value in prices(instrument)[side])
    facts = {"instrument": instrument, "price": shown, "unit": instrument.unit, "side": SIDES[side]}
    said = [
        _("By the %(side)s of %(instrument)s: %(price)s %(unit)s.")
        if instrument.is_pair
        else _("By the price of %(instrument)s: %(price)s %(unit)s.")
    ]
    said.append(_("Source: %(source)s, %(time)s."))
    facts |= {"source": quote.source, "time": format_datetime(quote.quoted_at)}
    if instrument.is_stale:
        said.append(_("This price is out of date."))
    if quote.source.is_demo:
        said.append(_("Demonstration data, not a real price") + ".")
    return " ".join(said) % facts


def convert(quantity: Decimal, given: str, wanted: str, instrument: Instrument, side: str) -> Answer:
    """The answer by the instrument's latest quote, of which the `side` (`sell`, `buy`) counts for pairs only.

    Between measures of one kind no price is used. ConversionError where the price is of other things, or missing.
    """
    if units.kind_of(given) == units.kind_of(wanted):
        return _answer(quantity, given, wanted, [units.size_of(given) / units.size_of(wanted)])
    unit = unit_of(instrument)
    side = side if instrument.is_pair else "sell"
    factors = [_factor(unit, given, wanted, Fraction(value)) for value in prices(instrument).get(side, ())]
    if not factors:
        raise ConversionError(_("%(instrument)s has no such price at present.") % {"instrument": instrument})
    return _answer(quantity, given, wanted, factors, instrument, side)


def _factor(unit, given, wanted, price):
    if unit and (units.kind_of(given), wanted) == (unit.kind, unit.currency):
        return price * units.size_of(given) / unit.size
    if unit and (given, units.kind_of(wanted)) == (unit.currency, unit.kind):
        return unit.size / units.size_of(wanted) / price
    facts = {"given": given, "wanted": wanted, "unit": unit or "?"}
    raise ConversionError(
        _("A price in %(unit)s does not turn %(given)s into %(wanted)s. Choose another price or another unit.") % facts
    )


def _answer(quantity, given, wanted, factors, instrument=None, side=""):
    target = _thing(wanted) if wanted in units.MEASURES else _money(wanted)
    source = _thing(given) if given in units.MEASURES else _money(given)
    exact = sorted(Fraction(quantity) * factor for factor in factors)
    amounts = tuple(units.rounded(amount, target.decimals) for amount in exact)
    is_exact = all(Fraction(shown) == amount for shown, amount in zip(amounts, exact, strict=True))
    return Answer(quantity, source, target, amounts, is_exact, instrument, side)


def _alike(unit):
    return [name for name, (kind, _size) in units.MEASURES.items() if kind == unit.kind] or [unit.measure]


def _thing(name):
    if name not in units.MEASURES:
        return _money(name)
    return Thing(name, units.kind_of(name), units.size_of(name), _MEASURE_DECIMALS)


def _money(name):
    """Đồng are whole; what else is no measure is counted in hundredths, like dollars."""
    return Thing(name, units.kind_of(name), Fraction(1), 0 if name == "đồng" else 2)
