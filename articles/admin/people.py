from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.addresses import FixedAddress
from articles.admin.order import InStaffOrder, given_name_order
from articles.admin.used import ShowsUses
from articles.models import Article, PenName, Person
from newsroom.pages.filters import ListedFilters


@admin.register(Person)
class PersonAdmin(ListedFilters, InStaffOrder, admin.ModelAdmin):
    list_display = ["full_name", "account"]
    list_select_related = ["account"]
    search_fields = ["full_name"]
    empty_value_display = ""
    nothing_chosen = {"account": _("No account yet")}
    nothing_yet = _("Nobody yet. A person links pen names to the one who is paid for them; readers never see it.")

    def get_fields(self, request, obj=None):
        return ["full_name", "account" if self.has_change_permission(request, obj) else "account_name"]

    def get_readonly_fields(self, request, obj=None):
        return ["account_name"]

    @admin.display(description=_("account"))
    def account_name(self, person):
        return str(person.account or "")  # a link would be refused to those who may only look

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "account":
            field.queryset = field.queryset.order_by(given_name_order(field.queryset))
        return field


@admin.register(PenName)
class PenNameAdmin(ListedFilters, InStaffOrder, FixedAddress, ShowsUses, admin.ModelAdmin):
    """Public names; who stands behind one is shown only with the right to see people."""

    search_fields = ["name", "slug"]
    fields = ["name", "slug", "bio"]
    autocomplete_fields = ["person"]
    empty_value_display = ""
    nothing_yet = _("No pen name yet. Every story is signed with at least one before it goes to the editors.")

    def stories_using(self, objects):
        return Article.objects.filter(bylines__pen_name__in=objects)

    def get_list_display(self, request):
        return ["name", "person", "slug"] if _sees_people(request) else ["name", "slug"]

    def get_list_select_related(self, request):
        return ["person"] if _sees_people(request) else False

    def get_fields(self, request, obj=None):
        return [*self.fields, "person"] if _sees_people(request) else self.fields


def _sees_people(request):
    return request.user.has_perm("articles.view_person")
