from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineField


class Revision(models.Model):
    """A story as one save left it, complete: text, bylines, photo, tags. Append-only by database trigger.

    `number` is the story's version; `restores` the number of the revision that the save brought back. `content` is what
    `articles.revisions.content_of` makes, `digest` its SHA-256.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions", verbose_name=_("story"))
    number = models.PositiveIntegerField(_("number"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    note = LineField(_("note"), max_length=200, blank=True)
    restores = models.PositiveIntegerField(_("restores"), null=True)
    content = models.JSONField(_("content"))
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        default_permissions = ()
        indexes = [models.Index(fields=["-at", "-id"], name="revision_newest")]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_once_per_version")]

    def __str__(self):
        return str(self.number)
