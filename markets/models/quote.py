"""What was quoted. Quotes enter through `markets.intake` only and are never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from markets.models.instrument import Instrument
from markets.models.source import Source
from markets.querysets import QuoteQuerySet
from newsroom.text.fields import LineField
from newsroom.text.vietnamese import format_datetime, format_number

VALUES = ("buy", "sell", "price", "low", "high")


class Channel(models.TextChoices):
    """The way by which a price came."""

    HAND = "hand", _("by hand")
    FEED = "feed", _("feed")
    FILE = "file", _("file")
    API = "api", _("API")


def _price(label):
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True)


class Values(models.Model):
    """The amounts of one price in the instrument's unit, what was received, and who said so when.

    `buy` is what the shop pays (mua vào), `sell` what it asks (bán ra); either may be missing. `raw` is what the source
    wrote, counting in `raw_unit`; both empty where that is what is kept. `quoted_at` is the source's own time, or the
    time of reading where it names none (`is_timed` is then false). `entered_by` is empty for what a feed brought.
    """

    buy, sell, price = _price(_("buying price")), _price(_("selling price")), _price(_("price"))
    low, high = _price(_("lowest price")), _price(_("highest price"))
    quoted_at = models.DateTimeField(_("time of the source"))
    is_timed = models.BooleanField(_("the source named its time"), default=True)
    read_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    channel = models.CharField(_("came by"), max_length=4, choices=Channel, default=Channel.HAND)
    raw = LineField(_("as received"), max_length=200, blank=True)
    raw_unit = LineField(_("unit as received"), max_length=60, blank=True)

    class Meta:
        abstract = True

    @property
    def reference(self):
        """What change and chart follow: the single price, the selling price of a pair, the middle of a range; or None.

        The trigger that sums up days computes the same.
        """
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.sell if self.price is None else self.price

    @property
    def in_words(self) -> str:
        """The values in one line: `146.700.000 / 148.700.000` (buy / sell, a missing one is a dash) or `21.000`."""
        instrument = self.instrument
        values = [getattr(self, field) for field in instrument.value_fields]
        shown = ["–" if value is None else format_number(value, instrument.decimals) for value in values]
        if instrument.kind == Instrument.Kind.RANGE:
            return "–".join(dict.fromkeys(shown))
        return " / ".join(shown)

    @property
    def is_void(self) -> bool:
        """Whether it says nothing but that the quote it corrects should not be there."""
        return all(getattr(self, field) is None for field in VALUES)


class Quote(Values):
    """What one source asked for one instrument at one time; append-only, by trigger.

    A correction is a further quote that names the wrong one in `corrects`, of the same instrument and time; one
    without values takes the wrong one back. What nobody corrected stands.
    """

    instrument = models.ForeignKey(
        Instrument,
        models.PROTECT,
        related_name="quotes",
        verbose_name=_("instrument"),
        db_index=False,  # an index below begins with it
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="quotes", verbose_name=_("source"))
    corrects = models.OneToOneField(
        "self", models.PROTECT, related_name="correction", null=True, blank=True, verbose_name=_("corrects")
    )
    why = LineField(_("reason of the correction"), max_length=250, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("entered by")
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["-pk"]
        permissions = [("correct_quote", "Can correct a recorded quote")]
        indexes = [
            models.Index(fields=["instrument", "quoted_at"], name="markets_quote_by_time"),
            models.Index(
                fields=["instrument", "quoted_at"],
                condition=Q(corrects__isnull=False),
                name="markets_quote_corrections",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "quoted_at"],
                condition=Q(corrects=None),
                name="markets_quote_once_per_time",
                violation_error_message=_("The instrument has a price for this time already."),
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=False, buy=None, sell=None, low=None, high=None)
                | (Q(price=None, low=None, high=None) & (Q(buy__isnull=False) | Q(sell__isnull=False)))
                | Q(price=None, buy=None, sell=None, low__isnull=False, high__isnull=False)
                | Q(price=None, buy=None, sell=None, low=None, high=None, corrects__isnull=False),
                name="markets_quote_one_shape",
                violation_error_message=_("A quote is a buying and selling price, a range or a single price."),
            ),
            models.CheckConstraint(
                condition=(Q(buy=None) | Q(sell=None) | Q(buy__lte=F("sell"))) & (Q(low=None) | Q(low__lte=F("high"))),
                name="markets_quote_buy_up_to_sell",
                violation_error_message=_("The buying price must not exceed the selling price."),
            ),
            models.CheckConstraint(
                condition=(Q(buy=None) | Q(buy__gt=0))
                & (Q(sell=None) | Q(sell__gt=0))
                & (Q(price=None) | Q(price__gt=0))
                & (Q(low=None) | Q(low__gt=0)),
                name="markets_quote_positive",
                violation_error_message=_("A price must be greater than zero."),
            ),
        ]

    def __str__(self):
        return f"{self.instrument}, {format_datetime(self.quoted_at)}"
