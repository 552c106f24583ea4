from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineField


class Paper(models.Model):
    """What the paper says of itself: one row, or the defaults where there is none."""

    name = LineField(_("name"), max_length=80, default="Báo Ninh Bình")
    is_demo = models.BooleanField(
        _("demonstration content"), default=False, help_text=_("Says on every page that what it shows is invented.")
    )

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("paper")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_paper")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The paper's row; its defaults, unsaved, on an empty database."""
        return cls.objects.first() or cls(pk=1)
