"""What is quoted: shelves, the things on them, and the days on which nobody trades."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import resolve, reverse
from django.utils.translation import gettext_lazy as _

from markets import units
from markets.change import Change, change
from markets.querysets import InstrumentQuerySet
from newsroom.text.fields import LineField
from newsroom.text.vietnamese import format_date


def check_unit(text: str) -> None:
    """A validator: refuses what `markets.units` cannot read, and units that count in thousands."""
    try:
        unit = units.parse(text)
    except units.UnitError as error:
        raise ValidationError(str(error), code="unit") from error
    if unit.scale != 1:
        raise ValidationError(_("Prices are kept in whole đồng: write đồng/lượng, not nghìn đồng/lượng."), code="scale")


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

    def get_absolute_url(self):
        return reverse("markets:group", args=[self.slug])


class Instrument(models.Model):
    """One thing that has a price. Its unit and kind give every quote its meaning, so they are fixed once quoted."""

    class Kind(models.TextChoices):
        PAIR = "pair", _("buying and selling price")
        SINGLE = "single", _("single price")
        RANGE = "range", _("lowest and highest price")

    class Calendar(models.TextChoices):
        """The days on which the market is open; holidays are rows of Holiday."""

        DAILY = "daily", _("every day")
        SIX_DAYS = "six_days", _("Monday to Saturday")
        WEEKDAYS = "weekdays", _("Monday to Friday")

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
    unit = LineField(
        _("unit"),
        max_length=40,
        validators=[check_unit],
        help_text=_("As printed beside the price, e.g. “đồng/lượng”."),
    )
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0, help_text=_("0, 1 or 2."))
    place = LineField(_("region or shop"), max_length=80, blank=True)
    family = LineField(
        _("family"),
        max_length=80,
        blank=True,
        help_text=_("The same word at instruments that move together, e.g. the same gold at several shops."),
    )
    calendar = models.CharField(_("trading days"), max_length=8, choices=Calendar, default=Calendar.DAILY)
    stale_after = models.PositiveSmallIntegerField(
        _("out of date after"), default=36, help_text=_("Hours; days without trading do not count.")
    )
    plausible_low = models.DecimalField(_("plausible from"), max_digits=14, decimal_places=2, null=True, blank=True)
    plausible_high = models.DecimalField(
        _("plausible to"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("What a first price is held against. At most nine times the lower bound, so that a slip shows."),
    )
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
            models.CheckConstraint(
                condition=Q(plausible_low=None, plausible_high=None)
                | Q(
                    plausible_low__gt=0,
                    plausible_high__gt=F("plausible_low"),
                    plausible_high__lte=F("plausible_low") * 9,
                ),
                name="markets_instrument_plausible_within_tenfold",
                violation_error_message=_(
                    "The plausible prices need both bounds, the upper at most nine times the lower."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("markets:instrument", args=[self.slug])

    def clean(self):
        """No slug may be a word that another page of prices has for its address, or begins it with."""
        pages = ("markets:instrument", "markets:frame") if self.slug else ()
        if any(resolve(reverse(page, args=[self.slug])).view_name != page for page in pages):
            raise ValidationError({"slug": ValidationError(_("Another page has this address."), code="taken")})

    @property
    def is_pair(self) -> bool:
        return self.kind == self.Kind.PAIR

    @property
    def is_range(self) -> bool:
        return self.kind == self.Kind.RANGE

    @property
    def value_fields(self) -> tuple[str, ...]:
        """The fields of Quote that a quote of this instrument may fill."""
        return VALUE_FIELDS[self.kind]

    @property
    def measured(self) -> units.Unit:
        """The unit as something to convert with; raises `units.UnitError` where it was never checked."""
        return units.parse(self.unit)

    @property
    def latest(self) -> "Quote | None":  # noqa: F821
        """The quote that stands last by the source's time. `with_latest()` brings it along for many."""
        return self._stands("latest")

    @property
    def previous(self) -> "Quote | None":  # noqa: F821
        """The last quote of the last day before that of `latest`: what the move of the day is counted from."""
        return self._stands("previous")

    def _stands(self, which):
        quote = getattr(getattr(self, "standing", None), which, None)
        if quote:
            quote.instrument = self  # it asks nothing more of the database
        return quote

    @property
    def change(self) -> Change | None:
        """The latest reference value against that of the day before; None where either is missing."""
        if not self.previous:
            return None
        return change(self.latest.reference, self.previous.reference)


VALUE_FIELDS = {
    Instrument.Kind.PAIR: ("buy", "sell"),
    Instrument.Kind.SINGLE: ("price",),
    Instrument.Kind.RANGE: ("low", "high"),
}


class Holiday(models.Model):
    """A day on which markets that keep a calendar are closed. Tết moves, so holidays are rows, not rules."""

    day = models.DateField(_("day"), unique=True)
    name = LineField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("day without trading")
        verbose_name_plural = _("days without trading")
        ordering = ["-day"]

    def __str__(self):
        return f"{self.name}, {format_date(self.day)}"
