"""Signing in: who is locked out, from where people came, and how long that is kept.

Failures are counted by django-axes per account and network address together: a whole newsroom sits behind one address,
and nobody outside should be able to lock an editor out at 22:00.
"""

from datetime import timedelta

from axes.models import AccessAttempt, AccessLog
from axes.utils import reset
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.signals import user_logged_in
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import ngettext

from newsroom.desk import sessions
from newsroom.pages.address import client_address

KEPT = timedelta(days=90)
"""How long it is kept from which address staff signed in; readers' addresses are never kept."""


class SignInForm(AdminAuthenticationForm):
    def get_invalid_login_error(self):
        if getattr(self.request, "axes_locked_out", False):
            return ValidationError(locked_out_words(), code="locked_out")
        return super().get_invalid_login_error()


def locked_out_words() -> str:
    """What somebody reads who failed too often."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return ngettext(
        "Too many failed attempts. Wait %(minutes)d minute, or choose a new password by e-mail.",
        "Too many failed attempts. Wait %(minutes)d minutes, or choose a new password by e-mail.",
        minutes,
    ) % {"minutes": minutes}


def too_many_failures(request, response, credentials):
    """The sign-in page as it was answered, with the name still in it, under the status that says so (RFC 6585)."""
    response.status_code = 429
    return response


def locked_out():
    """The names that may not sign in for now from an address where they failed too often, as a query."""
    recent = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME)
    by_address = recent.values("username", "ip_address").annotate(failures=Sum("failures_since_start"))
    return by_address.filter(failures__gte=settings.AXES_FAILURE_LIMIT).values("username")


def let_in_again(account) -> int:
    """Forget the account's failed attempts. Returns how many addresses were counted."""
    return reset(username=account.get_username())


@receiver(user_logged_in)
def remember(sender, request, user, **kwargs):
    """Note the sign-in where its owner sees it, and forget what is older than is kept."""
    sessions.record(request, client_address(request))
    sessions.SessionStore.clear_expired()
    AccessLog.objects.filter(attempt_time__lt=timezone.now() - KEPT).delete()
