from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.forms import PriceField
from markets.models import Instrument


class LevelForm(forms.Form):
    """Which level of an instrument's price to tell of, and where to. From where the price comes follows from where it
    stands.
    """

    level = PriceField(label=_("Level"))
    email = forms.EmailField(label=_("E-mail address"), max_length=254)

    def __init__(self, instrument: Instrument, data=None):
        super().__init__(data)
        self.instrument = instrument

    def clean_level(self):
        level, now = self.cleaned_data["level"], self.instrument.latest.reference
        if not now / 10 < level < now * 10:
            raise ValidationError(_("This is very far from today's price. Check the number of zeros."))
        if level == now:
            raise ValidationError(_("The price stands there already. Name a higher or a lower one."))
        if level % Decimal(1).scaleb(-self.instrument.decimals):
            raise ValidationError(_("This price has %(decimals)d decimals.") % {"decimals": self.instrument.decimals})
        return level


class ForgetForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off", "size": 40})
    )
