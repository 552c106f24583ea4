"""The audit as a page, and as a file for a spreadsheet."""

from datetime import date

from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.admin.order import given_name_order
from newsroom.desk import sign_in
from newsroom.desk.audit.rows import Cursor, Kind, Question, page
from newsroom.desk.audit.words import tell
from newsroom.desk.models import User
from newsroom.text import sheets
from newsroom.text.vietnamese import format_datetime

PERMISSION = "desk.view_audit"
SHOWN, STREAMED = 50, 500


_HEAD = [
    gettext_lazy("Time"), gettext_lazy("Person"), gettext_lazy("Of what"), gettext_lazy("What was done"),
    gettext_lazy("To what"), gettext_lazy("Field"), gettext_lazy("Before"), gettext_lazy("After"),
    gettext_lazy("Note"), gettext_lazy("Address"),
]  # fmt: skip
_DAYS = [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2999, 12, 31))]


def _day(label):
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, validators=_DAYS)


class AuditForm(forms.Form):
    """What is asked of the audit. `about` is a model and a key, as the page's own links write it."""

    person = forms.ModelChoiceField(
        User.objects.all(), label=gettext_lazy("Person"), required=False, empty_label=gettext_lazy("Everybody")
    )
    kind = forms.ChoiceField(
        choices=[("", gettext_lazy("Everything")), *Kind.choices], label=gettext_lazy("Of what"), required=False
    )
    since = _day(gettext_lazy("From"))
    until = _day(gettext_lazy("Until"))
    about = forms.RegexField(r"^[a-z]+\.[a-z]+-[0-9]{1,18}$", required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = self.fields["person"].queryset
        self.fields["person"].queryset = people.order_by(given_name_order(people))

    def clean_about(self):
        label, _dash, pk = self.cleaned_data["about"].rpartition("-")
        try:
            return (apps.get_model(label), int(pk)) if pk else None
        except LookupError:
            return None

    def question(self) -> Question:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return Question(**{name: self.cleaned_data.get(name) or None for name in self.fields if name != "kind"},
                        kind=self.cleaned_data.get("kind", ""))  # fmt: skip


@require_safe
def audit(request):
    """Everything anyone did, newest first, behind the cursor `after`."""
    form = _asked(request)
    rows, following = page(form.question(), Cursor.read(request.GET.get("after", "")), SHOWN)
    context = {
        **admin.site.each_context(request),
        "title": _("Audit"),
        "form": form,
        "entries": tell(rows, to=request.user),
        "following": following and _query(request, after=str(following)),
        "newest": _query(request) if "after" in request.GET else None,
        "export": _query(request),
        "everything_about": request.GET.get("about", ""),
        "days_kept": sign_in.KEPT.days,
    }
    return TemplateResponse(request, "admin/desk/audit.html", context)


@require_safe
def export(request):
    """The same as CSV, one line for each value that changed, page by page as it is sent."""
    lines = _lines(_asked(request).question(), request.user)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"nhat-ky-kiem-tra-{timezone.localtime():%Y%m%d-%H%M}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _asked(request):
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return AuditForm(request.GET)


def _query(request, **changed):
    query = request.GET.copy()
    query.pop("after", None)
    query.update(changed)
    return f"?{query.urlencode()}"


def _lines(question, viewer):
    """In the paper's language, whoever asks: a stream is read when the desk's own is put away already."""
    with translation.override(settings.LANGUAGE_CODE):
        head = sheets.line(_HEAD)
    yield sheets.BOM + head
    after, more = None, True
    while more:
        with translation.override(settings.LANGUAGE_CODE):
            rows, after = page(question, after, STREAMED)
            lines = [line for entry in tell(rows, to=viewer) for line in _cells(entry)]
        yield from map(sheets.line, lines)
        more = after is not None


def _cells(entry):
    """The lines of one entry."""
    told = [format_datetime(entry.at), entry.who, str(Kind(entry.kind).label), entry.did, entry.about]
    changes = [(change.field, change.before, change.after) for change in entry.changes] or [("", "", "")]
    return [[*told, *change, entry.note, entry.address] for change in changes]
