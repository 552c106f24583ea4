"""The desk's page of sources: how each is doing, what it sends, and asking it now."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from markets import fetching
from markets.admin import token
from markets.models import Listing, Source
from markets.models.source import check_readable
from markets.providers import PROVIDERS
from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_datetime


class SourceForm(forms.ModelForm):
    """Knows the formats, and what each of them needs."""

    provider = forms.ChoiceField(label=capfirst(Source._meta.get_field("provider").verbose_name), required=False)
    url = forms.URLField(
        label=capfirst(Source._meta.get_field("url").verbose_name),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "provider" in self.fields:
            formats = [(code, provider.name) for code, provider in PROVIDERS.items()]
            self.fields["provider"].choices = [("", _("by hand")), *formats]
            self.fields["provider"].help_text = Source._meta.get_field("provider").help_text

    def clean_unit(self):
        unit = self.cleaned_data["unit"]
        if unit:
            check_readable(unit)
        return unit

    def clean(self):
        values = super().clean()
        provider = PROVIDERS.get(values.get("provider"))
        if provider and provider.needs_unit and not values.get("unit"):
            self.add_error("unit", ValidationError(_("This format does not say its unit: name it here."), code="unit"))
        if provider and (values.get("interval") or 0) < provider.least_interval:
            said = _("This source wants at least %(seconds)d seconds.") % {"seconds": provider.least_interval}
            self.add_error("interval", ValidationError(said, code="interval"))
        return values


class ListingInline(admin.TabularInline):
    model = Listing
    extra = 1
    autocomplete_fields = ["instrument"]


@admin.register(Source)
class SourceAdmin(ListedFilters, admin.ModelAdmin):
    form = SourceForm
    inlines = [ListingInline]
    fields = [
        "name",
        "provider",
        "url",
        "unit",
        "interval",
        "is_active",
        "is_trusted",
        "tokens",
        "state",
        "sent",
        "unread",
    ]
    readonly_fields = ["tokens", "state", "sent", "unread"]
    list_display = ["name", "kind", "state", "success", "failed", "next", "ask"]
    empty_value_display = ""
    list_filter = ["is_active"]
    search_fields = ["name"]
    nothing_yet = _("No source yet. A source typed on a day sheet appears here by itself; a feed is added.")

    class Media:
        css = {"all": ["newsroom/css/desk/markets.css"]}

    def get_list_display(self, request):
        may_ask = request.user.has_perm("markets.fetch_source")
        return [name for name in self.list_display if name != "ask" or may_ask]

    def get_urls(self):
        page = self.admin_site.admin_view(fetch)
        ours = [
            path("<int:pk>/fetch/", page, name="markets_source_fetch"),
            path("<int:pk>/tokens/", self.admin_site.admin_view(token.source_tokens), name="markets_source_tokens"),
            path(
                "tokens/<int:pk>/revoke/", self.admin_site.admin_view(token.revoke_token), name="markets_token_revoke"
            ),
        ]
        return [*ours, *super().get_urls()]

    def get_fields(self, request, obj=None):
        may_issue = obj and request.user.has_perm("markets.issue_token")
        return [name for name in self.fields if name != "tokens" or may_issue]

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("format"))
    def kind(self, source):
        return PROVIDERS[source.provider].name if source.provider in PROVIDERS else ""

    @admin.display(description=_("state"))
    def state(self, source):
        look, words = _state(source)
        return format_html('<span class="source-state source-state--{}">{}</span>', look, words)

    @admin.display(description=_("last success"), ordering="succeeded_at")
    def success(self, source):
        return _when(_("last success"), source.succeeded_at)

    @admin.display(description=_("last failure"), ordering="failed_at")
    def failed(self, source):
        return format_html("{} {}", _when(_("last failure"), source.failed_at), source.failure)

    @admin.display(description=_("next try"), ordering="due_at")
    def next(self, source):
        return _when(_("next try"), source.due_at if source.is_feed and source.is_active else None)

    @admin.display(description=_("Fetch now"))
    def ask(self, source):
        if not source.is_feed:
            return ""
        # The list's own form carries the token; the button only turns it to another address.
        address = reverse("admin:markets_source_fetch", args=[source.pk])
        return format_html('<button class="button" formaction="{}">{}</button>', address, _("Fetch now"))

    @admin.display(description=_("sends by itself"))
    def tokens(self, source):
        return token.link(source)

    @admin.display(description=_("what it sent last"))
    def sent(self, source):
        rows = ((row["key"], row["shown"]) for row in source.rows)
        return _table(format_html_join("", "<tr><th scope='row'>{}</th><td>{}</td></tr>", rows)) if source.rows else "–"

    @admin.display(description=_("what could not be read"))
    def unread(self, source):
        return format_html_join("", "<p>{}</p>", ((fault,) for fault in source.faults)) or "–"


@require_POST
def fetch(request, pk):
    """Ask a source now; needs `markets.fetch_source` (else 403)."""
    if not request.user.has_perm("markets.fetch_source"):
        raise PermissionDenied
    source = get_object_or_404(Source.objects.feeds(), pk=pk)
    try:
        receipt = fetching.fetch_now(source, by=request.user)
    except ValidationError as error:
        messages.error(request, f"{source}: {' '.join(error.messages)}")
    else:
        messages.success(request, f"{source}: {_outcome(receipt)}")
    return redirect("admin:markets_source_changelist")


def _outcome(receipt):
    if not (receipt.quotes or receipt.held):
        return gettext("Nothing new.")
    count = len(receipt.quotes)
    recorded = ngettext("%(count)d price recorded.", "%(count)d prices recorded.", count) % {"count": count}
    waiting = gettext("Held for approval: %(count)d.") % {"count": len(receipt.held)}
    return f"{recorded} {waiting}" if receipt.held else recorded


def _state(source):
    if not source.is_feed:
        return "hand", _("by hand")
    if source.is_failing:
        return "failing", _("failing (%(times)d)") % {"times": source.failures}
    if not source.is_active:
        return "paused", _("paused")
    return ("fine", _("in order")) if source.succeeded_at else ("new", _("not asked yet"))


def _when(words, moment):
    """A time; where a narrow screen has no column heads, with what it is the time of."""
    if moment is None:
        return ""
    return format_html('<span class="source-when">{}: </span>{}', words, format_datetime(moment))


def _table(rows):
    return format_html('<table class="source-rows"><tbody>{}</tbody></table>', rows)
