"""Prices that wait for a human: not quotes yet, and seen by no reader."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from markets.models.instrument import Instrument
from markets.models.quote import Quote, Values
from markets.models.source import Source
from markets.querysets import HeldQuerySet
from newsroom.text.fields import LineField


class Held(Values):
    """A price that came in and did not look right, with what was found; decided once, by `markets.decisions`.

    A decided row is its own trail: the database refuses to change or delete it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        MENDED = "mended", _("mended")
        REJECTED = "rejected", _("rejected")

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="held", verbose_name=_("instrument"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="held", verbose_name=_("source"))
    findings = models.JSONField(_("findings"), default=list)
    """What `markets.sanity` found, as `Finding.kept()`; `markets.findings` puts it into words."""
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("entered by")
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    note = LineField(_("note"), max_length=250, blank=True)
    quote = models.OneToOneField(
        Quote, models.PROTECT, related_name="was_held", null=True, blank=True, verbose_name=_("quote")
    )

    objects = HeldQuerySet.as_manager()

    class Meta:
        verbose_name = _("held price")
        verbose_name_plural = _("held prices")
        ordering = ["-pk"]
        permissions = [("decide_held", "Can approve, mend and reject held prices")]
        indexes = [
            models.Index(fields=["id"], condition=Q(state="waiting"), name="markets_held_waiting"),
            models.Index(fields=["instrument", "source", "quoted_at"], name="markets_held_known"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by=None, decided_at=None, quote=None)
                | Q(state="rejected", decided_by__isnull=False, decided_at__isnull=False, quote=None)
                | Q(
                    state__in=["approved", "mended"],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                    quote__isnull=False,
                ),
                name="markets_held_decided_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.instrument}: {self.raw or self.in_words}"
