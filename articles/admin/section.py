from adminsortable2.admin import SortableAdminMixin
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.used import ShowsUses
from articles.models import Article, Section, Tag


@admin.register(Section)
class SectionAdmin(ShowsUses, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["name", "slug", "parent"]
    list_select_related = ["parent"]
    ordering = ["position"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "parent", "editors"]
    filter_horizontal = ["editors"]

    def stories_using(self, objects):
        return Article.objects.filter(section__in=objects)

    def get_prepopulated_fields(self, request, obj=None):
        # Published addresses are promises: once the section exists, its slug follows no typing in the name.
        return {} if obj else self.prepopulated_fields


@admin.register(Tag)
class TagAdmin(ShowsUses, admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]

    def stories_using(self, objects):
        return Article.objects.filter(tags__in=objects)


admin.site.empty_value_display = _("none")
