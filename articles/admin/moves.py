"""The moves of the workflow in the admin: buttons on the story form, and a view for those who may not write in it."""

from operator import attrgetter

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import actions, revisions, rights
from articles.admin.badge import state_badge
from articles.admin.forms import MoveForm
from articles.admin.trail import newest_steps
from articles.models import Article
from articles.workflow import TRANSITIONS, Status
from newsroom.pages.keyset import COUNTED
from newsroom.text.vietnamese import format_datetime


def shows_bin(request) -> bool:
    """Whether the list that is asked for is the bin."""
    return request.GET.get("state") == Status.BINNED


class MovesMixin:
    """For the story's ModelAdmin. Rights are checked by the verb, on every path."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._response_to_move(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        if not rights.may_view(request.user, obj):  # passed on to another section
            self.message_user(request, _("“%(title)s” was saved.") % {"title": obj}, messages.SUCCESS)
            return self._after_move(request, obj)
        return self._response_to_move(request, obj) or self._response_to_save(request, obj)

    def _response_to_save(self, request, article):
        if copy := getattr(request, "working_copy", None):
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[copy.pk]))
        if getattr(request, "merged", False):
            return self._after_move(request, article)
        return super().response_change(request, article)

    def _response_to_move(self, request, article):
        """Make the move that a button asked for along with the saving; None where none was asked for, or the story
        became another than the one that was to be moved.
        """
        if "_move" not in request.POST or getattr(request, "merged", False):
            return None
        return self._move(request, article, read=revisions.digest(revisions.stored_content(article)))

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

    def _move(self, request, article, read=""):
        form = MoveForm(request.POST)
        try:
            if not form.is_valid():
                raise ValidationError(form.refusals)
            with transaction.atomic():
                moved = form.perform(article, by=request.user, read=read)
            self.message_user(request, _move_done(form, moved), messages.SUCCESS)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
            give_note_back(request)
        return self._after_move(request, article)

    def _after_move(self, request, article):
        """Back to the story where it may still be opened, else to the list."""
        if rights.may_view(request.user, Article.objects.get(pk=article.pk)):
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        return HttpResponseRedirect(reverse("admin:articles_article_changelist"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= self._panel(request, obj or Article(created_by=request.user))
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _panel(self, request, article):
        return {
            "moves": actions.open_moves(article, request.user),
            **newest_steps(article),
            "is_public": article.is_published(),
            "badge": state_badge(article) if article.pk else None,
            "stage": article.stage(),
            "move_form_id": "article_form" if rights.may_edit(request.user, article) else "move-form",
        }


class BulkMovesMixin:
    """For the story's ModelAdmin: moves of many stories from the list. What is not the account's own answers 403."""

    actions = ["approve_selected", "publish_selected", "bin_selected", "restore_selected"]

    def changelist_view(self, request, extra_context=None):
        refused = set(self.actions) - set(self.get_actions(request))
        if request.method == "POST" and request.POST.get("action") in refused:
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def get_actions(self, request):
        """From the bin stories can only be restored, and only from there."""
        offered = super().get_actions(request)
        return {name: offered[name] for name in offered if (name == "restore_selected") == shows_bin(request)}

    @admin.action(description=_("Approve selected stories"), permissions=["approve"])
    def approve_selected(self, request, queryset):
        self._move_selected(request, queryset, "approve")

    @admin.action(description=_("Publish selected stories"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        self._move_selected(request, queryset, "publish")

    @admin.action(description=_("Move selected drafts to the bin"), permissions=["bin"])
    def bin_selected(self, request, queryset):
        self._move_selected(request, queryset, "bin")

    @admin.action(description=_("Restore selected stories"), permissions=["bin"])
    def restore_selected(self, request, queryset):
        self._move_selected(request, queryset, "restore")

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_article")

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def has_bin_permission(self, request):
        return request.user.has_perm("articles.bin_article")

    @transaction.atomic
    def _move_selected(self, request, queryset, name):
        # Rows are locked in one order, whatever the list's: a working copy before its story, as when it is published.
        stories = sorted(self._selected(request, queryset), key=attrgetter("pk"), reverse=True)
        done = sum(self._try_move(request, article, name) for article in stories)
        if done:
            message = ngettext("%(done)s: %(count)d story.", "%(done)s: %(count)d stories.", done)
            words = {"done": TRANSITIONS[name].done, "count": done}
            self.message_user(request, message % words, messages.SUCCESS)

    def _selected(self, request, queryset):
        """The ticked stories, those too that left the list meanwhile: why they cannot move is the verb's to say."""
        if request.POST.get("select_across") == "1":
            stories = list(queryset[: COUNTED + 1])
            if len(stories) > COUNTED:
                raise PermissionDenied  # the list does not offer it
            return stories
        ticked = set(request.POST.getlist("_selected_action"))
        stories = Article.objects.for_desk(request.user).filter(pk__in=ticked)
        if len(stories) != len(ticked):
            raise PermissionDenied  # somebody else's story was slipped in
        return stories

    def _try_move(self, request, article, name):
        try:
            actions.move(name, article, by=request.user)
        except ValidationError as refusal:
            self.message_user(request, f"“{article}”: {' '.join(refusal.messages)}", messages.ERROR)
            return False
        return True


def give_note_back(request):
    """Show the note of a move that was refused: the page that follows is another, and its field is empty."""
    if note := request.POST.get("move_note", "").strip():
        messages.warning(request, _("Your note: “%(note)s”") % {"note": note})


def _move_done(form, article):
    done = TRANSITIONS[form.cleaned_data["_move"]].done
    if article.is_scheduled():
        when = format_datetime(article.published_at)
        return _("“%(title)s”: will be published at %(time)s.") % {"title": article, "time": when}
    return f"“{article}”: {done}."
