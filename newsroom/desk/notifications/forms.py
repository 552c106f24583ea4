from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.desk.notifications.models import Kind

# The account's field of what is muted, and the words over the column of boxes.
WAYS = {"muted_at_desk": _("At the desk"), "muted_by_mail": _("By e-mail")}


class MutesForm(forms.Form):
    """A box for each kind and way, ticked where the account wants to hear; what is kept are the others."""

    def __init__(self, data=None, *, account):
        super().__init__(data)
        self.instance = account
        for way, words in WAYS.items():
            for kind in Kind:
                wanted = kind not in getattr(account, way)
                self.fields[_name(way, kind)] = forms.BooleanField(label=f"{kind.label}: {words}", required=False)
                self.initial[_name(way, kind)] = wanted

    @property
    def rows(self):
        """Each kind's words with its boxes, in the order of the ways."""
        return [(kind.label, [self[_name(way, kind)] for way in WAYS]) for kind in Kind]

    @property
    def ways(self):
        return WAYS.values()

    def save(self):
        for way in WAYS:
            setattr(self.instance, way, [kind.value for kind in Kind if not self.cleaned_data[_name(way, kind)]])
        self.instance.save(update_fields=[*WAYS])


def _name(way, kind):
    return f"{way}-{kind.value}"
