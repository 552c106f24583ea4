from adminsortable2.admin import SortableAdminMixin
from django import forms
from django.contrib import admin

from articles.admin.addresses import FixedAddress
from articles.admin.used import ShowsUses
from articles.models import Article, Section, Tag
from newsroom.pages.filters import ListedFilters


@admin.register(Section)
class SectionAdmin(ListedFilters, FixedAddress, ShowsUses, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["name", "slug", "parent"]
    list_select_related = ["parent"]
    ordering = ["position"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "parent", "editors"]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        # A short list of people: boxes to tick, with names.
        return super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple, **kwargs)

    def stories_using(self, objects):
        return Article.objects.filter(section__in=objects)

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields


@admin.register(Tag)
class TagAdmin(ListedFilters, FixedAddress, ShowsUses, admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]

    def stories_using(self, objects):
        return Article.objects.filter(tags__in=objects)
