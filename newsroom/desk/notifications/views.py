"""What was told to whoever is signed in, and what that account does not want to hear. Nobody reaches anybody else's."""

from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from newsroom.desk import changes
from newsroom.desk.notifications.forms import MutesForm
from newsroom.desk.notifications.models import Notification
from newsroom.desk.notifications.receivers import KEPT

SHOWN = 100


def unread_of(request) -> int:
    """How many notifications wait for whoever asks: one query."""
    return Notification.objects.filter(account=request.user).unread().count()


@require_safe
def notifications(request):
    """What is new, then what was read, each newest first."""
    told = Notification.objects.of(request.user)
    context = {
        **admin.site.each_context(request),
        "title": _("Notifications"),
        "new": told.unread()[:SHOWN],
        "earlier": told.read()[:SHOWN],
        "days_kept": KEPT.days,
    }
    return TemplateResponse(request, "admin/notifications/list.html", context)


@require_safe
def follow(request, pk):
    """To the thing itself; what led there counts as read."""
    one = Notification.objects.of(request.user).filter(pk=pk).first()
    if one is None:
        raise Http404
    Notification.objects.filter(pk=pk).mark_read()
    return redirect(one.get_target_url())


@require_POST
def mark_read(request):
    """The one that is named by its number (`one`), or all."""
    told, one = Notification.objects.filter(account=request.user), request.POST.get("one", "")
    (told.filter(pk=one) if one.isdecimal() else told).mark_read()
    return redirect("admin:notifications")


def mutes(request):
    """What the account wants to hear of, at the desk and by e-mail."""
    form = MutesForm(request.POST or None, account=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        changes.log_form(form, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("admin:notification_mutes")
    context = {**admin.site.each_context(request), "title": _("What you are told"), "form": form}
    return TemplateResponse(request, "admin/notifications/mutes.html", context)
