from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from markets.admin.sheet import sheet
from markets.forms import SluggedForm
from markets.models import Group, Instrument, Quote
from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_number


@admin.register(Group)
class GroupAdmin(ListedFilters, admin.ModelAdmin):
    form = SluggedForm
    list_display = ["name", "order"]
    list_editable = ["order"]
    search_fields = ["name"]

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

    def get_readonly_fields(self, request, obj=None):
        return Instrument.FIXED_ONCE_QUOTED if obj and obj.quotes.exists() else ()


@admin.register(Quote)
class QuoteAdmin(ListedFilters, admin.ModelAdmin):
    """The record of what was quoted: to read, never to write. Prices enter on the day sheets."""

    list_display = [
        "instrument",
        "shown_buy",
        "shown_sell",
        "shown_price",
        "source",
        "quoted_at",
        "read_at",
        "entered_by",
    ]
    list_filter = ["instrument__group", ("entered_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["instrument", "entered_by"]
    date_hierarchy = "quoted_at"
    empty_value_display = "–"
    search_fields = ["instrument__name", "source"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("buying price"), ordering="buy")
    def shown_buy(self, quote):
        return _shown(quote.buy, quote)

    @admin.display(description=_("selling price"), ordering="sell")
    def shown_sell(self, quote):
        return _shown(quote.sell, quote)

    @admin.display(description=_("price"), ordering="price")
    def shown_price(self, quote):
        return _shown(quote.price, quote)


def _shown(value, quote):
    return None if value is None else format_number(value, quote.instrument.decimals)
