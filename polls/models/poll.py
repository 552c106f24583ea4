"""A poll: what it asks, when it takes votes, and what readers may know of the result."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineField, PlainTextField
from newsroom.text.vietnamese import slugify
from polls.querysets import PollQuerySet
from polls.workflow import Kind, State, Visibility


def not_before_2000(moment):
    """Raise ValidationError for a year 1 typed by mistake, which the database driver could not read back."""
    if moment.year < 2000:
        raise ValidationError(_("This time lies before the year 2000."), code="past")


class Poll(models.Model):
    """Once readers could see it, what it asks changes by a `Correction` only, which they see too (migration 0005)."""

    question = LineField(_("question"), max_length=200)
    slug = models.SlugField(
        _("slug"), max_length=120, blank=True, help_text=_("Made from the question when left empty.")
    )
    intro = PlainTextField(_("introduction"), blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.ONE)
    max_choices = models.PositiveSmallIntegerField(
        _("choices at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2)],
        help_text=_("How many a reader may tick; for several choices only."),
    )
    low_label = LineField(_("what 1 means"), max_length=40, blank=True)
    high_label = LineField(_("what 5 means"), max_length=40, blank=True)
    is_shuffled = models.BooleanField(
        _("shuffled"),
        default=False,
        help_text=_("Each reader sees the choices in an order of their own, where the browser runs scripts."),
    )
    asks_reason = models.BooleanField(
        _("asks for a reason"),
        default=False,
        help_text=_("Readers may say why in a few words; only the desk reads it."),
    )
    may_change = models.BooleanField(
        _("votes may be changed"), default=False, help_text=_("Readers may change their vote until the close.")
    )
    show_results = models.CharField(
        _("results are shown"), max_length=12, choices=Visibility, default=Visibility.ALWAYS
    )
    is_published = models.BooleanField(_("published"), default=False, editable=False)
    on_front = models.BooleanField(
        _("on the front page"),
        default=False,
        help_text=_("The newest open poll with this mark stands on the front page."),
    )
    opens_at = models.DateTimeField(
        _("opens at"),
        default=timezone.now,
        validators=[not_before_2000],
        help_text=_("Readers see a published poll from its opening time on."),
    )
    closes_at = models.DateTimeField(
        _("closes at"),
        null=True,
        blank=True,
        validators=[not_before_2000],
        help_text=_("Left empty, the poll stays open."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    # Whether readers could see it before the last change. The database alone writes it (migration 0003).
    was_public = models.BooleanField(default=False, editable=False)

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")
        ordering = ["-opens_at", "-pk"]
        permissions = [
            ("publish_poll", "Can publish, close, withdraw and correct polls"),
            ("review_ballots", "Can accept, discard and export ballots"),
            ("view_sealed_result", "Can see results that are sealed"),
            ("read_reasons", "Can read the reasons that readers give"),
        ]
        constraints = [
            models.CheckConstraint(
                name="poll_closes_after_it_opens",
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("A poll must close after it opens."),
            ),
            models.CheckConstraint(
                name="poll_of_several_says_how_many",
                condition=Q(kind=Kind.SEVERAL, max_choices__isnull=False, max_choices__gte=2)
                | (~Q(kind=Kind.SEVERAL) & Q(max_choices=None)),
                violation_error_message=_("Say how many choices may be ticked, two or more, for several choices only."),
            ),
        ]

    def __str__(self):
        return self.question

    def save(self, *args, **kwargs):
        self.slug = self.slug or slugify(self.question) or "binh-chon"
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("polls:poll", args=[self.slug, self.pk])

    def get_vote_url(self):
        return reverse("polls:vote", args=[self.slug, self.pk])

    def state(self, at):
        """The State at a moment; pass the database's own (`with_now()`) to agree with the querysets."""
        if not self.is_published:
            return State.WITHDRAWN if self.was_public else State.DRAFT
        if at < self.opens_at:
            return State.SCHEDULED
        if self.closes_at and self.closes_at <= at:
            return State.CLOSED
        return State.OPEN

    def is_public(self, at):
        """Twin of `PollQuerySet.published`."""
        return self.state(at) in (State.OPEN, State.CLOSED)

    def has_been_public(self, at):
        """Whether readers can see it or once could; the database refuses to delete it then (migration 0003)."""
        return self.was_public or self.is_public(at)

    def is_open(self, at):
        """Twin of `PollQuerySet.open`."""
        return self.state(at) is State.OPEN

    def is_closed(self, at):
        """Twin of `PollQuerySet.closed`."""
        return self.state(at) is State.CLOSED

    def shows_result(self, at, has_voted=False):
        """Whether a reader may know of the result at a moment, its total included; `has_voted` is true of one whose
        ballot lies in the box. The desk asks its own right, `polls.view_sealed_result`.
        """
        if self.show_results == Visibility.NEVER:
            return False
        asked = {Visibility.ALWAYS: True, Visibility.AFTER_VOTE: has_voted, Visibility.AFTER_CLOSE: False}
        return asked[self.show_results] or self.is_closed(at)

    @property
    def result_is_public(self):
        """Whether every reader may know of the result now; of a poll `with_now()`."""
        return self.shows_result(self.now)
