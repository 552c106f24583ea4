"""What readers may ask of prices, sent by GET: a comparison, a conversion."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets import converter, numbers, units
from markets.board import blocks
from markets.models import Instrument
from markets.periods import RANGES


def by_group(instruments: list[Instrument]) -> list[tuple]:
    """Choices of a select, by slug."""
    return [(str(block.group), [(one.slug, one.name) for one in block.instruments]) for block in blocks(instruments)]


class ComparisonForm(forms.Form):
    """Two instruments of `instruments` and a range."""

    a = forms.ChoiceField(label=_("First item"))
    b = forms.ChoiceField(label=_("Second item"))
    ky = forms.ChoiceField(
        label=_("Time shown"), required=False, choices=[(each.key, each.name) for each in RANGES.values()]
    )

    def __init__(self, instruments, data):
        self._by_slug = {each.slug: each for each in instruments}
        super().__init__(self._completed(data), use_required_attribute=False, label_suffix="")
        for name in ("a", "b"):
            self.fields[name].choices = by_group(instruments)

    def _completed(self, data):
        """What was not asked for: the first item, and another of its group where there is one. None without two."""
        instruments = list(self._by_slug.values())
        first = self._by_slug.get(data.get("a")) or next(iter(instruments), None)
        others = [each for each in instruments if each != first]
        if not others:
            return None
        second = next((each for each in others if each.group == first.group), others[0])
        return {"a": first.slug, "b": second.slug} | data

    def clean(self):
        chosen = [self.cleaned_data.get(name) for name in ("a", "b")]
        if chosen[0] and chosen[0] == chosen[1]:
            raise ValidationError({"b": ValidationError(_("Choose two different items."), code="same")})
        return self.cleaned_data

    @property
    def chosen(self) -> list[Instrument]:
        """The two, once the form is valid."""
        return [self._by_slug[self.cleaned_data[name]] for name in ("a", "b")]

    @property
    def shown(self):
        return RANGES[self.cleaned_data["ky"]]


# Named from where the reader stands: the prices are the shop's.
_SIDES = [("sell", _("You buy: selling price")), ("buy", _("You sell: buying price"))]


@dataclass(frozen=True)
class Offer:
    """An instrument as a choice of the converter."""

    instrument: Instrument

    @property
    def unit(self) -> units.Unit | None:
        return converter.unit_of(self.instrument)

    @property
    def sides(self) -> list[tuple[str, str, str]]:
        """Of each side its name, its prices in whole hundredths, and the quote in words."""
        known = converter.prices(self.instrument).items()
        return [
            (side, " ".join(map(_hundredths, values)), converter.told(self.instrument, side)) for side, values in known
        ]


def _hundredths(value):
    return str(int(value * 100))


class ConverterForm(forms.Form):
    """An amount, what it is of, what it is wanted in, and the price to go by. `answer` tells once it is valid."""

    so = forms.CharField(label=_("Amount"), max_length=40, strip=True)
    tu = forms.ChoiceField(label=_("Given in"))
    sang = forms.ChoiceField(label=_("Wanted in"))
    gia = forms.ChoiceField(label=_("By the price of"))
    ben = forms.ChoiceField(label=_("Side"), choices=_SIDES)

    def __init__(self, instruments, data=None):
        self.instruments = [each for each in instruments if converter.prices(each)]
        self.things = converter.things(self.instruments)
        super().__init__(self._completed(data or {}), use_required_attribute=False, label_suffix="")
        names = [thing.name for kind in self.things.values() for thing in kind]
        for name in ("tu", "sang"):
            self.fields[name].choices = [(each, each) for each in dict.fromkeys(names)]
        self.fields["gia"].choices = by_group(self.instruments)
        self.answer = None

    @property
    def thing_groups(self) -> list[tuple]:
        """What can be chosen to convert from and into, under its headings."""
        named = {"mass": _("Weight"), "volume": _("Volume")}
        groups = [(label, self.things[kind]) for kind, label in named.items() if kind in self.things]
        rest = {thing.name: thing for kind in self.things if kind not in named for thing in self.things[kind]}
        return [*groups, (_("Money and other units"), list(rest.values()))]

    @property
    def offers(self) -> list[tuple]:
        """Group by group the prices to go by, with all that a script needs to compute as `convert` does."""
        return [(block.group, [Offer(one) for one in block.instruments]) for block in blocks(self.instruments)]

    def _completed(self, data):
        """What was not asked for is one unit of the price in money."""
        chosen = next((each for each in self.instruments if each.slug == data.get("gia")), None)
        chosen = chosen or next(iter(self.instruments), None)
        if chosen is None:
            return {}
        unit = converter.unit_of(chosen)
        plain = {"so": "1", "gia": chosen.slug, "ben": "sell"}
        plain |= {"tu": unit.measure, "sang": unit.currency} if unit else {}
        return plain | {name: data[name] for name in self.base_fields if name in data}

    def clean_so(self):
        try:
            return numbers.quantity(self.cleaned_data["so"])
        except numbers.NumberError as error:
            raise ValidationError(str(error), code="number") from error

    def clean(self):
        asked = self.cleaned_data
        if len(asked) < len(self.fields):
            return
        instrument = next(each for each in self.instruments if each.slug == asked["gia"])
        try:
            self.answer = converter.convert(asked["so"], asked["tu"], asked["sang"], instrument, asked["ben"])
        except converter.ConversionError as error:
            raise ValidationError({"gia": ValidationError(str(error), code="conversion")}) from error
