from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.desk.notifications.models import Kind, Notification

__all__ = ["AccountState", "DeskSession", "Notification", "User"]


class AccountState(models.TextChoices):
    INVITED = "invited", _("Invited")
    ACTIVE = "active", _("Active")
    DEACTIVATED = "deactivated", _("Deactivated")


class AccountQuerySet(models.QuerySet):
    def in_state(self, state):
        """Accounts in an AccountState; twin of `User.state`."""
        if state == AccountState.DEACTIVATED:
            return self.filter(is_active=False)
        without_password = models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX) | models.Q(password="")
        return self.filter(without_password if state == AccountState.INVITED else ~without_password, is_active=True)


class AccountManager(UserManager.from_queryset(AccountQuerySet)):
    use_in_migrations = False


def _mutes(words):
    """Kinds of notifications that an account does not want, in one of the ways it is told."""
    return ArrayField(models.CharField(max_length=12, choices=Kind), verbose_name=words, default=list, blank=True)


class User(AbstractUser):
    """An account of the desk. What it may do follows from its groups, which `newsroom.desk.roles` keeps in step."""

    language = models.CharField(
        _("language of the desk"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    # Goes into the secret of each password link (newsroom.desk.tokens), so that a newer one ends the earlier.
    links_made = models.PositiveIntegerField(default=0, editable=False)

    muted_at_desk = _mutes(_("not told at the desk"))
    muted_by_mail = _mutes(_("not told by e-mail"))

    objects = AccountManager()

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        permissions = [("view_audit", "Can read what everybody did")]

    def __str__(self):
        return self.get_full_name() or self.username

    def get_full_name(self):
        """Vietnamese order: surname and middle names (`last_name`) first, given name (`first_name`) last."""
        return f"{self.last_name} {self.first_name}".strip()

    @property
    def state(self) -> AccountState:
        """Invited until the owner has chosen a first password."""
        if not self.is_active:
            return AccountState.DEACTIVATED
        return AccountState.ACTIVE if self.password and self.has_usable_password() else AccountState.INVITED

    def is_invited(self) -> bool:
        return self.state == AccountState.INVITED


class DeskSession(AbstractBaseSession):
    """A sign-in that is still open; `newsroom.desk.sessions` keeps it."""

    account = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")

    @classmethod
    def get_session_store_class(cls):
        # The session engine needs this model.
        from newsroom.desk.sessions import SessionStore  # noqa: PLC0415

        return SessionStore
