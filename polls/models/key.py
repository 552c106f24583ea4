from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Key(models.Model):
    """A secret that digests of networks and browsers are made with; destroyed on schedule (`polls.keys`)."""

    made_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False, unique=True)
    secret = models.BinaryField(editable=False)

    class Meta:
        verbose_name = _("key")
        verbose_name_plural = _("keys")
        ordering = ["-made_at"]
        default_permissions = ()

    def __str__(self):
        return str(self.made_at)
