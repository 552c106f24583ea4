"""What readers asked for, letters that wait to be sent, and traces of asking that keep others from abusing it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from markets.models import Instrument, Quote
from newsroom.subscriptions.querysets import LetterQuerySet, SubscriptionQuerySet


class Kind(models.TextChoices):
    """What somebody wants to hear of."""

    PRICE = "price", _("a price reaches a level")


class Subscription(models.Model):
    """What one address asked for. Nobody is written to, but for the confirmation, before `confirmed_at`.

    A price subscription waits `is_armed` for its level to be reached, from below where `is_rise`. Once told it waits
    unarmed until the price has gone back. `fired_by` is the quote that its last letter was about, `told_on` the local
    day of that letter.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(_("e-mail address"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    made_at = models.DateTimeField(_("asked at"), db_default=Now(), editable=False)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, editable=False)
    instrument = models.ForeignKey(
        Instrument, models.CASCADE, null=True, related_name="+", verbose_name=_("instrument")
    )
    level = models.DecimalField(_("level"), max_digits=14, decimal_places=2, null=True)
    is_rise = models.BooleanField(_("when it rises to the level"), null=True)
    is_armed = models.BooleanField(default=True, editable=False)
    fired_by = models.ForeignKey(Quote, models.PROTECT, null=True, related_name="+", editable=False)
    told_on = models.DateField(_("last told"), null=True, editable=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["-made_at"]
        default_permissions = ["view"]
        permissions = [("forget_address", "Can delete an address of a reader")]
        indexes = [models.Index(Lower("email"), name="subscription_by_address")]
        constraints = [
            models.UniqueConstraint(
                Lower("email"), "instrument", "level", "is_rise", condition=Q(kind="price"),
                name="subscription_level_once_per_address",
            ),
            models.CheckConstraint(
                condition=~Q(kind="price") | Q(instrument__isnull=False, level__gt=0, is_rise__isnull=False),
                name="subscription_price_names_a_level",
            ),
        ]  # fmt: skip

    def __str__(self):
        """Without the address: this stands in logs."""
        return f"{self.instrument} {self.level.normalize():f}" if self.level else self.get_kind_display()

    @property
    def masked(self) -> str:
        """The address as the desk sees it: `m…@bao.example`."""
        return mask(self.email)

    def is_reached_by(self, quote) -> bool:
        """Whether a quote stands on the far side of the level, or on it; twin of `querysets.REACHED`."""
        if quote.reference is None:
            return False
        return quote.reference >= self.level if self.is_rise else quote.reference <= self.level


class Letter(models.Model):
    """A letter that waits. What it says is written when it leaves, and then its row goes."""

    class About(models.TextChoices):
        CONFIRM = "confirm", _("confirmation")
        REACHED = "reached", _("level reached")
        CORRECTED = "corrected", _("correction")

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="letters")
    about = models.CharField(max_length=10, choices=About)
    quote = models.ForeignKey(Quote, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField(db_default=Now(), db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["subscription"], condition=Q(about="confirm"), name="letter_one_confirmation_waits"
            ),
        ]

    def __str__(self):
        return f"{self.about} {self.key}"


class Ask(models.Model):
    """That somebody asked, as a keyed digest of an address or a network (`limits`); gone after a day."""

    digest = models.CharField(max_length=32, db_index=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = []

    def __str__(self):
        return str(self.pk)


def mask(email: str) -> str:
    """`minh@bao.example` → `m…@bao.example`."""
    name, _at, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}"
