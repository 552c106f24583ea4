"""Preview links at the desk, beside the poll that they show."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.pages.previews import DEFAULT_LIFE, LIVES, life_of
from polls import previews
from polls.models import PollLink


class PreviewsMixin:
    """For the poll's ModelAdmin, beside MovesMixin, whose helpers it uses."""

    def get_urls(self):
        share, unshare = map(self.admin_site.admin_view, (self.share_view, self.unshare_view))
        return [
            path("<int:pk>/share/", share, name="polls_poll_share"),
            path("links/<int:number>/revoke/", unshare, name="polls_poll_unshare"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and request.user.has_perm("polls.change_poll"):
            context["may_share"] = not obj.has_been_public(obj.now)
            context["previews"] = list(obj.preview_links.live().select_related("made_by"))
            context["lives"], context["default_life"] = LIVES, DEFAULT_LIFE
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator(require_POST)
    def share_view(self, request, pk):
        """Make a link for as many `days` as asked."""
        self._ask("polls.change_poll", request)
        poll = self._poll(request, pk)
        self._attempt(request, self._share, poll, life_of(request.POST.get("days", "")))
        return redirect("admin:polls_poll_change", pk)

    def _share(self, request, poll, days):
        previews.make(poll, by=request.user, days=days)
        return _("The preview link is made. Whoever has it can see the poll.")

    @method_decorator(require_POST)
    def unshare_view(self, request, number):
        """Revoke a link."""
        self._ask("polls.change_poll", request)
        link = get_object_or_404(PollLink.objects.select_related("poll"), pk=number)
        previews.revoke(link, by=request.user)
        self.message_user(request, _("The preview link is revoked."))
        return redirect("admin:polls_poll_change", link.poll_id)
