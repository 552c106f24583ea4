"""Letters of the desk: a link by which an account's owner chooses its password, and what the account is told."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage, send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from newsroom.front.models import Paper


def send_password_link(account, *, by=None):
    """Mail `account` a link that lets its owner choose a password, once, within PASSWORD_RESET_TIMEOUT seconds.

    The letter is an invitation where there is no password yet; `by` is who invites. Raises OSError (SMTPException is
    one) where the mail server does not take it.
    """
    with translation.override(account.language):
        paper = Paper.current().name
        invited = account.is_invited()
        subject = _("Your account at %(paper)s") if invited else _("A new password for your account at %(paper)s")
        context = {"account": account, "by": by, "paper": paper, "invited": invited, "link": password_link(account)}
        context["days"] = settings.PASSWORD_RESET_TIMEOUT // 86_400
        text = render_to_string("admin/letters/password_link.txt", context)
        send_mail(subject % {"paper": paper}, text, None, [account.email])


def password_link(account) -> str:
    """The address, with the secret in it. Built on SITE_URL: the request's host is whatever its sender likes."""
    uid = urlsafe_base64_encode(force_bytes(account.pk))
    path = reverse("password_reset_confirm", args=[uid, default_token_generator.make_token(account)])
    return settings.SITE_URL + path


def about(notification) -> EmailMessage:
    """The letter that tells `notification`, in the language of who gets it: headline, who, note and link, and nothing
    of the story's text. It is for `newsroom.desk.notifications.post` to send.
    """
    with translation.override(notification.account.language):
        link = settings.SITE_URL + notification.get_target_url()
        mutes = settings.SITE_URL + reverse("admin:notification_mutes")
        text = render_to_string("admin/letters/notification.txt", {"told": notification, "link": link, "mutes": mutes})
        subject = f"{notification.words}: {notification.subject}"
        return EmailMessage(subject, text, None, [notification.account.email])
