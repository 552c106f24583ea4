"""A file of prices between its upload and the word of the person who sent it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.models.source import Source
from newsroom.text.fields import LineField


class Import(models.Model):
    """What a file said, as it was read; nothing of it is recorded before it is confirmed. See `markets.imports`."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RECORDED = "recorded", _("recorded")
        DISCARDED = "discarded", _("discarded")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = LineField(_("file"), max_length=200)
    source = LineField(_("source"), max_length=Source._meta.get_field("name").max_length)
    quoted_at = models.DateTimeField(_("time of the source"))
    rows = models.JSONField(default=list)
    """The cells as texts, the headings first."""
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("import of prices")
        verbose_name_plural = _("imports of prices")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self):
        return self.name
