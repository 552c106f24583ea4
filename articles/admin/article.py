from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models.functions import Coalesce
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import rights
from articles.admin.assignment import BriefMixin
from articles.admin.autosave import AutosaveMixin
from articles.admin.badge import EXPIRED, SCHEDULED, state_mark, state_words
from articles.admin.calendar import CalendarMixin
from articles.admin.checklist import ChecklistMixin
from articles.admin.corrections import CorrectionsMixin
from articles.admin.forms import ArticleForm, BylineFormSet
from articles.admin.moves import BulkMovesMixin, MovesMixin, shows_bin
from articles.admin.notes import NotesMixin
from articles.admin.preview import PreviewsMixin
from articles.admin.replies import RepliesMixin
from articles.admin.revisions import RevisionsMixin
from articles.admin.saving import SavingMixin
from articles.admin.story_list import SearchMixin, StoryList
from articles.admin.times import TimesMixin
from articles.admin.trail import TrailMixin
from articles.admin.widgets import QuietChoices
from articles.admin.working_copies import WorkingCopiesMixin
from articles.models import Article, Byline
from articles.workflow import Status
from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_datetime, local


class BylineInline(QuietChoices, SortableTabularInline):
    model = Byline
    formset = BylineFormSet
    fields = ["pen_name", "role", "position"]
    autocomplete_fields = ["pen_name"]
    may_add_from_form = ["pen_name"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("pen_name")

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1

    # Bylines are part of the story: who may write in it may set them.
    def has_view_permission(self, request, obj=None):
        return obj is None or rights.may_view(request.user, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        if obj is None or obj.pk is None:
            return request.user.has_perm("articles.add_article")
        return rights.may_edit(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class StateFilter(admin.SimpleListFilter):
    """By state, with scheduled and expired stories apart from those that readers see; all but the bin unless asked."""

    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        *unpublished, published, withdrawn, binned = Status.choices  # in the order of a story's life
        return [*unpublished, ("scheduled", SCHEDULED), published, ("expired", EXPIRED), withdrawn, binned]

    def queryset(self, request, queryset):
        questions = {
            None: queryset.outside_bin,
            "scheduled": queryset.scheduled,
            "expired": queryset.expired,
            Status.PUBLISHED: queryset.published,
            Status.BINNED: queryset.in_bin,
        }
        asked = questions.get(self.value() or None)
        return asked() if asked else queryset.filter(status=self.value())


@admin.register(Article)
class ArticleAdmin(
    ListedFilters,
    TimesMixin,
    CalendarMixin,
    MovesMixin,
    SavingMixin,
    AutosaveMixin,
    ChecklistMixin,
    PreviewsMixin,
    RevisionsMixin,
    TrailMixin,
    WorkingCopiesMixin,
    NotesMixin,
    BriefMixin,
    CorrectionsMixin,
    RepliesMixin,
    BulkMovesMixin,
    SearchMixin,
    QuietChoices,
    SortableAdminBase,
    admin.ModelAdmin,
):
    form = ArticleForm
    inlines = [BylineInline]
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["title", "mark", "state", "author", "section", "time"]
    list_filter = [StateFilter, "section", "genre"]
    list_per_page = 50
    ordering = [Coalesce("published_at", "changed_at").desc(), "-pk"]
    sortable_by = ["time"]
    show_facets = admin.ShowFacets.NEVER  # each would be counted over the archive
    show_full_result_count = False
    view_on_site = False  # the form links to the page itself, once there is one
    search_fields = ["title"]  # that there is a search; SearchMixin says where
    autocomplete_fields = ["tags", "lead_photo", "replies_to"]
    may_add_from_form = ["tags", "lead_photo"]
    # The first two stand apart in the template: the writing on the left, bylines behind the placement.
    fieldsets = [
        (None, {"fields": ["kicker", "title", "standfirst", "body"]}),
        (_("Placement"), {"fields": ["section", "genre"]}),
        (_("Photo"), {"fields": ["lead_photo", "lead_caption", "lead_credit", "lead_alt"]}),
        (_("Tags and source"), {"fields": ["tags", "source", "ai_label", "slug"]}),
        (_("Right of reply"), {"fields": ["replies_to"]}),
    ]

    # -- who may do what ------------------------------------------------------------------------------------------

    def get_queryset(self, request):
        """Every list, search and bulk action of the admin starts from what this account may open."""
        return super().get_queryset(request).for_desk(request.user).with_now()

    def get_object(self, request, object_id, from_field=None):
        """The story, or 403 where it is somebody else's. Saving locks it first, so that of two saves at once the second
        reads what the first one left.
        """
        if request.method == "POST" and connection.in_atomic_block and object_id.isdecimal():
            list(Article.objects.select_for_update(of=["self"]).filter(pk=object_id).values_list("pk"))
        article = super().get_object(request, object_id, from_field)
        if article is None and object_id.isdecimal() and Article.objects.filter(pk=object_id).exists():
            raise PermissionDenied
        return article

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return rights.may_edit(request.user, obj)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return super().has_view_permission(request)
        return rights.may_view(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return False  # nothing editorial is deleted

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj and obj.address_is_fixed else []

    # -- the list -------------------------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_list_display(self, request):
        """In the bin the state is known; who put the story there, and how long ago, is not."""
        if not shows_bin(request):
            return self.list_display
        return ["binned" if column == "state" else column for column in self.list_display]

    @admin.display(description=_("mark"))
    def mark(self, article):
        return state_mark(article, article.now)

    @admin.display(description=_("state"), ordering="status")
    def state(self, article):
        return state_words(article, article.now)

    @admin.display(description=_("moved to the bin"))
    def binned(self, article):
        latest = article.binnings[0]
        days = (local(article.now).date() - local(latest.at).date()).days
        age = ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days} if days else _("today")
        return f"{latest.by}, {age}"

    @admin.display(description=_("author"))
    def author(self, article):
        """Breaks between those who signed, not within a name."""
        signed = str(article.byline or article.created_by).split(" - ")
        return format_html_join(" - ", '<span class="whole">{}</span>', zip(signed))

    @admin.display(description=_("time"), ordering=Coalesce("published_at", "changed_at"))
    def time(self, article):
        return format_datetime(article.published_at or article.changed_at)
