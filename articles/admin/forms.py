"""The story form: what is typed, and the move asked for with it."""

from adminsortable2.admin import CustomInlineFormSet
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import actions
from articles.models import Article
from articles.workflow import TRANSITIONS, Status


class MoveForm(forms.Form):
    """A move with its note and time, as the buttons of the story form send it."""

    _move = forms.ChoiceField(choices=[(name, move.label) for name, move in TRANSITIONS.items()])
    move_note = forms.CharField(label=_("Note"), required=False, max_length=2000)
    move_at = forms.DateTimeField(
        label=_("Publish at"), required=False, input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y"]
    )

    def clean(self):
        data = super().clean()
        if "_move" in data and "move_note" in data:
            actions.check_note(TRANSITIONS[data["_move"]], data["move_note"])
        return data

    def perform(self, article, *, by):
        """Make the move; raises what `actions.move` raises."""
        data = self.cleaned_data
        return actions.move(data["_move"], article, by=by, note=data["move_note"], at=data["move_at"])

    @property
    def refusals(self):
        """Every error, as sentences."""
        return [message for messages in self.errors.values() for message in messages]


class ArticleForm(forms.ModelForm):
    """The text of a story. Everything the verbs would refuse is refused here first, so that the form comes back with
    all that was typed: somebody else's save meanwhile, a public story without text, a move without its note.

    `user` is set by the admin on the class it makes for a request.
    """

    user = None
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = [*actions.TEXT_FIELDS, "tags"]
        widgets = {
            # A headline is one line of text, but rarely of the screen.
            "title": forms.Textarea(attrs={"rows": 1, "data-line": ""}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "data-counter": _("%s words"), "maxlength": 1000}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.opened_version = self.instance.version
        self.fields["seen"].initial = self.opened_version

    def clean(self):
        data = super().clean()
        if "_move" in self.data:
            for message in MoveForm(self.data).refusals:
                self.add_error(None, message)
        if self.instance.pk:
            self._check_against_the_stored(data)
        return data

    def _check_against_the_stored(self, data):
        stored = Article.objects.select_related("edited_by").get(pk=self.instance.pk)
        try:
            actions.check_seen(stored, self.user, data.get("seen"))
        except ValidationError as conflict:
            self.add_error(None, conflict)
            # Whoever presses again has read the warning.
            self.data = self.data.copy()
            self.data["seen"] = stored.version
        if stored.status == Status.PUBLISHED and not self.errors:
            self._check_published(Article(body=data["body"], section=data["section"]))

    def _check_published(self, article):
        try:
            actions.check_text(article)
            actions.check_section(article, self.user)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class BylineFormSet(CustomInlineFormSet):
    def clean(self):
        """A story that readers see keeps a byline or a source."""
        super().clean()
        names = [
            form for form in self.forms if form.cleaned_data.get("pen_name") and not form.cleaned_data.get("DELETE")
        ]
        if self.instance.status == Status.PUBLISHED and not (names or self.instance.source):
            raise ValidationError(actions.NO_BYLINE)
