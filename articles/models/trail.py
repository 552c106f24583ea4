from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.workflow import TRANSITIONS, Status
from newsroom.text.fields import PlainTextField

CREATED, EDITED, CORRECTED = "created", "edited", "corrected"
CHANGED, PROPOSED = "changed", "proposed"
RESCHEDULED, EMBARGO, EXPIRY = "rescheduled", "embargo", "expiry"
SHOWN, REVOKED = "shown", "revoked"


class TrailEntry(models.Model):
    """One step of a story's life: who, when, from what to what, with which note. Append-only by database trigger."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="trail", verbose_name=_("story"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    move = models.CharField(_("move"), max_length=12)
    from_status = models.CharField(_("from"), max_length=12, choices=Status, blank=True)
    to_status = models.CharField(_("to"), max_length=12, choices=Status)
    note = PlainTextField(_("note"), blank=True)
    due = models.DateTimeField(_("for when"), null=True, blank=True, editable=False)
    """When a move takes effect that was made for later."""

    class Meta:
        verbose_name = _("trail entry")
        verbose_name_plural = _("trail")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at", "-id"], name="trail_newest")]

    def __str__(self):
        return str(self.label)

    @property
    def label(self):
        """What happened, in the desk's words."""
        words = {
            CREATED: _("Created"),
            EDITED: _("Edited"),
            CORRECTED: _("Corrected"),
            CHANGED: _("Change published"),
            PROPOSED: _("Working copy begun"),
            RESCHEDULED: _("Time of publication moved"),
            EMBARGO: _("Embargo"),
            EXPIRY: _("Expiry"),
            SHOWN: _("Preview link made"),
            REVOKED: _("Preview link revoked"),
        }
        return words.get(self.move) or (_("Scheduled") if self.due else TRANSITIONS[self.move].done)

    @property
    def says_why(self):
        """Whether the note is somebody's words on a move; other entries note times."""
        return bool(self.note) and self.move in TRANSITIONS
