"""Letters of the desk to the owners of its accounts, each in its reader's language.

All raise OSError (SMTPException is one) where the mail server does not take the letter.
"""

from django.conf import settings
from django.core.mail import EmailMessage, send_mail
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from newsroom.desk.models import User
from newsroom.desk.tokens import link_tokens
from newsroom.front.models import Paper


def send_password_link(account, *, by=None):
    """Mail `account` a link that lets its owner, and nobody else, choose a password: once, within
    PASSWORD_RESET_TIMEOUT seconds, and until a newer link is sent.

    The letter is an invitation where there is no password yet; `by` is who invites.
    """
    with translation.override(account.language):
        invited = account.is_invited()
        subject = _("Your account at %(paper)s") if invited else _("A new password for your account at %(paper)s")
        days = settings.PASSWORD_RESET_TIMEOUT // 86_400
        facts = {"by": by, "invited": invited, "link": new_password_link(account), "days": days}
        _send(account, account.email, subject, "password_link", facts)


def send_address_changed(account, former, *, by):
    """Tell the `former` e-mail address of `account` that it has another one now. It does not learn which."""
    with translation.override(account.language):
        subject = _("Your account at %(paper)s has a new e-mail address")
        _send(account, former, subject, "address_changed", {"by": by})


def new_password_link(account) -> str:
    """The address, with the secret in it; those made before it no longer work.

    Built on SITE_URL: the request's host is whatever its sender likes.
    """
    User.objects.filter(pk=account.pk).update(links_made=F("links_made") + 1)
    account.refresh_from_db(fields=["links_made"])
    uid = urlsafe_base64_encode(force_bytes(account.pk))
    return settings.SITE_URL + reverse("password_reset_confirm", args=[uid, link_tokens.make_token(account)])


def _send(account, address, subject, template, facts):
    paper = Paper.current().name
    text = render_to_string(f"admin/letters/{template}.txt", {"account": account, "paper": paper, **facts})
    send_mail(subject % {"paper": paper}, text, None, [address])


def about(notification) -> EmailMessage:
    """The letter that tells `notification`, in the language of who gets it: headline, who, note and link, and nothing
    of the story's text. It is sent in the background.
    """
    with translation.override(notification.account.language):
        link = settings.SITE_URL + notification.get_target_url()
        mutes = settings.SITE_URL + reverse("admin:notification_mutes")
        text = render_to_string("admin/letters/notification.txt", {"told": notification, "link": link, "mutes": mutes})
        subject = f"{notification.words}: {notification.subject}"
        return EmailMessage(subject, text, None, [notification.account.email])
