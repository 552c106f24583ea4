"""The times of a story in the admin: fields on the story form and in the calendar, and the view they post to."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import rights, timing
from articles.models import Article
from articles.workflow import Status
from newsroom.pages.timefields import WatchedMoment
from newsroom.text.vietnamese import format_zoned

LABELS = {
    "embargo_until": gettext_lazy("Embargo until"),
    "published_at": gettext_lazy("Publish at"),
    "expires_at": gettext_lazy("Expire at"),
}


class TimesForm(forms.Form):
    """Those of a story's times that `names` says, in a form of the page that has the id `form_id`."""

    def __init__(self, *args, names=tuple(LABELS), form_id="", **kwargs):
        super().__init__(*args, **kwargs)
        for name in names:
            self.fields[name] = WatchedMoment(label=LABELS[name], form_id=form_id)

    @property
    def times(self):
        """What was changed on the page, as the verb takes it."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


def times_that_arise(article, now=None) -> list[str]:
    """Which times of the story there are to set, in the order of its life; the verb has the last word."""
    if article.status == Status.BINNED:
        return []
    stage = article.stage(now)
    left_out = {
        "embargo_until": stage in ("published", "expired"),
        "published_at": stage != "scheduled",
        "expires_at": article.is_working_copy,
    }
    return [name for name in LABELS if not left_out[name]]


class TimesMixin:
    """For the story's ModelAdmin. Rights are checked by the verb, on every path."""

    def get_urls(self):
        times = path("<int:pk>/times/", self.admin_site.admin_view(self.times_view), name="articles_article_times")
        return [times, *super().get_urls()]

    @method_decorator(require_POST)
    def times_view(self, request, pk):
        """Set times without saving text: from the calendar (`next` leads back), and where the text is closed."""
        if not request.user.has_perm("articles.publish_article"):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        self._set_times(request, article)
        back = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
            back = reverse("admin:articles_article_change", args=[pk])
        return HttpResponseRedirect(back)

    def response_change(self, request, obj):
        """The text is saved; the times that were asked for along with it follow."""
        response = super().response_change(request, obj)
        if "_times" not in request.POST or not rights.may_view(request.user, obj):
            return response
        self._set_times(request, obj)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))

    def _set_times(self, request, article):
        form = TimesForm(request.POST)
        try:
            if not form.is_valid():
                raise ValidationError([message for errors in form.errors.values() for message in errors])
            article = timing.set_times(article, by=request.user, **form.times)
            self.message_user(request, f"“{article}”: {_in_words(article)}.", messages.SUCCESS)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and rights.may_set_times(request.user, obj):
            form_id = "article_form" if rights.may_edit(request.user, obj) else "move-form"
            names = times_that_arise(obj)
            stands = {name: getattr(obj, name) for name in names}
            context["times"] = TimesForm(request.POST or None, initial=stands, names=names, form_id=form_id)
        return super().render_change_form(request, context, add, change, form_url, obj)


def _in_words(article: Article) -> str:
    """All its times as they stand now: one may have moved another."""
    standing = [f"{LABELS[name]}: {format_zoned(at)}" for name in LABELS if (at := getattr(article, name))]
    return ", ".join(standing) or _("no time is set")
