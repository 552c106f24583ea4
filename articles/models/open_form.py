from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.querysets import OpenFormQuerySet


class OpenForm(models.Model):
    """A story form in somebody's browser: who sits there, and what is typed there and not saved yet.

    It stands beside the story and never in its history. `key` is made with the form; `article` is null while the story
    is not saved yet. `serial` grows with what is typed (milliseconds of the browser's clock), so that what comes late
    never replaces what came after it. `typed` holds the form's fields as (name, value) in their order.
    """

    key = models.UUIDField(primary_key=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, null=True, related_name="open_forms", verbose_name=_("story")
    )
    opened_at = models.DateTimeField(_("opened at"), db_default=Now(), editable=False)
    beat_at = models.DateTimeField(_("last heard of"), db_default=Now(), editable=False)
    left = models.BooleanField(_("left"), default=False)
    serial = models.BigIntegerField(_("serial"), default=0)
    typed = models.JSONField(_("typed"), null=True)
    typed_at = models.DateTimeField(_("typed at"), null=True)
    saved_version = models.PositiveIntegerField(_("saved version"), null=True)

    objects = OpenFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        default_permissions = ()
        ordering = ["-typed_at", "key"]
        indexes = [
            models.Index(fields=["article", "-beat_at"], name="open_form_of_story"),
            models.Index(fields=["by"], condition=Q(typed__isnull=False), name="open_form_unsaved"),
            models.Index(fields=["beat_at"], condition=Q(typed__isnull=True), name="open_form_settled"),
        ]

    def __str__(self):
        return str(self.key)

    @property
    def title(self):
        """The headline as it is typed."""
        return dict(self.typed or ()).get("title", "")
