"""What the desk sees of readers' subscriptions: how many there are, and no address in full."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from newsroom.pages.filters import ListedFilters
from newsroom.subscriptions import actions
from newsroom.subscriptions.forms import ForgetForm
from newsroom.subscriptions.models import Letter, Subscription
from newsroom.text.vietnamese import format_datetime, format_number

LIST = "admin:subscriptions_subscription_changelist"


class ByState(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("confirmed", _("confirmed")), ("pending", _("waits for confirmation"))]

    def queryset(self, request, queryset):
        asked = {"confirmed": queryset.confirmed, "pending": queryset.pending}.get(self.value())
        return asked() if asked else queryset


@admin.register(Subscription)
class SubscriptionAdmin(ListedFilters, admin.ModelAdmin):
    """To read. An address is deleted by `forget`, named by whoever asks; searching would put it into addresses."""

    change_list_template = "admin/subscriptions/subscription/change_list.html"
    list_display = ["who", "instrument", "at_level", "asked", "state"]
    list_display_links = None
    list_filter = ["kind", ByState]
    list_select_related = ["instrument"]
    fields = ["who", "kind", "instrument", "at_level", "asked", "state"]
    nothing_yet = _("Nobody has asked for letters yet.")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        page = self.admin_site.admin_view(forget)
        return [path("forget/", page, name="subscriptions_forget"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        counts = {
            "confirmed": Subscription.objects.confirmed().count(),
            "pending": Subscription.objects.pending().count(),
            "waiting": Letter.objects.count(),
        }
        form = ForgetForm() if request.user.has_perm("subscriptions.forget_address") else None
        return super().changelist_view(request, {"counts": counts, "forget_form": form, **(extra_context or {})})

    @admin.display(description=_("e-mail address"))
    def who(self, subscription):
        return subscription.masked

    @admin.display(description=_("level"), ordering="level")
    def at_level(self, subscription):
        if subscription.level is None:
            return ""
        sign = "≥" if subscription.is_rise else "≤"
        return f"{sign} {format_number(subscription.level, subscription.instrument.decimals)}"

    @admin.display(description=_("asked at"), ordering="made_at")
    def asked(self, subscription):
        return format_datetime(subscription.made_at)

    @admin.display(description=_("state"), ordering="confirmed_at")
    def state(self, subscription):
        return _("confirmed") if subscription.confirmed_at else _("waits for confirmation")


@require_POST
@sensitive_post_parameters("email")
def forget(request):
    """Delete everything of the address that is posted. Needs `subscriptions.forget_address` (else 403)."""
    if not request.user.has_perm("subscriptions.forget_address"):
        raise PermissionDenied
    form = ForgetForm(request.POST)
    if form.is_valid():
        messages.success(request, _outcome(actions.forget(form.cleaned_data["email"], by=request.user)))
    else:
        messages.error(request, " ".join(form.errors.get("email", [])))
    return redirect(LIST)


def _outcome(count):
    if not count:
        return _("Nothing is kept of this address.")
    return ngettext("%(count)d subscription deleted.", "%(count)d subscriptions deleted.", count) % {"count": count}
