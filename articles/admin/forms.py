"""The story form: what is typed, and the move asked for with it."""

from uuid import uuid4

from adminsortable2.admin import CustomInlineFormSet
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from articles import actions, checklist, rights
from articles.admin.replies import answerable
from articles.admin.widgets import SectionChoice
from articles.models import Article
from articles.revisions import TEXT_FIELDS
from articles.workflow import TRANSITIONS, Demand, Status
from newsroom.pages.clock import database_now
from newsroom.text.vietnamese import slugify


class MoveForm(forms.Form):
    """A move with its note and time, as the buttons of the story form send it."""

    _move = forms.ChoiceField(choices=[(name, move.label) for name, move in TRANSITIONS.items()])
    move_note = forms.CharField(label=_("Note"), required=False, max_length=2000)
    move_at = forms.DateTimeField(
        label=_("Publish at"), required=False, input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y"]
    )

    substantial = forms.BooleanField(required=False)
    read = forms.CharField(required=False, max_length=64)

    def clean(self):
        data = super().clean()
        if "_move" in data and "move_note" in data:
            actions.check_note(TRANSITIONS[data["_move"]], data["move_note"])
        return data

    def perform(self, article, *, by, read=""):
        """Make the move; raises what `actions.move` raises. `read` is the digest of what was saved along with it."""
        data = self.cleaned_data
        article.is_substantial = data["substantial"]
        read = read or data["read"]
        return actions.move(data["_move"], article, by=by, note=data["move_note"], at=data["move_at"], read=read)

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
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal.messages))
        if self.errors:
            return data
        written = Article(**{name: data[name] if name in data else getattr(stored, name) for name in TEXT_FIELDS})
        if stored and stored.status == Status.PUBLISHED:
            self._check_complete(written, Demand.SIGNED)
            self._refuse(actions.check_section, written, self.user)
        if "_move" in self.data:
            self._check_move(stored, written)
        return data

    def _check_complete(self, written, demand):
        """The checks that hold up; the byline is the formset's to check."""
        story = checklist.Manuscript(written, is_tagged=bool(self.cleaned_data["tags"]))
        self._refuse(checklist.hold, story, checklist.codes_of(demand) - {"byline"})

    def _check_move(self, stored, written):
        """Everything that would refuse the move, before anything is saved."""
        form = MoveForm(self.data)
        for message in form.refusals:
            self.add_error(None, message)
        if not form.is_valid():
            return
        transition = TRANSITIONS[form.cleaned_data["_move"]]
        if stored and rights.may_move(self.user, stored, transition):
            self._refuse(actions.check_open, transition, stored)
        self._check_complete(written, transition.demand)
        if transition.target == Status.PUBLISHED:
            at = form.cleaned_data["move_at"] if transition.takes_time else None
            self._refuse(actions.moment_of_publication, stored or Article(), at, database_now())

    def _refuse(self, check, *arguments):
        """Show what `check` raises, beside the field that it names."""
        try:
            check(*arguments)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class BylineFormSet(CustomInlineFormSet):
    def clean(self):
        """A story that readers see, or are about to, has a byline or a source."""
        super().clean()
        self._check_signed()

    def _check_signed(self):
        move = TRANSITIONS.get(self.data.get("_move"))
        demands = {Demand.SIGNED if self.instance.status == Status.PUBLISHED else Demand.NOTHING}
        demands |= {move.demand} if move else set()
        story = checklist.Manuscript(self.instance, is_signed=bool(self._kept()))
        try:
            for demand in demands:
                checklist.hold(story, checklist.codes_of(demand) & {"byline"})
        except ValidationError as refusal:
            raise ValidationError(refusal.messages) from None  # it names a field, and a formset has none

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
