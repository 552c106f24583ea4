"""What the database itself keeps of quotes, by trigger, in the transaction that records them. Nobody else does."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.models.instrument import Instrument
from markets.models.quote import Quote
from markets.querysets import DayQuerySet


class Day(models.Model):
    """What the standing quotes of one instrument and one local day come to.

    `open` and `close` are the first and last reference value, `high` and `low` the extremes (of ranges, their ends);
    all four are empty on a day that has buying prices only. `last` is the day's last standing quote.
    """

    instrument = models.ForeignKey(
        Instrument, models.CASCADE, related_name="days", verbose_name=_("instrument"), db_index=False
    )
    day = models.DateField(_("day"))
    open = models.DecimalField(_("open"), max_digits=16, decimal_places=3, null=True)
    high = models.DecimalField(_("highest price"), max_digits=16, decimal_places=3, null=True)
    low = models.DecimalField(_("lowest price"), max_digits=16, decimal_places=3, null=True)
    close = models.DecimalField(_("close"), max_digits=16, decimal_places=3, null=True)
    count = models.PositiveIntegerField(_("quotes"))
    last = models.ForeignKey(Quote, models.DO_NOTHING, related_name="+", db_index=False)

    objects = DayQuerySet.as_manager()

    class Meta:
        verbose_name = _("price of the day")
        verbose_name_plural = _("prices of the day")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["instrument", "day"], name="markets_day_once")]

    def __str__(self):
        return f"{self.instrument_id}, {self.day}"


class Standing(models.Model):
    """Where an instrument stands: its last quote by the source's time, and the last of the day before that with any."""

    instrument = models.OneToOneField(Instrument, models.CASCADE, primary_key=True, related_name="standing")
    latest = models.ForeignKey(Quote, models.DO_NOTHING, related_name="+", db_index=False)
    previous = models.ForeignKey(Quote, models.DO_NOTHING, related_name="+", null=True, db_index=False)

    class Meta:
        verbose_name = _("present price")
        verbose_name_plural = _("present prices")

    def __str__(self):
        return str(self.instrument_id)
