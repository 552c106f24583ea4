"""Working copies in the admin: begun from a published story, compared with what readers see, brought up to date."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import approval, readings, revisions, rights, working_copies
from articles.comparison import compare
from articles.credits import Credits
from articles.models import Article


class WorkingCopiesMixin:
    """For the story's ModelAdmin. Rights are checked by what opens the story and by the verbs."""

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [
            path("<int:pk>/working-copy/", guard(self.start_view), name="articles_article_start_copy"),
            path("<int:pk>/bring-in/", guard(self.bring_in_view), name="articles_article_bring_in"),
            path("<int:pk>/against-live/", guard(self.against_live_view), name="articles_article_against_live"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def start_view(self, request, pk):
        """POST: begin a working copy of a published story, or go to the one there is."""
        live = self._opened(request, pk)
        copy = working_copies.open_copy_of(live)
        if copy is None:
            try:
                copy = working_copies.start(live, by=request.user)
            except ValidationError as refusal:
                return self._refused(request, live, refusal)
        if not rights.may_view(request.user, copy):
            raise PermissionDenied
        return redirect("admin:articles_article_change", copy.pk)

    @method_decorator(require_POST)
    def bring_in_view(self, request, pk):
        """POST: put into the working copy what was changed in the story since it began."""
        copy = self._copy(request, pk)
        try:
            working_copies.bring_in(copy, by=request.user)
        except ValidationError as refusal:
            return self._refused(request, copy, refusal)
        self.message_user(
            request, _("What was changed in the published story is in the working copy now. Read it again.")
        )
        return redirect("admin:articles_article_change", pk)

    @method_decorator(require_safe)
    def against_live_view(self, request, pk):
        """What the working copy would change of what readers see."""
        copy = self._copy(request, pk)
        live = copy.working_copy_of
        for shown in (live, copy):
            readings.read(shown, [shown.version], by=request.user)
        now, then = ({**revisions.content_of(one, Credits.of(one)), "slug": ""} for one in (live, copy))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Change of a published story"), "opts": self.opts, "article": copy, "live": live,
            "comparison": compare(now, then),
        }  # fmt: skip
        return TemplateResponse(request, "admin/articles/article/against_live.html", context)

    def _copy(self, request, pk):
        copy = self._opened(request, pk)
        if not copy.is_working_copy:
            raise Http404
        return copy

    def _refused(self, request, article, refusal):
        for message in refusal.messages:
            self.message_user(request, message, "ERROR")
        return redirect("admin:articles_article_change", article.pk)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context |= self._copy_facts(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _copy_facts(self, request, article):
        """What the form says of working copies and of the approval."""
        approved = approval.changed_since(article)
        facts = {"approved": approved, "read": revisions.digest(revisions.stored_content(article)) if approved else ""}
        if article.is_working_copy:
            live = Article.objects.select_related("section").get(pk=article.working_copy_of_id)
            return {**facts, "live": live, "is_behind": not article.applied_at and live.version != article.base_version}
        if not article.is_published():
            return facts
        return {
            **facts,
            "open_copy": working_copies.open_copy_of(article),
            "may_propose": rights.may_propose(request.user, article),
        }
