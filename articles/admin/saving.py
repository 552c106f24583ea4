"""Saving the story form: one verb saves it all, and what the verb refuses gives the form back with everything typed."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles import autosave, revisions, working_copies
from articles.actions import create, edit
from articles.comparison import side_by_side
from articles.credits import Credits
from articles.merge import CollidedError
from articles.models import Revision
from newsroom.text.fields import MAX_LENGTH
from newsroom.text.richtext import clean
from newsroom.text.vietnamese import format_datetime

ANSWER = "settle-"
"""Before the key of a collision: name of the field that answers it."""


class SavingMixin:
    """For the story's ModelAdmin."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The story form. What the verb refuses comes back as the form's own error; who may no longer write, because
        the story moved on meanwhile, gets back what was typed.
        """
        if request.method == "POST" and object_id is None:
            object_id = self._saved_already(request)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refusal:
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied:
            if request.method != "POST":
                raise
            if object_id is None and (saved := self._saved_already(request)):
                # The other click of two made the story while this one was on its way: this one saves it.
                return self.changeform_view(request, saved, form_url, extra_context)
            if not object_id or not (article := self.get_object(request, object_id)):
                raise
            return self._give_back(request, article)

    def _saved_already(self, request):
        """The story that this very form was saved as before somebody went back to it and saved again."""
        try:
            saved = autosave.saved_by(UUID(request.POST.get("form_key", "")), request.user)
        except ValueError:
            return None
        return saved and str(saved)

    def _give_back(self, request, article):
        """What was typed, the body set as text so that copying it keeps its paragraphs and links."""
        body = request.POST.get("body", "")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Not saved: the story moved on"),
            "article": article,
            "body": clean(body) if len(body) <= MAX_LENGTH else "",
        }
        return render(request, "admin/articles/article/kept.html", context, status=403)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user, form.refusal = request.user, getattr(request, "refusal", None)
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        refusal = getattr(request, "refusal", None)
        if isinstance(refusal, CollidedError):
            context["collisions"] = side_by_side(refusal.merge)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        """Nothing yet: text, bylines and tags are saved by one verb."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            formset.save(commit=False)  # Django's log asks it what changed
        tags = frozenset(tag.pk for tag in form.cleaned_data["tags"])
        credits = Credits(bylines=formsets[0].credited(), tags=tags)
        request.merged = self._save(request, form, credits, change)
        if key := form.cleaned_data["form_key"]:
            serial = form.cleaned_data["form_serial"] or 0
            autosave.settle(key, by=request.user, article=form.instance, serial=serial, as_typed=not request.merged)

    def _save(self, request, form, credits, change):
        """Save by the verb that was asked for. Returns whether the story is now another than was typed."""
        if not change:
            create(form.instance, by=request.user, credits=credits)
            return False
        if "_copy" in request.POST:
            content, seen = revisions.content_of(form.instance, credits), form.cleaned_data["seen"]
            request.working_copy = working_copies.start(form.instance, by=request.user, content=content, seen=seen)
            return True
        return self._edit(request, form, credits)

    def _edit(self, request, form, credits):
        """Save, and say so where what others saved meanwhile was merged in. Returns whether it was."""
        article, asked = form.instance, form.cleaned_data
        typed = revisions.content_of(article, credits)
        theirs = {"who": article.edited_by, "time": format_datetime(article.changed_at)}
        article.is_substantial = "substantial" in request.POST
        answers = {name.removeprefix(ANSWER): request.POST[name] for name in request.POST if name.startswith(ANSWER)}
        seen = autosave.version_known_to(asked["form_key"], request.user, asked["seen"])
        said = Revision(note=asked["revision_note"])
        edit(article, by=request.user, seen=seen, credits=credits, answers=answers, revision=said)
        merged = revisions.content_of(article, credits) != typed
        if merged:
            words = _("What %(who)s saved at %(time)s was merged in. Read the story again before you go on.") % theirs
            self.message_user(request, words, messages.WARNING)
        return merged
