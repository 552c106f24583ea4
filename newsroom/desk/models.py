from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account of the desk. What it may do follows from its groups, which `newsroom.desk.roles` keeps in step."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self):
        return self.get_full_name() or self.username

    def get_full_name(self):
        """Vietnamese order: surname and middle names (`last_name`) first, given name (`first_name`) last."""
        return f"{self.last_name} {self.first_name}".strip()
