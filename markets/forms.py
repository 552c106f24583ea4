"""Forms of the desk: the price list, and the parts of a day sheet."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from markets import numbers
from markets.models import Instrument, Quote, Source
from newsroom.pages.timefields import Moment
from newsroom.text.vietnamese import local, one_line, slugify


class SluggedForm(forms.ModelForm):
    """Makes the slug from the name where it is left empty."""

    def clean_slug(self):
        name = self.cleaned_data.get("name", "")
        slug = self.cleaned_data["slug"] or slugify(name, max_length=self.fields["slug"].max_length)
        if name and not slug:
            raise ValidationError(_("The name has no letter to make a slug from."), code="slug")
        return slug


class PriceField(forms.Field):
    """A price in Vietnamese notation, as Decimal; None when left empty."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 14})

    def to_python(self, value):
        typed = one_line(value or "")
        if not typed:
            return None
        try:
            return numbers.parse(typed)
        except numbers.NumberError as error:
            raise ValidationError(str(error), code="number") from error


class HeadForm(forms.Form):
    """What the whole sheet shares."""

    source = forms.CharField(label=_("Source"), max_length=Source._meta.get_field("name").max_length)
    quoted_at = forms.DateTimeField(label=_("Time of the source"), widget=Moment)


class RowForm(forms.Form):
    """The price of one instrument: buy and sell, or price. Left empty, the instrument keeps the price it has."""

    def __init__(self, instrument: Instrument, data=None, typed: Mapping[str, str] | None = None, may_confirm=False):
        prefix = f"instrument-{instrument.pk}"
        kept = {name: (typed or {}).get(f"{prefix}-{name}", "") for name in instrument.value_fields}
        super().__init__(data, prefix=prefix, initial=kept)
        self.instrument = instrument
        for name in instrument.value_fields:
            label = Quote._meta.get_field(name).verbose_name
            self.fields[name] = PriceField(label=label, required=False)
            self.fields[name].widget.attrs["aria-label"] = f"{instrument}: {label}"
        if may_confirm:
            self.fields["confirmed"] = forms.BooleanField(label=_("It is right"), required=False)

    @property
    def amounts(self):
        """The fields of its prices, bound."""
        return [self[name] for name in self.instrument.value_fields]

    @property
    def before_today(self) -> Quote | None:
        """The last price of a day before today."""
        latest = self.instrument.latest
        return self.instrument.previous if _is_of_today(latest) else latest

    @property
    def of_today(self) -> Quote | None:
        """The last price of today."""
        latest = self.instrument.latest
        return latest if _is_of_today(latest) else None

    @property
    def is_filled(self) -> bool:
        return any(self.cleaned_data.get(name) is not None for name in self.instrument.value_fields)


def _is_of_today(quote):
    return quote is not None and local(quote.quoted_at).date() == timezone.localdate()
