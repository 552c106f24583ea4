"""Preview links at the desk: made beside the story, listed on a page of their own, revoked on both."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models.functions import Now
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import previews, rights
from articles.models import PreviewLink
from newsroom.pages.filters import ListedFilters
from newsroom.pages.previews import DEFAULT_LIFE, LIVES, life_of
from newsroom.text.vietnamese import format_datetime


class PreviewsMixin:
    """For the story's ModelAdmin: the panel of its live links, and the verb behind its button."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<int:pk>/preview/", view, name="articles_article_preview"), *super().get_urls()]

    @method_decorator(require_POST)
    def preview_view(self, request, pk):
        """Make a link for as many `days` as asked."""
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        try:
            previews.make(article, by=request.user, days=life_of(request.POST.get("days", "")))
        except ValidationError as refusal:
            self.message_user(request, refusal.message, messages.ERROR)
        else:
            self.message_user(request, _("The preview link is made. Whoever has it can read the story."))
        return redirect(f"{reverse('admin:articles_article_change', args=[pk])}#previews-title")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and rights.may_edit(request.user, obj):
            context["previews"] = list(obj.preview_links.live().select_related("made_by"))
            context["lives"], context["default_life"] = LIVES, DEFAULT_LIFE
        return super().render_change_form(request, context, add, change, form_url, obj)


class LiveFilter(admin.SimpleListFilter):
    """Only links that still open, unless all are asked for."""

    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        return [("all", _("Dead ones too"))]

    def choices(self, changelist):
        everything, *others = super().choices(changelist)
        return [{**everything, "display": _("Live")}, *others]

    def queryset(self, request, queryset):
        return queryset if self.value() == "all" else queryset.live()


@admin.register(PreviewLink)
class PreviewLinkAdmin(ListedFilters, admin.ModelAdmin):
    """Every link that the account may know of. A link has no form: it is made beside its story, and revoked."""

    list_display = ["story", "state", "made_by", "made", "times_opened", "last_opened"]
    list_display_links = None
    list_filter = [LiveFilter]
    list_select_related = ["article__working_copy_of", "made_by", "revoked_by"]
    list_per_page = 50
    show_full_result_count = False
    actions = ["revoke_selected"]
    nothing_yet = _("No preview link. They are made beside a story.")

    def get_urls(self):
        revoke = path(
            "<int:pk>/revoke/", self.admin_site.admin_view(self.revoke_view), name="articles_previewlink_revoke"
        )
        return [revoke, *(url for url in super().get_urls() if url.name == "articles_previewlink_changelist")]

    def get_queryset(self, request):
        return super().get_queryset(request).for_desk(request.user).annotate(now=Now())

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_revoke_permission(self, request):
        return self.has_view_permission(request)

    @method_decorator(require_POST)
    def revoke_view(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        link = get_object_or_404(PreviewLink.objects.select_related("article"), pk=pk)
        previews.revoke(link, by=request.user)
        self.message_user(request, _("The preview link is revoked."))
        if rights.may_view(request.user, link.article):
            return redirect(f"{reverse('admin:articles_article_change', args=[link.article_id])}#previews-title")
        return redirect("admin:articles_previewlink_changelist")

    @admin.action(description=_("Revoke selected links"), permissions=["revoke"])
    def revoke_selected(self, request, queryset):
        links = list(queryset.select_related("article"))
        for link in links:
            previews.revoke(link, by=request.user)
        done = ngettext("%(count)d link revoked.", "%(count)d links revoked.", len(links))
        self.message_user(request, done % {"count": len(links)})

    @admin.display(description=_("story"))
    def story(self, link):
        address = reverse("admin:articles_article_change", args=[link.article_id])
        return format_html('<a href="{}">{}</a>', address, link.article)

    @admin.display(description=_("state"))
    def state(self, link):
        if link.revoked_at:
            return _("Revoked by %(who)s") % {"who": link.revoked_by}
        if not link.is_live(link.now):
            return _("Dead")
        until = _("Until %(time)s") % {"time": format_datetime(link.expires_at)}
        return format_html('<a href="{}">{}</a>', link.get_absolute_url(), until)

    @admin.display(description=_("made at"))
    def made(self, link):
        return _labelled(_("made"), format_datetime(link.made_at))

    @admin.display(description=_("opened"))
    def times_opened(self, link):
        return _labelled(_("opened"), link.opened)

    @admin.display(description=_("last opened"))
    def last_opened(self, link):
        return _labelled(_("last"), format_datetime(link.opened_at)) if link.opened_at else None


def _labelled(word, value):
    """A value that says what it is where the heading of its column is gone."""
    return format_html('<span class="phone-only">{} </span>{}', word, value)
