from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from markets.admin import corrections, files, sheet
from markets.admin.held import HeldAdmin
from markets.admin.source import SourceAdmin
from markets.forms import SluggedForm
from markets.models import Group, Holiday, Instrument, Quote
from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_datetime

__all__ = ["GroupAdmin", "HeldAdmin", "HolidayAdmin", "InstrumentAdmin", "QuoteAdmin", "SourceAdmin"]


class NamedRow(forms.ModelForm):
    """A row to edit in a list: its fields say whose they are, for those who hear the page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{self.instance}: {field.label}"


@admin.register(Group)
class GroupAdmin(ListedFilters, admin.ModelAdmin):
    form = SluggedForm
    list_display = ["name", "order"]
    list_editable = ["order"]
    search_fields = ["name"]
    nothing_yet = _("No price group yet. Each group, say gold or petrol, is one sheet of prices to enter.")

    def get_changelist_form(self, request, **kwargs):
        return NamedRow

    def get_list_display(self, request):
        may_enter = request.user.has_perm("markets.add_quote")
        return [*self.list_display, *(["sheet_link"] if may_enter else [])]

    def get_urls(self):
        return [*sheet.addresses(self.admin_site.admin_view), *super().get_urls()]

    @admin.display(description=_("day sheet"))
    def sheet_link(self, group):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:markets_group_sheet", args=[group.pk]), _("Enter prices")
        )


@admin.register(Instrument)
class InstrumentAdmin(ListedFilters, admin.ModelAdmin):
    form = SluggedForm
    fields = [
        "group", "name", "slug", "definition", "place", "kind", "unit", "decimals",
        "family", "calendar", "stale_after", "plausible_low", "plausible_high", "order", "on_front",
    ]  # fmt: skip
    list_display = ["name", "group", "unit", "kind", "order", "on_front"]
    list_editable = ["order", "on_front"]
    list_filter = ["group", "kind", "on_front"]
    list_select_related = ["group"]
    search_fields = ["name", "definition"]
    nothing_yet = _("Nothing is quoted yet. Add what has a price, once there is a price group to put it in.")

    def get_changelist_form(self, request, **kwargs):
        return NamedRow

    def get_readonly_fields(self, request, obj=None):
        return Instrument.FIXED_ONCE_QUOTED if obj and obj.quotes.exists() else ()


@admin.register(Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ["day", "name"]
    date_hierarchy = "day"
    nothing_yet = _("No day without trading is entered yet.")


@admin.register(Quote)
class QuoteAdmin(ListedFilters, admin.ModelAdmin):
    """The record of what was quoted: to read, never to write. Prices enter on the day sheets."""

    list_display = ["instrument", "value", "unit", "time", "source", "who", "mend"]
    fields = [
        "instrument", "value", "unit", "time", "source", "who", "read_at", "channel", "raw", "raw_unit", "corrects",
        "correction", "why",
    ]  # fmt: skip
    readonly_fields = ["correction"]
    list_filter = ["instrument__group", "instrument", ("entered_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["instrument", "source", "entered_by", "correction"]
    ordering = ["-quoted_at", "-pk"]
    date_hierarchy = "quoted_at"
    empty_value_display = "–"
    search_fields = ["instrument__name", "source__name"]
    nothing_yet = _("No price has been recorded yet. Prices are entered on the sheet of their group.")

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [*files.addresses(guard), *corrections.addresses(guard), *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("price"))
    def value(self, quote):
        return _("taken back") if quote.is_void else quote.in_words

    def get_list_display(self, request):
        may_correct = request.user.has_perm("markets.correct_quote")
        return [name for name in self.list_display if name != "mend" or may_correct]

    @admin.display(description=_("mend"))
    def mend(self, quote):
        words = _("corrected") if hasattr(quote, "correction") else _("Mend")
        return format_html('<a href="{}">{}</a>', reverse("admin:markets_quote_correct", args=[quote.pk]), words)

    @admin.display(description=_("unit"))
    def unit(self, quote):
        return quote.instrument.unit

    @admin.display(description=_("corrected by"))
    def correction(self, quote):
        found = Quote.objects.filter(corrects=quote).first()
        return found and f"{found.in_words} ({found.why})"

    @admin.display(description=_("entered by"))
    def who(self, quote):
        return str(quote.entered_by or "–")  # a link to the account would be refused to most

    @admin.display(description=_("time of the source"), ordering="quoted_at")
    def time(self, quote):
        return format_datetime(quote.quoted_at)
