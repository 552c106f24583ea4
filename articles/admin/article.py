from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import actions, rights
from articles.admin.forms import ArticleForm
from articles.admin.moves import MovesMixin
from articles.models import Article, Byline
from articles.workflow import TRANSITIONS


class BylineInline(SortableTabularInline):
    model = Byline
    fields = ["pen_name", "role", "position"]
    autocomplete_fields = ["pen_name"]

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


@admin.register(Article)
class ArticleAdmin(MovesMixin, SortableAdminBase, admin.ModelAdmin):
    form = ArticleForm
    inlines = [BylineInline]
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["title", "state", "byline", "section", "time"]
    list_filter = ["status", "section", "genre"]
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False  # the form links to the page itself, once there is one
    search_fields = ["title", "bylines__pen_name__name"]
    autocomplete_fields = ["tags", "lead_photo"]
    actions = ["approve_selected", "publish_selected"]
    fieldsets = [
        (None, {"fields": ["kicker", "title", "standfirst", "body"]}),
        (_("Placement"), {"fields": [("section", "genre"), "tags", "slug"]}),
        (_("Photo"), {"fields": ["lead_photo", "lead_caption", "lead_credit", "lead_alt"]}),
        (_("Source"), {"fields": ["source"]}),
    ]

    class Media:
        css = {"all": ["newsroom/css/desk.css"]}

    # -- who may do what ------------------------------------------------------------------------------------------

    def get_object(self, request, object_id, from_field=None):
        """The story, or 403 where it is somebody else's."""
        article = super().get_object(request, object_id, from_field)
        if article is not None and not rights.may_view(request.user, article):
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
        return ["slug"] if obj and obj.was_published else []

    # -- the list -------------------------------------------------------------------------------------------------

    def changelist_view(self, request, extra_context=None):
        """The list of the stories this account may open; a bulk action that it may not use is refused loudly."""
        refused = set(self.actions) - set(self.get_actions(request))
        if request.method == "POST" and request.POST.get("action") in refused:
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.url_name == "articles_article_changelist":
            return queryset.for_desk(request.user).for_cards()
        return queryset

    @admin.display(description=_("state"), ordering="status")
    def state(self, article):
        return article.get_status_display()

    @admin.display(description=_("byline"))
    def byline(self, article):
        return article.byline

    @admin.display(description=_("time"), ordering="changed_at")
    def time(self, article):
        return date_format(localtime(article.published_at or article.changed_at), "H:i d/m/Y")

    @admin.action(description=_("Approve selected stories"), permissions=["approve"])
    def approve_selected(self, request, queryset):
        self._move_selected(request, queryset, "approve")

    @admin.action(description=_("Publish selected stories"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        self._move_selected(request, queryset, "publish")

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_article")

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def _move_selected(self, request, queryset, name):
        if queryset.count() != len(set(request.POST.getlist("_selected_action"))):
            raise PermissionDenied  # somebody else's story was slipped in
        done = sum(self._try_move(request, article, name) for article in queryset)
        if done:
            label = TRANSITIONS[name].done
            message = ngettext("%(done)s: %(count)d story.", "%(done)s: %(count)d stories.", done)
            self.message_user(request, message % {"done": label, "count": done}, messages.SUCCESS)

    def _try_move(self, request, article, name):
        try:
            actions.move(name, article, by=request.user)
        except ValidationError as refusal:
            self.message_user(request, f"“{article}”: {refusal.messages[0]}", messages.ERROR)
            return False
        return True

    def save_model(self, request, obj, form, change):
        verb = actions.edit if change else actions.create
        verb(obj, by=request.user)
