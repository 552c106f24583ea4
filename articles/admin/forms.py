"""The story form: what is typed, and the move asked for with it."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import gettext_lazy as _

from articles import actions
from articles.models import Article
from articles.workflow import TRANSITIONS


class MoveForm(forms.Form):
    """A move with its note and time, as the buttons of the story form send it."""

    _move = forms.ChoiceField(choices=[(name, move.label) for name, move in TRANSITIONS.items()])
    move_note = forms.CharField(label=_("Note"), required=False, max_length=2000)
    move_at = forms.DateTimeField(
        label=_("Publish at"), required=False, input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y"]
    )

    def clean(self):
        data = super().clean()
        transition = TRANSITIONS.get(data.get("_move"))
        if transition and transition.note_required and not data.get("move_note", "").strip():
            message = _("“%(move)s” needs a note that says why.")
            raise forms.ValidationError(message, params={"move": transition.label})
        return data

    def perform(self, article, *, by):
        """Make the move; raises what `actions.move` raises."""
        data = self.cleaned_data
        return actions.move(data["_move"], article, by=by, note=data["move_note"], at=data["move_at"])


class ArticleForm(forms.ModelForm):
    """The text of a story. Where a button asked for a move, its note and time are checked with the rest, so that
    a refused one comes back with everything typed still in the form.
    """

    class Meta:
        model = Article
        fields = [*actions.TEXT_FIELDS, "tags"]
        widgets = {
            "title": AdminTextInputWidget(attrs={"class": "title-input"}),
            "standfirst": forms.Textarea(attrs={"rows": 4, "data-counter": _("%s words"), "maxlength": 1000}),
        }

    move = None

    def clean(self):
        data = super().clean()
        if "_move" in self.data:
            self.move = MoveForm(self.data)
            for error in (message for messages in self.move.errors.values() for message in messages):
                self.add_error(None, error)
        return data
