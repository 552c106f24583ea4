from django import forms
from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from markets.admin.sheet import sheet
from markets.forms import SluggedForm
from markets.models import Group, Instrument, Quote
from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_datetime


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
        page = self.admin_site.admin_view(sheet)
        return [path("<int:pk>/sheet/", page, name="markets_group_sheet"), *super().get_urls()]

    @admin.display(description=_("day sheet"))
    def sheet_link(self, group):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:markets_group_sheet", args=[group.pk]), _("Enter prices")
        )


@admin.register(Instrument)
class InstrumentAdmin(ListedFilters, admin.ModelAdmin):
    form = SluggedForm
    fields = ["group", "name", "slug", "definition", "kind", "unit", "decimals", "order", "on_front"]
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


@admin.register(Quote)
class QuoteAdmin(ListedFilters, admin.ModelAdmin):
    """The record of what was quoted: to read, never to write. Prices enter on the day sheets."""

    list_display = ["instrument", "value", "unit", "time", "source", "who"]
    fields = ["instrument", "value", "unit", "time", "source", "who", "read_at"]
    list_filter = ["instrument__group", "instrument", ("entered_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["instrument", "entered_by"]
    ordering = ["-quoted_at", "-pk"]
    date_hierarchy = "quoted_at"
    empty_value_display = "–"
    search_fields = ["instrument__name", "source"]
    nothing_yet = _("No price has been recorded yet. Prices are entered on the sheet of their group.")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("price"))
    def value(self, quote):
        return quote.in_words

    @admin.display(description=_("unit"))
    def unit(self, quote):
        return quote.instrument.unit

    @admin.display(description=_("entered by"))
    def who(self, quote):
        return str(quote.entered_by or "–")  # a link to the account would be refused to most

    @admin.display(description=_("time of the source"), ordering="quoted_at")
    def time(self, quote):
        return format_datetime(quote.quoted_at)
