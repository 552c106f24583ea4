from django.contrib import admin

from articles.admin.addresses import FixedAddress
from articles.admin.used import ShowsUses
from articles.models import Article, PenName, Person
from newsroom.pages.filters import ListedFilters


@admin.register(Person)
class PersonAdmin(ListedFilters, admin.ModelAdmin):
    list_display = ["full_name", "account"]
    list_select_related = ["account"]
    search_fields = ["full_name"]
    fields = ["full_name", "account"]


@admin.register(PenName)
class PenNameAdmin(ListedFilters, FixedAddress, ShowsUses, admin.ModelAdmin):
    """Public names; who stands behind one is shown only with the right to see people."""

    search_fields = ["name", "slug"]
    fields = ["name", "slug", "bio"]
    autocomplete_fields = ["person"]

    def stories_using(self, objects):
        return Article.objects.filter(bylines__pen_name__in=objects)

    def get_list_display(self, request):
        return ["name", "slug", "person"] if _sees_people(request) else ["name", "slug"]

    def get_list_select_related(self, request):
        return ["person"] if _sees_people(request) else False

    def get_fields(self, request, obj=None):
        return [*self.fields, "person"] if _sees_people(request) else self.fields


def _sees_people(request):
    return request.user.has_perm("articles.view_person")
