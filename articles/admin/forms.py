"""The story form: what is typed, and the move asked for with it."""

from uuid import uuid4

from adminsortable2.admin import CustomInlineFormSet
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from articles import actions, rights
from articles.admin.replies import answerable
from articles.admin.widgets import SectionChoice
from articles.models import Article
from articles.revisions import TEXT_FIELDS
from articles.workflow import TRANSITIONS, Status
from newsroom.pages.clock import database_now
from newsroom.text.vietnamese import slugify


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
    all that was typed: a public story without text, a move without its note.

    `user`, and the `refusal` of the verb where there was one, are set by the admin on the class it makes for a request.
    """

    user = refusal = None
    seen = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    form_key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    form_serial = forms.IntegerField(required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput)
    revision_note = forms.CharField(label=_("Note on this version"), required=False, max_length=200)

    class Meta:
        model = Article
        fields = [*TEXT_FIELDS, "tags"]
        widgets = {
            # A headline is one line of text, but rarely of the screen.
            "title": forms.Textarea(attrs={"rows": 1, "data-line": ""}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "data-counter": _("%s words"), "maxlength": 1000}),
            "section": SectionChoice,
            # Left empty they take the photo's own words, which js/desk/photo.js shows in grey.
            "lead_caption": forms.Textarea(attrs={"rows": 1, "data-line": "", "data-photo-says": "caption"}),
            "lead_credit": forms.TextInput(attrs={"data-photo-says": "credit"}),
            "lead_alt": forms.Textarea(attrs={"rows": 1, "data-line": "", "data-photo-says": "alt"}),
        }
        help_texts = {
            "slug": _("Empty: follows the headline."),
            "lead_caption": _("Empty: the photo's own words, as shown in grey."),
            "lead_credit": "",
            "lead_alt": "",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version
        if "replies_to" in self.fields:
            self.fields["replies_to"].queryset = answerable(self.instance)
        if self.instance.slug == slugify(self.instance.title):
            self.initial["slug"] = ""  # nobody chose it, so it goes on following the headline
        if self.instance.pk is None and not self.is_bound:
            self.fields["title"].widget.attrs["autofocus"] = True

    def full_clean(self):
        """What is put back into the form from what was typed earlier is shown as it is, and saved by the next press."""
        if "_replay" not in self.data:
            return super().full_clean()
        self.cleaned_data, self._errors = {}, ErrorDict()
        return self.add_error(None, "")

    def clean_slug(self):
        return self.cleaned_data["slug"] or slugify(self.cleaned_data.get("title", ""))

    def clean(self):
        data = super().clean()
        # The row is locked while the admin saves, so what holds here still holds when the verbs look.
        stored = Article.objects.select_related("edited_by").filter(pk=self.instance.pk).first()
        if stored and not self.errors and stored.status == Status.PUBLISHED:
            self._check_published(stored, data)
        if "_move" in self.data:
            self._check_move(stored, data.get("body", ""))
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal.messages))
        return data

    def _check_published(self, stored, data):
        written = Article(**{name: data.get(name, getattr(stored, name)) for name in TEXT_FIELDS})
        self._refuse(actions.check_text, written, field="body")
        self._refuse(actions.check_section, written, self.user)

    def _check_move(self, stored, body):
        """Everything that would refuse the move, before anything is saved; the byline is the formset's to check."""
        form = MoveForm(self.data)
        for message in form.refusals:
            self.add_error(None, message)
        if not form.is_valid():
            return
        transition = TRANSITIONS[form.cleaned_data["_move"]]
        if stored and rights.may_move(self.user, stored, transition):
            self._refuse(actions.check_open, transition, stored)
        if transition.target in actions.WANTS_TEXT and "body" not in self.errors:
            self._refuse(actions.check_text, Article(body=body), field="body")
        self._refuse(actions.check_time, form.cleaned_data["move_at"], database_now())

    def _refuse(self, check, *arguments, field=None):
        """Show what `check` raises beside `field`, or beside the field that it names itself."""
        try:
            check(*arguments)
        except ValidationError as refusal:
            self.add_error(field, refusal)


class BylineFormSet(CustomInlineFormSet):
    def clean(self):
        """A story that readers see, or are about to, has a byline or a source."""
        super().clean()
        move = TRANSITIONS.get(self.data.get("_move"))
        public = self.instance.status == Status.PUBLISHED or (move and move.target == Status.PUBLISHED)
        if public and not (self._kept() or self.instance.source):
            raise ValidationError(actions.NO_BYLINE)

    def add_fields(self, form, index):
        """A row that somebody else took away meanwhile is a new one, not an error that nobody can mend."""
        super().add_fields(form, index)
        known = form.fields["id"]
        form.fields["id"] = forms.IntegerField(initial=known.initial, required=False, widget=forms.HiddenInput)

    def credited(self):
        """What was typed, in order: (primary key of the pen name, role)."""
        lines = sorted(self._kept(), key=lambda line: line.get("position") or len(self.forms))
        return tuple((line["pen_name"].pk, line["role"]) for line in lines)

    def _kept(self):
        lines = [form.cleaned_data for form in self.forms]
        return [line for line in lines if line.get("pen_name") and not line.get("DELETE")]
