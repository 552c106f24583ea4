"""What happened to a poll. Append-only by database trigger."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.text.fields import LineField, PlainTextField
from polls.workflow import MOVES


class PollEntry(models.Model):
    """One step: who, when, what, with which note; `number` says how many ballots were accepted or discarded."""

    class Act(models.TextChoices):
        CREATED = "created", _("Created")
        EDITED = "edited", _("Edited")
        CORRECTED = "corrected", _("Corrected")
        ACCEPTED = "accepted", pgettext_lazy("ballots", "Accepted")
        DISCARDED = "discarded", pgettext_lazy("ballots", "Discarded")
        SHOWN = "shown", pgettext_lazy("poll", "Preview link made")
        REVOKED = "revoked", pgettext_lazy("poll", "Preview link revoked")
        EXPORTED = "exported", pgettext_lazy("ballots", "Exported")

    poll = models.ForeignKey("polls.Poll", models.CASCADE, related_name="trail", verbose_name=_("poll"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    act = models.CharField(_("what"), max_length=10)
    note = PlainTextField(_("note"), blank=True)
    number = models.PositiveIntegerField(_("ballots"), null=True)

    class Meta:
        verbose_name = _("trail entry")
        verbose_name_plural = _("trail")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(name="poll_trail_by_time", fields=["-at", "-id"])]

    def __str__(self):
        return str(MOVES[self.act].done if self.act in MOVES else self.Act(self.act).label)


class Correction(models.Model):
    """A question or a choice mended after readers saw it: shown to them with the poll, and its votes are kept."""

    poll = models.ForeignKey("polls.Poll", models.CASCADE, related_name="corrections", verbose_name=_("poll"))
    choice = models.ForeignKey(
        "polls.Choice", models.PROTECT, related_name="+", verbose_name=_("choice"), null=True, blank=True
    )
    before = LineField(_("before"), max_length=200)
    after = LineField(_("after"), max_length=200)
    note = LineField(_("reason"), max_length=300)
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.before} → {self.after}"
