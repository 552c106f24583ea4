"""The desk's forms of polls."""

from adminsortable2.admin import CustomInlineFormSet
from django import forms
from django.contrib.admin.widgets import AdminFileWidget, AdminTextInputWidget
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineFormField
from polls import pictures
from polls.actions import UNSEALING
from polls.models import Choice, Poll
from polls.workflow import Kind


class PollForm(forms.ModelForm):
    """A poll. How many may be ticked is asked for several choices only, and dropped for the others."""

    class Meta:
        model = Poll
        fields = [
            "question", "intro", "kind", "max_choices", "low_label", "high_label", "is_shuffled", "asks_reason",
            "may_change", "show_results", "opens_at", "closes_at", "on_front", "slug",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.watched = [name for name in UNSEALING if name in self.fields]
        for name in self.watched:
            self.fields[name].show_hidden_initial = True

    def clean(self):
        cleaned = super().clean()
        # Whoever leaves these alone does not open again what somebody closed or sealed since the page was made.
        for name in set(self.watched) - set(self.changed_data):
            cleaned[name] = getattr(self.instance, name)
        if "max_choices" in self.fields and cleaned.get("kind") != Kind.SEVERAL:
            cleaned["max_choices"] = None
        return cleaned


class Named:
    """Before a widget: its label, to be seen on a phone, where no heading stands over the column (`poll.css`)."""

    label = ""

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        return format_html('<label class="column-name" for="{}">{}</label>{}', attrs["id"], self.label, field)


class PictureInput(Named, AdminFileWidget):
    label = _("Picture")


class DeletionInput(Named, forms.CheckboxInput):
    label = _("Delete this choice")


class ChoiceForm(forms.ModelForm):
    """A choice; the file that was sent becomes the picture that is kept."""

    picture = forms.FileField(
        label=_("picture"),
        required=False,
        widget=PictureInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Choice
        fields = ["text", "picture", "credit"]
        # On a phone no heading stands over it.
        widgets = {"credit": AdminTextInputWidget(attrs={"placeholder": _("picture credit")})}

    def clean_picture(self):
        sent = self.cleaned_data["picture"]
        return pictures.tidy(sent) if isinstance(sent, UploadedFile) else sent


class ChoiceFormSet(CustomInlineFormSet):
    """A scale has its five choices already: nothing is asked of those that were typed."""

    deletion_widget = DeletionInput

    def is_valid(self):
        return super().is_valid() or self.instance.kind == Kind.SCALE

    def save(self, commit=True):
        if self.instance.kind != Kind.SCALE:
            return super().save(commit)
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        return []


class CorrectionForm(forms.Form):
    """The wording of a poll that readers have seen, and why it is mended."""

    note = LineFormField(label=_("Reason, shown to readers"), max_length=300)

    def __init__(self, poll, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["question"] = LineFormField(label=_("Question"), max_length=200, initial=poll.question)
        for choice in poll.choices.all():
            label = _("Choice “%(text)s”") % {"text": choice.text}
            self.fields[f"choice-{choice.pk}"] = LineFormField(label=label, max_length=120, initial=choice.text)
        self.order_fields(["question", *[name for name in self.fields if name.startswith("choice-")], "note"])

    def wording(self):
        """What `actions.correct` takes."""
        choices = {
            int(name.removeprefix("choice-")): text
            for name, text in self.cleaned_data.items()
            if name.startswith("choice-")
        }
        return {"question": self.cleaned_data["question"], "choices": choices, "note": self.cleaned_data["note"]}
