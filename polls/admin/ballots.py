"""The ballots of a poll at the desk: by the hour, by place, with what looks like a machine; discarded and exported."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from newsroom.text.vietnamese import format_datetime, format_number
from polls import chart, export, figures, review, rights
from polls.models import Standing


class BallotsMixin:
    """For the poll's ModelAdmin, beside MovesMixin, whose helpers it uses."""

    def get_urls(self):
        ballots, sheet = map(self.admin_site.admin_view, (self.ballots_view, self.export_view))
        return [
            path("<int:pk>/ballots/", ballots, name="polls_poll_ballots"),
            path("<int:pk>/ballots.csv", sheet, name="polls_poll_export"),
            *super().get_urls(),
        ]

    @method_decorator(require_http_methods(["GET", "POST"]))
    def ballots_view(self, request, pk):
        """Ballots by the hour and by place; a POST discards the bursts that were chosen."""
        poll = self._poll_to_judge(request, pk)
        told = figures.figures_of(poll)
        if request.method == "POST":
            self._attempt(request, self._discard, poll, told)
            return redirect("admin:polls_poll_ballots", pk)
        context = self._context(request, poll, _("Ballots over time")) | {
            "figures": told,
            "chart": chart.draw(told.hours, loud=[burst.hour for burst in told.bursts]),
            "numbers": [(standing.label, told.standings[standing]) for standing in Standing],
        }
        return render(request, "admin/polls/poll/ballots.html", context)

    def _discard(self, request, poll, told):
        """The bursts that were chosen, as long as they are marked: each is an entry on the trail, with its hour.

        And each is a transaction: one that took the tally for the first and ballots for the next could meet a reader
        who changes a vote the other way round, and one of the two would have to give up.
        """
        asked, reason = request.POST.getlist("burst"), request.POST.get("reason", "").strip()
        if not reason:
            raise ValidationError(_("Discarding ballots needs a reason."))
        chosen = [burst for burst in told.bursts if burst.key in asked]
        entries = [
            review.discard(poll, figures.batch(poll, burst), by=request.user, reason=f"{_words(burst)}: {reason}")
            for burst in chosen
        ]
        number = sum(entry.number for entry in entries if entry)
        if not number:
            raise ValidationError(_("No ballots were chosen."))
        words = ngettext("%(number)s ballot was discarded.", "%(number)s ballots were discarded.", number)
        return words % {"number": format_number(number)}

    @method_decorator(require_POST)
    def export_view(self, request, pk):
        """Every ballot as a line of CSV; by POST, since it leaves an entry on the trail."""
        poll = self._poll_to_judge(request, pk)
        lines = export.lines(poll, by=request.user)
        response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="binh-chon-{poll.pk}.csv"'
        response["Cache-Control"] = "no-store"
        return response

    def _poll_to_judge(self, request, pk):
        """The poll, for those who judge ballots and may know what they say."""
        self._ask("polls.review_ballots", request)
        poll = self._poll(request, pk)
        if not rights.may_see_result(request.user, poll):
            raise PermissionDenied
        return poll


ONE_NETWORK = gettext_lazy("one network")


def _words(burst):
    return ", ".join([format_datetime(burst.hour), *([str(ONE_NETWORK)] if burst.network else [])])
