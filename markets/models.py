"""What is quoted and what was quoted. Quotes enter through `markets.intake` only and are never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from markets.change import Change, change
from markets.querysets import InstrumentQuerySet, QuoteQuerySet
from newsroom.text.fields import LineField
from newsroom.text.vietnamese import format_datetime, format_number, local


class Group(models.Model):
    """A shelf of the price page: gold, currencies, petrol. One group is one day sheet of the desk."""

    name = LineField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, blank=True, help_text=_("Left empty, it is made from the name.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("price group")
        verbose_name_plural = _("price groups")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class Instrument(models.Model):
    """One thing that has a price. Its unit and kind give every quote its meaning, so they are fixed once quoted."""

    class Kind(models.TextChoices):
        PAIR = "pair", _("buying and selling price")
        SINGLE = "single", _("single price")

    # Changing one of these would change what the recorded quotes say, or break an address that was printed.
    FIXED_ONCE_QUOTED = ("slug", "kind", "unit", "decimals")

    group = models.ForeignKey(Group, models.PROTECT, related_name="instruments", verbose_name=_("price group"))
    name = LineField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"), max_length=120, unique=True, blank=True, help_text=_("Left empty, it is made from the name.")
    )
    definition = LineField(
        _("what exactly is quoted"),
        max_length=250,
        blank=True,
        help_text=_("Brand, quality, place: what a reader must know to compare."),
    )
    kind = models.CharField(_("kind of price"), max_length=8, choices=Kind, default=Kind.PAIR)
    unit = LineField(_("unit"), max_length=40, help_text=_("As printed beside the price, e.g. “đồng/lượng”."))
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0, help_text=_("0, 1 or 2."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    on_front = models.BooleanField(_("on the front page"), default=False)

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ["group", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "name"],
                name="markets_instrument_name_once_per_group",
                violation_error_message=_("The group has an instrument of this name already."),
            ),
            models.CheckConstraint(
                condition=Q(decimals__lte=2),
                name="markets_instrument_decimals_up_to_two",
                violation_error_message=_("A price has two decimals at most."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("markets:instrument", args=[self.slug])

    @property
    def is_pair(self) -> bool:
        return self.kind == self.Kind.PAIR

    @property
    def value_fields(self) -> tuple[str, ...]:
        """The fields of Quote that a quote of this instrument may fill."""
        return ("buy", "sell") if self.is_pair else ("price",)

    @cached_property
    def newest_quotes(self) -> list["Quote"]:
        """The latest quote and the one before it; fewer when there are fewer. `with_latest()` fills it for many."""
        return list(self.quotes.newest_first()[:2])

    @property
    def latest(self) -> "Quote | None":
        return self.newest_quotes[0] if self.newest_quotes else None

    @property
    def previous(self) -> "Quote | None":
        return self.newest_quotes[1] if len(self.newest_quotes) > 1 else None

    @property
    def change(self) -> Change | None:
        """The latest reference value against that of the quote before; None where either is missing."""
        if not self.previous:
            return None
        return change(self.latest.reference, self.previous.reference)

    def closings(self, days: int) -> list["Quote"]:
        """The last quote of each day, oldest first, over the `days` days that end on the day of the latest quote.

        Counted from the latest quote rather than from today, so that a page changes when a price does and only then.
        """
        if not self.latest:
            return []
        return list(self.quotes.closings(local(self.latest.quoted_at).date(), days))


class Quote(models.Model):
    """What one source asked for one instrument at one time; append-only, by trigger.

    Values are in the instrument's unit. `buy` is what the shop pays (mua vào), `sell` what it asks (bán ra); either
    may be missing. `quoted_at` is the source's own time, `read_at` when we learned of it. `entered_by` is empty for
    quotes that a feed brought.
    """

    instrument = models.ForeignKey(
        Instrument,
        models.PROTECT,
        related_name="quotes",
        verbose_name=_("instrument"),
        db_index=False,  # the unique constraint below begins with it
    )
    buy = models.DecimalField(_("buying price"), max_digits=14, decimal_places=2, null=True, blank=True)
    sell = models.DecimalField(_("selling price"), max_digits=14, decimal_places=2, null=True, blank=True)
    price = models.DecimalField(_("price"), max_digits=14, decimal_places=2, null=True, blank=True)
    source = LineField(_("source"), max_length=120)
    quoted_at = models.DateTimeField(_("time of the source"))
    read_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("entered by")
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "quoted_at"],
                name="markets_quote_once_per_time",
                violation_error_message=_("The instrument has a price for this time already."),
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=False, buy__isnull=True, sell__isnull=True)
                | (Q(price__isnull=True) & (Q(buy__isnull=False) | Q(sell__isnull=False))),
                name="markets_quote_pair_or_single",
                violation_error_message=_("A quote is either a buying and selling price or a single price."),
            ),
            models.CheckConstraint(
                condition=Q(buy__isnull=True) | Q(sell__isnull=True) | Q(buy__lte=F("sell")),
                name="markets_quote_buy_up_to_sell",
                violation_error_message=_("The buying price must not exceed the selling price."),
            ),
            models.CheckConstraint(
                condition=(Q(buy__isnull=True) | Q(buy__gt=0))
                & (Q(sell__isnull=True) | Q(sell__gt=0))
                & (Q(price__isnull=True) | Q(price__gt=0)),
                name="markets_quote_positive",
                violation_error_message=_("A price must be greater than zero."),
            ),
        ]

    def __str__(self):
        return f"{self.instrument}, {format_datetime(self.quoted_at)}"

    @property
    def reference(self):
        """The value that change and chart follow: the selling price of a pair, else the single price; may be None."""
        return self.sell if self.price is None else self.price

    @property
    def in_words(self) -> str:
        """The values in one line: `146.700.000 / 148.700.000` (buy / sell, a missing one is a dash) or `21.000`."""
        values = [getattr(self, field) for field in self.instrument.value_fields]
        shown = ["–" if value is None else format_number(value, self.instrument.decimals) for value in values]
        return " / ".join(shown)
