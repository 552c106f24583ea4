"""Units of prices: `nghìn đồng/lượng` is a scale, a currency and a measure. Pure: text in, exact fractions out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from newsroom.text.vietnamese import fold, one_line

# What a measure is made of, and how much of it. 1 lượng = 10 chỉ = 37.5 g.
_MASS = {
    "gram": Fraction(1),
    "chỉ": Fraction(375, 100),
    "lượng": Fraction(375, 10),
    "ounce": Fraction(311034768, 10_000_000),
    "kg": Fraction(1000),
    "tạ": Fraction(100_000),
    "tấn": Fraction(1_000_000),
}
_VOLUME = {"lít": Fraction(1), "m³": Fraction(1000)}
MEASURES = {
    name: (kind, size) for kind, sizes in (("mass", _MASS), ("volume", _VOLUME)) for name, size in sizes.items()
}

_MEASURE_WORDS = {
    "g": "gram", "gam": "gram", "gr": "gram", "cay": "lượng", "oz": "ounce", "kilogam": "kg", "kilogram": "kg",
    "l": "lít", "liter": "lít", "litre": "lít", "m3": "m³",
} | {fold(name): name for name in MEASURES}  # fmt: skip
_CURRENCY_WORDS = {"dong": "đồng", "d": "đồng", "vnd": "đồng", "vn d": "đồng", "do la": "USD", "usd": "USD"}
_SCALE_WORDS = {"nghin": 1000, "ngan": 1000, "trieu": 1_000_000}
_SCALES = {1: "", 1000: "nghìn ", 1_000_000: "triệu "}
_LONGEST_MEASURE = 20


class UnitError(ValueError):
    """The text is no unit of a price, or two units measure different things; `str()` says so to a person."""


@dataclass(frozen=True)
class Unit:
    """What one number stands for: so many (`scale`) of `currency` for one `measure`; `str()` prints it."""

    currency: str
    measure: str
    scale: int = 1

    def __str__(self):
        return f"{_SCALES[self.scale]}{self.currency}/{self.measure}"

    @property
    def kind(self) -> str:
        """Units of one kind convert into each other. A measure not in MEASURES is a kind of its own."""
        return kind_of(self.measure)

    @property
    def size(self) -> Fraction:
        """How much one of the measure is, within its kind."""
        return size_of(self.measure)


def kind_of(measure: str) -> str:
    """What the measure measures, `mass` or `volume`; one not in MEASURES is a kind of its own."""
    return MEASURES.get(measure, (measure, 1))[0]


def size_of(measure: str) -> Fraction:
    """How much one of the measure is, within its kind."""
    return MEASURES.get(measure, (measure, Fraction(1)))[1]


def parse(text: str) -> Unit:
    """The unit meant by `ngàn đồng/lượng`, `Nghìn đồng/kg`, `đ/lít`, `đồng/USD` or `USD/ounce`.

    Raises UnitError where the currency is unknown or the measure is missing; a measure we never heard of (`bó`) is
    kept as it is, and converts into nothing.
    """
    price, slash, measure = one_line(text).partition("/")
    words = fold(price).replace(".", "").split()
    scale = _SCALE_WORDS.get(words[0]) if words else None
    currency = _CURRENCY_WORDS.get(" ".join(words[1:] if scale else words))
    measure = measure.strip()
    if not (slash and currency and re.fullmatch(r"[^\W_][\w ³]*", measure) and len(measure) <= _LONGEST_MEASURE):
        raise UnitError(_("“%(text)s” is no unit of a price. Write it like đồng/kg.") % {"text": one_line(text)})
    return Unit(currency, _MEASURE_WORDS.get(fold(measure), measure), scale or 1)


def ratio(given: Unit, wanted: Unit) -> Fraction:
    """By what a price in the one is to be multiplied to be a price in the other; UnitError if they do not compare."""
    if (given.currency, given.kind) != (wanted.currency, wanted.kind):
        facts = {"given": given, "wanted": wanted}
        raise UnitError(_("%(given)s cannot be converted to %(wanted)s.") % facts)
    return Fraction(given.scale, wanted.scale) * wanted.size / given.size


def convert(value: Decimal, given: Unit, wanted: Unit, decimals: int) -> Decimal:
    """The same price in another unit, halves rounded up to `decimals`; exact wherever nothing is left to round."""
    return rounded(Fraction(value) * ratio(given, wanted), decimals)


def misread(unit: Unit, factor: Fraction) -> Unit | None:
    """The unit in which a number `factor` times too large for `unit` is right: too small by a thousand, nghìn đồng.

    None where no unit of the kind explains it. What differs least from `unit` wins.
    """
    near = (other for other in _alike(unit) if other != unit and ratio(other, unit) * factor == 1)
    return min(near, key=lambda other: (other.measure != unit.measure, other.scale), default=None)


def _alike(unit: Unit) -> Iterator[Unit]:
    measures = [name for name, (kind, _size) in MEASURES.items() if kind == unit.kind] or [unit.measure]
    return (replace(unit, measure=measure, scale=scale) for measure in measures for scale in _SCALES)


def rounded(value: Fraction, decimals: int) -> Decimal:
    """So many decimals, halves away from zero."""
    places = Fraction(10) ** decimals
    whole = (int(abs(value) * places * 2) + 1) // 2
    return (
        Decimal(whole if value >= 0 else -whole).scaleb(-decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    )
