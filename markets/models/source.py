"""Where prices come from, by which rules, and how each source is doing."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from markets.models.instrument import Instrument, check_unit
from markets.querysets import SourceQuerySet
from newsroom.text.fields import LineField, PlainTextField


class Source(models.Model):
    """Whoever names prices: a bank's feed, a shop that is rung up, a colleague at the market.

    A source with a provider and an address is fetched when its time has come (`markets.fetching`), never more often
    than its `interval`; what the last tries came to stands in the fields below it. A source typed on a sheet for the
    first time becomes a row with nothing but a name.
    """

    name = LineField(_("name"), max_length=120, unique=True, help_text=_("As readers see it under the price."))
    provider = models.CharField(
        _("format"), max_length=24, blank=True, help_text=_("How its answer is read. Empty for prices entered by hand.")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    unit = LineField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("What its numbers count, where the format does not say, e.g. “nghìn đồng/chỉ”."),
    )
    interval = models.PositiveIntegerField(
        _("seconds between two requests"), default=600, help_text=_("The source’s own limit, or more.")
    )
    is_active = models.BooleanField(_("is fetched"), default=True)
    is_trusted = models.BooleanField(
        _("plausible prices go to readers at once"), default=True, help_text=_("Otherwise each waits for approval.")
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    # How it is doing. Written by `markets.fetching` alone.
    due_at = models.DateTimeField(_("next try"), default=timezone.now, editable=False)
    tried_at = models.DateTimeField(_("last try"), null=True, editable=False)
    succeeded_at = models.DateTimeField(_("last success"), null=True, editable=False)
    failed_at = models.DateTimeField(_("last failure"), null=True, editable=False)
    failure = PlainTextField(_("reason"), blank=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    etag = models.CharField(max_length=200, blank=True, editable=False)
    modified = models.CharField(max_length=64, blank=True, editable=False)
    rows = models.JSONField(_("what it sent last"), default=list, editable=False)
    """At most 500 rows of its last answer as {key, label, shown}: what listings are chosen from."""
    faults = models.JSONField(_("what could not be read"), default=list, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]
        permissions = [("fetch_source", "Can fetch a source now")]
        constraints = [
            models.CheckConstraint(
                condition=Q(provider="") | ~Q(url=""),
                name="markets_source_feed_has_address",
                violation_error_message=_("A source that is fetched needs an address."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_feed(self) -> bool:
        return bool(self.provider)

    @property
    def is_failing(self) -> bool:
        """Whether its last try came to nothing."""
        return self.failures > 0

    @property
    def free_at(self):
        """The earliest moment at which its own limit lets anybody ask again; None before the first try."""
        return self.tried_at and self.tried_at + timedelta(seconds=self.interval)


class Listing(models.Model):
    """One row of a source's answer and the instrument that it prices. Rows without a listing are left alone."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="listings", verbose_name=_("source"))
    key = LineField(_("row of the source"), max_length=200)
    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="listings", verbose_name=_("instrument"))
    unit = LineField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("Where this row counts otherwise than the rest, e.g. silver."),
    )

    class Meta:
        verbose_name = _("row that is taken")
        verbose_name_plural = _("rows that are taken")
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"],
                name="markets_listing_row_once",
                violation_error_message=_("This row is taken already."),
            ),
        ]

    def __str__(self):
        return self.key

    def clean_fields(self, exclude=None):
        super().clean_fields(exclude)
        if self.unit:
            check_readable(self.unit)


def check_readable(text: str) -> None:
    """Refuses a unit that `markets.units` cannot read; counting in thousands is the source's good right."""
    check_unit(text.removeprefix("nghìn ").removeprefix("ngàn ").removeprefix("triệu "))
