from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Reading(models.Model):
    """Somebody at the desk read what readers must not see any more: a version older than a correction, or the text of
    a withdrawn story. Append-only by database trigger.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="readings", verbose_name=_("story"))
    version = models.PositiveIntegerField(_("version"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["-at", "-id"], name="reading_newest")]

    def __str__(self):
        return f"{self.article} ({self.version})"
