"""What is typed on a day sheet and not recorded yet, and who has the sheet open."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.models.instrument import Group


class Draft(models.Model):
    """The sheet of a group as it lies on the desk: one for everybody, as a ledger is. Written by `markets.drafts`."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="draft", primary_key=True)
    cells = models.JSONField(default=dict)
    """What was typed, by the name of its field; empty fields are left out."""
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("sheet in work")
        verbose_name_plural = _("sheets in work")
        default_permissions = ()

    def __str__(self):
        return str(self.group)


class OpenSheet(models.Model):
    """Somebody has the sheet of a group open, or had when last heard of."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="open_sheets")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("open sheet")
        verbose_name_plural = _("open sheets")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["group", "account"], name="markets_opensheet_once")]

    def __str__(self):
        return f"{self.group}: {self.account}"
