"""The desk's pages for prices in files: import with a preview, a template to fill, export of any range."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from markets import export, imports, templatefile
from markets.admin.sheet import tell
from markets.files import LARGEST
from markets.forms import HeadForm
from markets.models import Group, Import, Instrument, Quote
from markets.providers.base import FormatError

SHOWN = 400
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def addresses(guard):
    """The routes, below those of quotes."""
    pages = {
        "import/": ("import", upload),
        "import/template/": ("import_template", template),
        "import/<int:pk>/": ("import_preview", preview),
        "export/": ("export", download),
    }
    return [path(route, guard(page), name=f"markets_quote_{name}") for route, (name, page) in pages.items()]


class UploadForm(HeadForm):
    """A file, and what holds for all its rows where it does not say itself."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=_("CSV or XLSX. The first row names the columns; the template has them."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            said = _("The file is larger than %(most)d MB.") % {"most": LARGEST // 1_000_000}
            raise ValidationError(said, code="size")
        return file


class ExportForm(forms.Form):
    """Which prices, and as what."""

    group = forms.ModelChoiceField(
        Group.objects.all(), label=_("Price group"), required=False, empty_label=_("All groups")
    )
    instrument = forms.ModelMultipleChoiceField(
        Instrument.objects.select_related("group"),
        label=_("Items"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen means all."),
    )
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    until = forms.DateField(label=_("To"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    format = forms.ChoiceField(label=_("As"), choices=[("csv", "CSV"), ("xlsx", "XLSX (Excel)"), ("json", "JSON")])


def upload(request):
    """Take a file and lead to its preview; needs `markets.add_quote` (else 403)."""
    _require(request, "markets.add_quote")
    first = {"quoted_at": timezone.localtime()}
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()), initial=first)
    if request.method == "POST" and form.is_valid() and (found := _read(request, form)):
        return redirect("admin:markets_quote_import_preview", pk=found.pk)
    waiting = Import.objects.filter(by=request.user, state=Import.State.WAITING).defer("rows")
    context = {"form": form, "waiting": waiting, "title": gettext("Prices from a file")}
    return _page(request, "import", context)


def preview(request, pk):
    """Show what each row of one's file would come to; record or discard it on POST. Needs `markets.add_quote`."""
    _require(request, "markets.add_quote")
    found = get_object_or_404(Import.objects.select_related("by"), pk=pk, by=request.user)
    if request.method == "POST":
        return _decide(request, found)
    lines = imports.preview(found) if found.state == Import.State.WAITING else []
    asked = request.GET.get("show", "")
    shown = [line for line in lines if asked in ("", line.outcome)]
    context = {
        "found": found,
        "heads": found.rows[0],
        "lines": [(line, list(zip(found.rows[0], line.cells, strict=False))) for line in shown[:SHOWN]],
        "hidden": max(len(shown) - SHOWN, 0),
        "counts": [(outcome, OUTCOMES[outcome], count) for outcome, count in imports.counts(lines).items()],
        "asked": asked,
        "recordable": any(line.outcome not in ("refused", "same") for line in lines),
        "title": found.name,
    }
    return _page(request, "import_preview", context)


OUTCOMES = {
    imports.Outcome.NEW: _("new"),
    imports.Outcome.CHANGED: _("changed"),
    imports.Outcome.ODD: _("looks odd"),
    imports.Outcome.SAME: _("recorded already"),
    imports.Outcome.REFUSED: _("refused"),
}


def template(request):
    """A workbook with the headings and every item, to fill; needs `markets.add_quote` (else 403)."""
    _require(request, "markets.add_quote")
    return FileResponse(templatefile.made(), as_attachment=True, filename="bang-gia-mau.xlsx", content_type=XLSX)


def download(request):
    """Ask which prices, and send them; needs `markets.view_quote` (else 403)."""
    _require(request, "markets.view_quote")
    form = ExportForm(request.GET if "format" in request.GET else None, initial={"format": "csv"})
    if form.is_bound and form.is_valid():
        try:
            return _sent(form.cleaned_data)
        except export.TooManyError as error:
            form.add_error("format", str(error))
    return _page(request, "export", {"form": form, "title": gettext("Prices as a file")})


def _read(request, form):
    facts = form.cleaned_data
    file = facts.pop("file")
    try:
        return imports.read(file.read(LARGEST + 1), by=request.user, name=file.name, **facts)
    except FormatError as error:
        form.add_error("file", str(error))
        return None


def _decide(request, found):
    try:
        if "discard" in request.POST:
            imports.discard(found, by=request.user)
            return redirect("admin:markets_quote_import")
        receipt = imports.confirm(found, by=request.user, confirmed="confirmed" in request.POST)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("admin:markets_quote_import_preview", pk=found.pk)
    tell(request, receipt)
    return redirect("admin:markets_quote_changelist")


def _sent(facts):
    name = f"gia-{timezone.localdate():%Y%m%d}.{facts['format']}"
    quotes = export.prices(
        instruments=facts["instrument"], group=facts["group"], since=facts["since"], until=facts["until"]
    )
    if facts["format"] == "xlsx":
        return FileResponse(export.as_xlsx(quotes), as_attachment=True, filename=name, content_type=XLSX)
    lines, kind = (
        (export.as_json(quotes), "application/json")
        if facts["format"] == "json"
        else (export.as_csv(quotes), "text/csv; charset=utf-8")
    )
    return StreamingHttpResponse(
        lines, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _page(request, name, context):
    shared = admin.site.each_context(request) | {"opts": Quote._meta}
    return TemplateResponse(request, f"admin/markets/{name}.html", shared | context)


def _require(request, right):
    if not request.user.has_perm(right):
        raise PermissionDenied
