"""What the desk does to a poll beside writing it: moves, preview, corrections, review. Each view asks its own right."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Max, Min
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from polls import actions, review, rights
from polls.admin.forms import CorrectionForm
from polls.models import Standing
from polls.views import preview_of
from polls.workflow import MOVES


class MovesMixin:
    """For the poll's ModelAdmin."""

    def get_urls(self):
        views = {"move": self.move_view, "preview": self.preview_view, "correct": self.correct_view,
                 "review": self.review_view}  # fmt: skip
        return [
            *(
                path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"polls_poll_{name}")
                for name, view in views.items()
            ),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["show_save_and_add_another"] = False
        if obj:
            context |= {
                "moves": actions.open_moves(obj, request.user),
                "trail": obj.trail.select_related("by"),
                "corrections": obj.corrections.select_related("choice"),
                "state": obj.state(obj.now),
                "is_public": obj.is_public(obj.now),
                "may_correct": request.user.has_perm("polls.publish_poll") and obj.has_been_public(obj.now),
                "may_see_ballots": self._may_see_ballots(request.user, obj),
                "waiting": obj.ballots.filter(standing=Standing.PENDING).count(),
                "may_review": request.user.has_perm("polls.review_ballots"),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @staticmethod
    def _may_see_ballots(user, poll):
        may = user.has_perm("polls.review_ballots") and rights.may_see_result(user, poll)
        return may and poll.has_been_public(poll.now)

    @method_decorator(require_POST)
    def move_view(self, request, pk):
        """Make the move that a button asks for."""
        self._ask("polls.publish_poll", request)
        poll, name = self._poll(request, pk), request.POST.get("_move")
        if name in MOVES:
            self._attempt(request, self._move, poll, name, request.POST.get("move_note", ""))
        return redirect("admin:polls_poll_change", pk)

    def _move(self, request, poll, name, note):
        actions.move(name, poll, by=request.user, note=note)
        return f"“{poll}”: {MOVES[name].done}."

    @method_decorator(require_safe)
    def preview_view(self, request, pk):
        """The poll's page as readers will see it; its ballot casts nothing."""
        self._ask("polls.view_poll", request)
        return render(request, "polls/preview.html", preview_of(self._poll(request, pk)))

    @method_decorator(require_http_methods(["GET", "POST"]))
    def correct_view(self, request, pk):
        """Mend the wording of a poll that readers have seen."""
        self._ask("polls.publish_poll", request)
        poll = self._poll(request, pk)
        form = CorrectionForm(poll, request.POST or None)
        if form.is_valid() and self._attempt(request, self._correct, poll, form.wording()):
            return redirect("admin:polls_poll_change", pk)
        context = self._context(request, poll, _("Correct the wording")) | {"form": form}
        return render(request, "admin/polls/poll/correct.html", context)

    def _correct(self, request, poll, wording):
        actions.correct(poll, by=request.user, **wording)
        return _("The correction stands on the poll's page; every vote was kept.")

    @method_decorator(require_http_methods(["GET", "POST"]))
    def review_view(self, request, pk):
        """Ballots that wait, together as they came from one network; accepted or discarded by the group."""
        self._ask("polls.review_ballots", request)
        poll = self._poll(request, pk)
        if request.method == "POST" and self._attempt(request, self._judge, poll):
            return redirect("admin:polls_poll_review", pk)
        context = self._context(request, poll, _("Ballots that wait")) | {"groups": _groups(poll)}
        return render(request, "admin/polls/poll/review.html", context)

    def _judge(self, request, poll):
        waiting = poll.ballots.filter(standing=Standing.PENDING, network__in=request.POST.getlist("network"))
        note = request.POST.get("note", "")
        if "discard" in request.POST:
            entry = review.discard(poll, waiting, by=request.user, reason=note)
        else:
            entry = review.accept(poll, waiting, by=request.user, note=note)
        if entry is None:
            raise ValidationError(_("No ballots were chosen."))
        words = ngettext("%(act)s: %(number)d ballot.", "%(act)s: %(number)d ballots.", entry.number)
        return words % {"act": entry, "number": entry.number}

    def _attempt(self, request, verb, *args):
        """Whether the verb did it; what it says, or why not, is told either way."""
        try:
            self.message_user(request, verb(request, *args), messages.SUCCESS)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
            return False
        return True

    def _ask(self, permission, request):
        if not request.user.has_perm(permission):
            raise PermissionDenied

    def _poll(self, request, pk):
        poll = self.get_object(request, str(pk))
        if poll is None:
            raise Http404
        return poll

    def _context(self, request, poll, title):
        return {**self.admin_site.each_context(request), "opts": self.opts, "original": poll, "title": title}


def _groups(poll):
    """Of each network with ballots that wait: how many, and since when until when."""
    waiting = poll.ballots.filter(standing=Standing.PENDING).order_by()
    return waiting.values("network").annotate(number=Count("pk"), first=Min("created_at"), last=Max("created_at"))
