"""The revisions of a story: its timeline, any two compared, any one brought back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import actions, readings, rights
from articles.comparison import compare

SHOWN = 50
LONGEST = 10
"""Digits of a number that the database takes for one of a version."""


class RevisionsMixin:
    """For the story's ModelAdmin. Rights are checked by what opens the story and by the verb."""

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [
            path("<int:pk>/revisions/", guard(self.revisions_view), name="articles_article_revisions"),
            path("<int:pk>/revisions/<int:number>/", guard(self.bring_back_view), name="articles_article_bring_back"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def revisions_view(self, request, pk):
        """The timeline, and what lies between `from` and `to` (numbers; the newest two that are open unless given)."""
        article = self._opened(request, pk)
        newest = article.revisions.values_list("number", flat=True).first()
        if newest is None:
            raise Http404  # a story that never went through the desk
        open_from = readings.first_open(article)
        newer = _number(request, "to", article) or newest
        older = _number(request, "from", article) or _before(newer, article, open_from)
        readings.read(article, {older, newer}, by=request.user)
        held = {revision.number: revision for revision in article.revisions.filter(number__in=[older, newer])}
        context = {
            **self.admin_site.each_context(request),
            "title": _("Revisions: %(title)s") % {"title": article},
            "opts": self.opts,
            "article": article,
            **_timeline(request, article, newest),
            "older": held[older],
            "newer": held[newer],
            "comparison": compare(held[older].content, held[newer].content),
            "may_bring_back": rights.may_edit(request.user, article),
            "open_from": open_from,
            "may_read_closed": rights.may_read_corrected(request.user, article),
        }
        return TemplateResponse(request, "admin/articles/article/revisions.html", context)

    @method_decorator(require_POST)
    def bring_back_view(self, request, pk, number):
        article = self._opened(request, pk)
        revision = get_object_or_404(article.revisions, number=number)
        try:
            actions.bring_back(revision, by=request.user)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
        else:
            self.message_user(request, _("Version %(number)d was brought back.") % {"number": number})
        return redirect("admin:articles_article_change", pk)

    def _opened(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not rights.may_view(request.user, article):
            raise PermissionDenied
        return article


def _timeline(request, article, newest):
    """The versions on this page, newest first: at most SHOWN, from the bound on that the address names."""
    below = _asked(request, "below")
    revisions = article.revisions.select_related("by").defer("content")
    rows = list(revisions.filter(number__lt=below or newest + 1)[: SHOWN + 1])
    if below and not rows:
        below, rows = None, list(revisions[: SHOWN + 1])
    shown = rows[:SHOWN]
    several = len(shown) > 1 or bool(below)
    return {
        "timeline": shown,
        "several": several,
        "newest": newest,
        "below": below,
        "earlier": len(rows) > SHOWN and shown[-1].number,
    }


def _before(newer, article, open_from):
    """The version before; what a correction closed is shown only to those who ask for it."""
    earlier = article.revisions.filter(number__lt=newer, number__gte=open_from)
    return earlier.values_list("number", flat=True).first() or newer


def _number(request, name, article):
    """The version that is asked for, if there is such a one."""
    number = _asked(request, name)
    return number if number and article.revisions.filter(number=number).exists() else None


def _asked(request, name):
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < LONGEST else None
