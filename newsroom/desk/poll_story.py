"""A closed poll told as a story: a draft with its numbers, its chart and how it was counted. Polls and stories do not
know each other, so this stands above both.
"""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.decorators.http import require_http_methods

from articles import actions
from articles.models import Article, Section
from newsroom.text.vietnamese import format_number
from polls.method import method_of
from polls.models import Poll
from polls.results import result_of, vote_count


class SectionForm(forms.Form):
    """Where the story will stand."""

    section = forms.ModelChoiceField(
        Section.objects.all(), label=gettext_lazy("Section"), empty_label=gettext_lazy("Choose the section")
    )


def may_tell(user):
    """Whether `user` may make a story of a poll."""
    return user.has_perm("articles.add_article") and user.has_perm("polls.view_poll")


def draft_from(poll, *, section, by) -> Article:
    """A new draft of `by` that tells the result of a poll `with_now()`, in the paper's language.

    Raises PermissionDenied, or ValidationError where there is nothing to tell. Only a result that all readers may know
    becomes a story's: its draft is read by more people than may know of a sealed one.
    """
    if not may_tell(by):
        raise PermissionDenied
    if not (poll.is_closed(poll.now) and poll.result_is_public):
        raise ValidationError(_("Only a closed poll whose result readers may know can become a story."))
    result = result_of(poll)
    if not result.total:
        raise ValidationError(_("Nobody has voted in this poll: there is nothing to tell."))
    with translation.override(settings.LANGUAGE_CODE):
        story = Article(section=section, kicker=_("Poll result"), title=poll.question, standfirst=_standfirst(result))
        story.body = _body(poll, result)
    return actions.create(story, by=by)


def _standfirst(result):
    """Who leads, in one sentence, and how many voted."""
    total = _("In all: %(votes)s.") % {"votes": vote_count(result.total)}
    return f"{_leader(result)} {total}"


def _leader(result):
    if result.run_off and result.run_off.winner:
        return _("“%(winner)s” won the instant run-off.") % {"winner": result.run_off.winner}
    if result.mean is not None:
        return _("On average readers gave %(mean)s of 5.") % {"mean": format_number(round(result.mean, 1))}
    most = max(share.votes for share in result.shares)
    leaders = [share for share in result.shares if share.votes == most]
    facts = {"names": ", ".join(f"“{share.choice}”" for share in leaders), "percent": leaders[0].percent}
    words = ngettext(
        "More readers chose %(names)s than anything else (%(percent)s%%).",
        "These were chosen equally often, and more than any other: %(names)s (%(percent)s%% each).",
        len(leaders),
    )
    return words % facts


def _body(poll, result):
    """The chart is the poll itself, which draws its result in the story as bars; the table stays when it is gone."""
    chart = format_html(
        '<figure data-embed="poll"><a href="{}">{}</a></figure>', poll.get_absolute_url(), poll.question
    )
    method = method_of(poll, result)
    note = format_html("<p>{} {} {}</p>", method.counting, method.set_aside, method.no_sample)
    return chart + _table(result) + note


def _table(result):
    head = format_html_join(
        "", '<th scope="col">{}</th>', [[pgettext("poll", "Answer")], [_("Votes")], [pgettext("poll", "Share")]]
    )
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}</th><td>{}</td><td>{}%</td></tr>',
        ((share.choice, format_number(share.votes), share.percent) for share in result.shares),
    )
    table = "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    return format_html(table, _("Poll result"), head, rows)


@require_http_methods(["GET", "POST"])
def poll_story(request, pk):
    """Asks for the section, makes the draft, and leads to it."""
    if not may_tell(request.user):
        raise PermissionDenied
    poll = get_object_or_404(Poll.objects.with_now(), pk=pk)
    form = SectionForm(request.POST or None, label_suffix="")
    if form.is_valid():
        try:
            story = draft_from(poll, by=request.user, section=form.cleaned_data["section"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The story is a draft. Read it over before you send it on."))
            return redirect("admin:articles_article_change", story.pk)
    context = {"form": form, "original": poll, "opts": Poll._meta, "title": _("Make a story of it")}
    return render(request, "admin/polls/poll/story.html", {**admin.site.each_context(request), **context})
