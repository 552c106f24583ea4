"""The desk's page of one recorded price: what became of it, and the two verbs: correct it, take it back."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from markets import decisions
from markets.forms import PriceField
from markets.models import Quote
from newsroom.text.vietnamese import format_number


def addresses(guard):
    """The route, below those of quotes."""
    return [path("<int:pk>/correct/", guard(correct), name="markets_quote_correct")]


class CorrectionForm(forms.Form):
    """The amounts that are right, why, and whether what looks odd about them is meant."""

    def __init__(self, quote: Quote, data=None):
        super().__init__(data)
        self.value_fields = quote.instrument.value_fields
        for name in self.value_fields:
            value = getattr(quote, name)
            shown = "" if value is None else format_number(value, quote.instrument.decimals)
            label = Quote._meta.get_field(name).verbose_name
            self.fields[name] = PriceField(label=label, required=False, initial=shown)
        self.fields["why"] = forms.CharField(
            label=_("Reason"), max_length=Quote._meta.get_field("why").max_length, help_text=_("Readers see it.")
        )
        self.fields["confirmed"] = forms.BooleanField(label=_("It is right, odd as it looks"), required=False)


def correct(request, pk):
    """Show a price with all that was said of its time; correct it or, with `retract`, take it back on POST.

    Needs `markets.correct_quote` (else 403).
    """
    if not request.user.has_perm("markets.correct_quote"):
        raise PermissionDenied
    quote = get_object_or_404(Quote.objects.select_related("instrument__group", "source"), pk=pk)
    form = CorrectionForm(quote, request.POST if request.method == "POST" else None)
    if request.method == "POST" and _done(request, quote, form):
        return redirect("admin:markets_quote_changelist")
    history = _history(quote)
    context = {
        "quote": quote,
        "form": form,
        "history": history,
        "last": history[-1],
        "stands": history[-1] == quote and not quote.is_void,
        "title": gettext("Correct a price: %(name)s") % {"name": quote.instrument},
        "opts": Quote._meta,
    }
    return TemplateResponse(
        request, "admin/markets/quote_correct.html", {**admin.site.each_context(request), **context}
    )


def _history(quote):
    """The price and its corrections, the first one first. One query."""
    said = Quote.objects.filter(instrument=quote.instrument, quoted_at=quote.quoted_at)
    rows = list(said.select_related("source", "entered_by").order_by("pk"))
    for row in rows:
        row.instrument = quote.instrument
    return rows


def _done(request, quote, form):
    """Whether the verb took it; else the form says why not."""
    if "retract" in request.POST:
        for name in form.value_fields:
            form.fields[name].disabled = True  # whatever stands in the amounts
    if not form.is_valid():
        return False
    try:
        said = _decide(request, quote, dict(form.cleaned_data))
    except ValidationError as error:
        _show(form, error)
        return False
    messages.success(request, f"{quote.instrument}: {said}")
    return True


def _decide(request, quote, values):
    why, confirmed = values.pop("why"), values.pop("confirmed")
    if "retract" in request.POST:
        decisions.retract(quote, by=request.user, why=why)
        return gettext("The price is taken back.")
    if not any(value is not None for value in values.values()):
        raise ValidationError(_("The price is missing."), code="required")
    decisions.correct(quote, by=request.user, values=values, why=why, confirmed=confirmed)
    return gettext("The correction is recorded.")


def _show(form, error):
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, complaints in error.error_dict.items():
        form.add_error(name if name in form.fields else None, complaints)
