from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

BLOCKING = ("standfirst", "leftovers", "links", "picture_alt", "photo_credit", "photo_alt")
"""Codes of `articles.checklist` that hold a story up where the paper has said nothing."""


class Checklist(models.Model):
    """Which checks hold a story up, beside those without which there is no story: one row, or BLOCKING."""

    ONLY = 1  # the primary key of the one row

    blocking = ArrayField(
        models.CharField(max_length=30), verbose_name=_("hold a story up"), blank=True, default=list,
        help_text=_("What is not ticked is shown to the writer as advice."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("checks before publishing")
        verbose_name_plural = _("checks before publishing")
        default_permissions = ("change",)
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_checklist")]

    def __str__(self):
        return str(capfirst(self._meta.verbose_name))

    @classmethod
    def current(cls):
        """The row; an unsaved one with what holds by default where the paper has said nothing."""
        return cls.objects.first() or cls(pk=cls.ONLY, blocking=list(BLOCKING))
