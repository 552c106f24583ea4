"""The desk's page of a source's tokens: issue one, which is shown once, and revoke."""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop, ngettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from markets import tokens
from markets.models import Source, SourceToken
from markets.models.token import PER_MINUTE


@never_cache
def source_tokens(request, pk):
    """The tokens of a source; a POST issues another, and this answer alone shows it. Needs `markets.issue_token`."""
    _require(request)
    source = get_object_or_404(Source, pk=pk)
    issued = _issue(source, request.user) if request.method == "POST" else ""
    context = {
        **admin.site.each_context(request),
        "title": gettext("Tokens of %(source)s") % {"source": source},
        "opts": Source._meta,
        "source": source,
        "issued": issued,
        "tokens": source.tokens.select_related("made_by"),
        "unassigned": not source.listings.exists(),
        "per_minute": PER_MINUTE,
    }
    return TemplateResponse(request, "admin/markets/source/tokens.html", context)


@require_POST
def revoke_token(request, pk):
    """Let a token open nothing from now on. Needs `markets.issue_token`."""
    _require(request)
    token = get_object_or_404(SourceToken.objects.select_related("source"), pk=pk)
    if tokens.revoke(token, by=request.user):
        _log(token, request.user, gettext_noop("Token %(number)s revoked"))
        messages.success(request, _("The token opens nothing any more."))
    return redirect("admin:markets_source_tokens", token.source_id)


def link(source):
    """To the tokens of a source, with how many are valid."""
    count = source.tokens.valid().count()
    words = ngettext("%(count)d valid token", "%(count)d valid tokens", count) % {"count": count}
    return format_html('<a href="{}">{}</a>', reverse("admin:markets_source_tokens", args=[source.pk]), words)


def _issue(source, by):
    token, text = tokens.issue(source, by=by)
    _log(token, by, gettext_noop("Token %(number)s issued"))
    return text


def _log(token, by, words):
    """In the admin's log, which is read by everybody and so speaks the paper's language."""
    with override(settings.LANGUAGE_CODE):
        said = gettext(words) % {"number": token.pk}
    LogEntry.objects.log_actions(by.pk, [token.source], CHANGE, change_message=said)


def _require(request):
    if not request.user.has_perm("markets.issue_token"):
        raise PermissionDenied
