"""The moves of the workflow in the admin: buttons on the story form, and a view for those who may not write in it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import actions, rights
from articles.admin.forms import MoveForm
from articles.models import Article
from articles.workflow import TRANSITIONS


class MovesMixin:
    """For the story's ModelAdmin. Rights are checked by the verb, on every path."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._response_to_move(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._response_to_move(request, obj) or super().response_change(request, obj)

    def _response_to_move(self, request, article):
        """Make the move that a button asked for along with the saving; None where none was asked for."""
        if "_move" not in request.POST:
            return None
        return self._move(request, article)

    def get_urls(self):
        move = path("<int:pk>/move/", self.admin_site.admin_view(self.move_view), name="articles_article_move")
        return [move, *super().get_urls()]

    def move_view(self, request, pk):
        """POST: a move without saving text, for those who may move the story but not write in it."""
        return require_POST(self._move_post)(request, pk)

    def _move_post(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        return self._move(request, article)

    def _move(self, request, article):
        form = MoveForm(request.POST)
        try:
            if not form.is_valid():
                raise ValidationError([message for errors in form.errors.values() for message in errors])
            with transaction.atomic():
                moved = form.perform(article, by=request.user)
            self.message_user(request, _move_done(form, moved), messages.SUCCESS)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
        return self._after_move(request, article)

    def _after_move(self, request, article):
        """Back to the story where it may still be opened, else to the list."""
        if rights.may_view(request.user, Article.objects.get(pk=article.pk)):
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        return HttpResponseRedirect(reverse("admin:articles_article_changelist"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= self._panel(request, obj) if obj else {"moves": _moves_of_new_story(request.user)}
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _panel(self, request, article):
        trail = list(article.trail.select_related("by"))
        return {
            "moves": actions.open_moves(article, request.user),
            "trail": trail,
            "last_note": next((entry for entry in trail if entry.note), None),
            "is_public": article.is_published(),
            "is_scheduled": article.is_scheduled(),
            "move_form_id": "article_form" if rights.may_edit(request.user, article) else "move-form",
        }


def _moves_of_new_story(user):
    submit = TRANSITIONS["submit"]
    return [submit] if user.has_perm(f"articles.{submit.permission}") else []


def _move_done(form, article):
    done = TRANSITIONS[form.cleaned_data["_move"]].done
    if article.is_scheduled():
        when = date_format(localtime(article.published_at), "H:i d/m/Y")
        return _("“%(title)s”: will be published at %(time)s.") % {"title": article, "time": when}
    return f"“{article}”: {done}."
