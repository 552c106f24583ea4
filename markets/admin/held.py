"""The desk's page of held prices: what waits, with the reasons beside it and three verbs; below it what was decided."""

from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from markets import decisions, findings
from markets.forms import PriceField
from markets.models import Held
from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_datetime, format_number


class MendForm(forms.Form):
    """The amounts that a held price should have; starts from what was likely meant, else from what was received."""

    confirmed = forms.BooleanField(label=_("I have checked it"), required=False)

    def __init__(self, held: Held, data=None):
        super().__init__(data, prefix=f"held-{held.pk}")
        meant = findings.suggested(held)
        for name in held.instrument.value_fields:
            value = meant.get(name, getattr(held, name))
            shown = "" if value is None else format_number(value, held.instrument.decimals)
            label = Held._meta.get_field(name).verbose_name
            self.fields[name] = PriceField(label=label, required=False, initial=shown)

    @property
    def amounts(self):
        """The fields of the price, without the confirmation."""
        return [field for field in self if field.name != "confirmed"]


class DecidedFilter(admin.ChoicesFieldListFilter):
    """The states of what was decided: what waits stands above the list."""

    def choices(self, changelist):
        waiting = Held.State.WAITING.label
        return (choice for choice in super().choices(changelist) if choice["display"] != waiting)


@admin.register(Held)
class HeldAdmin(ListedFilters, admin.ModelAdmin):
    """What was held is read here and decided by its verbs, never edited."""

    change_list_template = "admin/markets/held.html"
    list_display = ["instrument", "received", "source", "time", "reasons", "state", "decided_by", "decided_at"]
    list_display_links = None
    list_filter = [("state", DecidedFilter), "instrument__group"]
    list_select_related = ["instrument", "source", "decided_by"]
    search_fields = ["instrument__name", "source__name"]
    nothing_yet = _("No held price has been decided yet.")

    def get_queryset(self, request):
        """In the list below the cards, what was decided; a single row may be any."""
        rows = super().get_queryset(request)
        is_list = request.resolver_match.url_name == "markets_held_changelist"
        return rows.exclude(state=Held.State.WAITING) if is_list else rows

    def get_urls(self):
        verbs = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(verb), name=f"markets_held_{name}")
            for name, verb in VERBS.items()
        ]
        return [*verbs, *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("as received"))
    def received(self, held):
        return held.raw or held.in_words

    @admin.display(description=_("why it was held"))
    def reasons(self, held):
        return " ".join(findings.in_words(held))

    @admin.display(description=_("time of the source"), ordering="quoted_at")
    def time(self, held):
        return format_datetime(held.quoted_at)


@require_POST
def approve(request, pk):
    """Record a held price as it stands."""
    return _decide(request, pk, lambda held: decisions.approve(held, by=request.user), _("The price is recorded."))


@require_POST
def mend(request, pk):
    """Record a held price with the amounts that are posted."""
    return _decide(request, pk, lambda held: _mended(held, request), _("The mended price is recorded."))


@require_POST
def reject(request, pk):
    """Let a held price never be seen."""
    note = request.POST.get("note", "")
    return _decide(request, pk, lambda held: decisions.reject(held, by=request.user, note=note), _("Rejected."))


VERBS = {"approve": approve, "mend": mend, "reject": reject}


def _mended(held, request):
    form = MendForm(held, request.POST)
    if not form.is_valid():
        raise ValidationError([complaint for field in form for complaint in field.errors])
    values = dict(form.cleaned_data)
    confirmed = values.pop("confirmed")
    return decisions.mend(held, by=request.user, values=values, confirmed=confirmed)


def _decide(request, pk, verb: Callable, said):
    if not request.user.has_perm("markets.decide_held"):
        raise PermissionDenied
    held = get_object_or_404(Held.objects.select_related("instrument"), pk=pk)
    try:
        verb(held)
    except ValidationError as error:
        messages.error(request, f"{held.instrument}: {' '.join(error.messages)}")
    else:
        messages.success(request, f"{held.instrument}: {gettext(said)}")
    return redirect(_back(request))


def _back(request):
    """The page that the verb was called from, where it is one of ours."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours else "admin:markets_held_changelist"
