from http import HTTPStatus

from adminsortable2.admin import SortableAdminMixin
from django import forms
from django.contrib import admin
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.addresses import FixedAddress
from articles.admin.order import given_name_order
from articles.admin.used import ShowsUses
from articles.models import Article, Section, Tag
from newsroom.pages.filters import ListedFilters


@admin.register(Section)
class SectionAdmin(ListedFilters, FixedAddress, ShowsUses, SortableAdminMixin, admin.ModelAdmin):
    """The paper's sections as the tree they are: whatever is moved or added, children follow their parent."""

    list_display = ["branch", "slug", "parent"]
    list_select_related = ["parent"]
    ordering = ["position"]
    sortable_by = ()
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "parent", "editors"]
    empty_value_display = ""
    nothing_chosen = {"parent": _("Below no other section")}
    nothing_yet = _("The paper has no section yet. Stories need one each; begin with the news of the day.")

    def get_list_display(self, request):
        columns = super().get_list_display(request)
        if self.has_change_permission(request):
            return columns
        return [column for column in columns if column != "_reorder_"]  # nothing to grasp for those who only look

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        # A short list of people: boxes to tick, with names.
        field = super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple, **kwargs)
        field.queryset = field.queryset.order_by(given_name_order(field.queryset))
        return field

    def stories_using(self, objects):
        return Article.objects.filter(section__in=objects)

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        _number_by_tree()

    def update_order(self, request):
        before = list(Section.objects.all())
        response = super().update_order(request)
        if response.status_code == HTTPStatus.OK:
            _number_by_tree()
            self._log_order(request, before)
        return response

    def _log_order(self, request, before):
        """One entry for the whole order, at the first section that stands elsewhere now."""
        after = list(Section.objects.all())
        moved = next((now for then, now in zip(before, after, strict=True) if then != now), None)
        if moved:
            orders = (", ".join(section.name for section in order) for order in (before, after))
            self.log_change(request, moved, [{"values": [[gettext("order of the sections"), *orders]]}])

    @admin.display(description=_("name"))
    def branch(self, section):
        return format_html('<span class="branch">{}</span>', section) if section.parent_id else section.name


def _number_by_tree():
    """Number the sections from 1 on as the tree reads: each top section, then its children."""
    top = [Coalesce("parent__position", "position"), Coalesce("parent_id", "pk")]
    sections = Section.objects.order_by(*top, F("parent_id").asc(nulls_first=True), "position", "pk")
    for place, section in enumerate(sections, start=1):
        section.position = place
    Section.objects.bulk_update(sections, ["position"])


@admin.register(Tag)
class TagAdmin(ListedFilters, FixedAddress, ShowsUses, admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]
    nothing_yet = _("No tag yet. Tags gather stories of one matter across sections; writers add them on the story.")

    def stories_using(self, objects):
        return Article.objects.filter(tags__in=objects)
