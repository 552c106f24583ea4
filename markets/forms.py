"""Forms of the desk: the price list, and the parts of a day sheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets import numbers
from markets.models import Instrument, Quote
from newsroom.pages.timefields import Moment
from newsroom.text.vietnamese import one_line, slugify


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

    source = forms.CharField(label=_("Source"), max_length=Quote._meta.get_field("source").max_length)
    quoted_at = forms.DateTimeField(label=_("Time of the source"), widget=Moment)


class RowForm(forms.Form):
    """The price of one instrument: buy and sell, or price. Left empty, the instrument keeps the price it has."""

    def __init__(self, instrument: Instrument, data=None):
        super().__init__(data, prefix=f"instrument-{instrument.pk}")
        self.instrument = instrument
        for name in instrument.value_fields:
            label = Quote._meta.get_field(name).verbose_name
            self.fields[name] = PriceField(label=label, required=False)
            self.fields[name].widget.attrs["aria-label"] = f"{instrument}: {label}"

    @property
    def is_filled(self) -> bool:
        return any(value is not None for value in self.cleaned_data.values())
