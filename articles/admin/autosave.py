"""Autosave and presence in the admin: what js/desk/autosave.js talks to, and the page that shows what was typed before
anybody takes it back into a form.
"""

import json
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import autosave, readings, revisions, rights
from articles.admin.typed import as_post, content
from articles.comparison import compare
from articles.credits import Credits
from articles.models import Article, OpenForm
from newsroom.text.vietnamese import local


class AutosaveMixin:
    """For the story's ModelAdmin. Rights are checked by the verbs."""

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [
            path("beat/", guard(self.beat_view), name="articles_article_beat"),
            path("unsaved/<uuid:key>/", guard(self.unsaved_view), name="articles_article_unsaved"),
            path("unsaved/<uuid:key>/discard/", guard(self.discard_view), name="articles_article_discard"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def beat_view(self, request):
        """POST `key`, `article` (empty for a new story) and, where something was typed, `serial` and `typed` (JSON); or
        `left`. Answers JSON: the time of keeping as the house writes it, and who else sits at the story.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            article, kept = self._beat(request)
        except (ValidationError, ValueError) as refusal:
            return JsonResponse({"refused": getattr(refusal, "messages", [""])[0]}, status=400)
        others = self._others(request, article) if article else []
        return JsonResponse({"kept": kept, "others": others})

    def _beat(self, request):
        posted, key = request.POST, UUID(request.POST.get("key", ""))
        article = get_object_or_404(Article, pk=int(posted["article"])) if posted.get("article") else None
        if "typed" not in posted:
            autosave.beat(key, by=request.user, article=article, left="left" in posted)
            return article, None
        typed, serial = json.loads(posted["typed"]), min(int(posted.get("serial", 0)), 2**62)
        form = autosave.keep(key, by=request.user, article=article, serial=serial, typed=typed)
        form.refresh_from_db(fields=["typed_at"])
        return article, form.typed_at and f"{local(form.typed_at):%H:%M:%S}"

    @staticmethod
    def _others(request, article):
        """Who else has the story open, in words; each person once, since the first of their forms."""
        since = {}
        for form in autosave.others_at(article, by=request.user):
            since.setdefault(form.by, form.opened_at)
        words = _("%(who)s since %(time)s")
        return [words % {"who": who, "time": f"{local(at):%H:%M}"} for who, at in since.items()]

    @method_decorator(require_safe)
    def unsaved_view(self, request, key):
        """What differs between the story as it is saved and what was typed, before it is taken over."""
        form, article = self._opened_unsaved(request, key)
        if article.pk:
            readings.read(article, [article.version], by=request.user)
        elif form.by != request.user:
            self.log_change(
                request, form.by, _("Read the new story that %(who)s typed and never saved") % {"who": form.by}
            )
        saved = revisions.content_of(article, Credits.of(article)) if article.pk else content([])
        page = "change" if article.pk else "add"
        context = {
            **self.admin_site.each_context(request),
            "title": _("Not saved yet: %(title)s") % {"title": article.title or _("New story")},
            "opts": self.opts, "article": article, "form": form, "is_own": form.by == request.user,
            "comparison": compare(saved, content(form.typed, _fixed_slug(article))),
            "began_from": _key_of(as_post(form.typed).get("seen")),
            "may_edit": not article.pk or rights.may_edit(request.user, article),
            "typed": self._taken_over(request, form),
            "form_url": reverse(f"admin:articles_article_{page}", args=[article.pk] if article.pk else []),
        }  # fmt: skip
        return TemplateResponse(request, "admin/articles/article/unsaved.html", context)

    def _taken_over(self, request, form):
        """The fields for the form that takes them over: the writer goes on in the same, others in one of their own."""
        key, serial = (form.key, form.serial) if form.by == request.user else (uuid4(), 0)
        own = {"form_key": str(key), "form_serial": str(serial), "_replay": "1"}
        return [*(pair for pair in form.typed if pair[0] not in own), *map(list, own.items())]

    @method_decorator(require_POST)
    def discard_view(self, request, key):
        form, article = self._opened_unsaved(request, key)
        autosave.discard(form, by=request.user)
        self.message_user(request, _("What was typed and not saved is dropped."))
        return redirect("admin:articles_article_change", article.pk) if article.pk else redirect("admin:index")

    def _opened_unsaved(self, request, key):
        if not self.has_view_permission(request):
            raise PermissionDenied
        forms = OpenForm.objects.unsaved().select_related("by", "article__section", "article__edited_by")
        form = get_object_or_404(forms, pk=key)
        article = form.article or Article(created_by=form.by)
        if not rights.may_view_unsaved(request.user, form):
            raise PermissionDenied
        return form, article

    # -- the form -------------------------------------------------------------------------------------------------

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        if "_replay" in request.POST:
            context |= {"restored": True, "errors": []}  # no error: it was put back, and waits to be saved
        elif add or rights.may_edit(request.user, obj):
            context["unsaved"] = self._unsaved(request, obj, form)
        context["others"] = self._others(request, obj) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _unsaved(self, request, article, form):
        """What was typed in other forms of the story and differs from what is saved."""
        waiting = list(autosave.unsaved_in(article, by=request.user, besides=form["form_key"].value()))
        saved = revisions.content_of(article, Credits.of(article)) if waiting and article else content([])
        return [one for one in waiting if content(one.typed, _fixed_slug(article)) != saved]


def _fixed_slug(article):
    return article.slug if article and article.address_is_fixed else ""


def _key_of(text):
    return int(text) if text and text.isdecimal() else None
