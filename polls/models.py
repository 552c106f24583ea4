"""A poll, its choices with their tallies, and the votes. Votes are cast through `polls.voting` only."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineField, PlainTextField
from newsroom.text.vietnamese import slugify
from polls.querysets import PollQuerySet


class State(models.TextChoices):
    """Where a poll stands at a moment; derived from its fields, never stored."""

    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


def not_before_2000(moment):
    """Raise ValidationError for a year 1 typed by mistake, which the database driver could not read back."""
    if moment.year < 2000:
        raise ValidationError(_("This time lies before the year 2000."), code="past")


class Poll(models.Model):
    question = LineField(_("question"), max_length=200)
    slug = models.SlugField(
        _("slug"), max_length=120, blank=True, help_text=_("Made from the question when left empty.")
    )
    intro = PlainTextField(_("introduction"), blank=True)
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Readers see a published poll from its opening time on.")
    )
    on_front = models.BooleanField(
        _("on the front page"),
        default=False,
        help_text=_("The newest open poll with this mark stands on the front page."),
    )
    opens_at = models.DateTimeField(_("opens at"), default=timezone.now, validators=[not_before_2000])
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
        constraints = [
            models.CheckConstraint(
                name="poll_closes_after_it_opens",
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("A poll must close after it opens."),
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
            return State.DRAFT
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


class Choice(models.Model):
    poll = models.ForeignKey(Poll, verbose_name=_("poll"), on_delete=models.CASCADE, related_name="choices")
    text = LineField(_("text"), max_length=120)
    order = models.PositiveIntegerField(_("order"), default=0)
    # The tally: always the number of this choice's Vote rows, since both change in one transaction (polls.voting).
    votes = models.PositiveIntegerField(_("votes"), default=0, editable=False)

    class Meta:
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="choice_text_once_in_a_poll",
                fields=["poll", "text"],
                violation_error_message=_("This poll already has such a choice."),
            ),
        ]

    def __str__(self):
        return self.text


class Vote(models.Model):
    """One browser's vote in one poll. It holds nothing of the reader but an opaque digest (`polls.voter`).

    A poll with votes cannot be deleted. That the choice is one of the poll's is held by a foreign key over
    both columns (migration 0002), which Django cannot declare.
    """

    # No index of its own: the unique constraint below begins with it.
    poll = models.ForeignKey(
        Poll, verbose_name=_("poll"), on_delete=models.PROTECT, related_name="cast_votes", db_index=False
    )
    choice = models.ForeignKey(Choice, verbose_name=_("choice"), on_delete=models.PROTECT, related_name="cast_votes")
    voter = models.CharField(_("voter"), max_length=64)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.UniqueConstraint(name="one_vote_per_voter_and_poll", fields=["poll", "voter"]),
            models.CheckConstraint(name="voter_is_a_digest", condition=Q(voter__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self):
        return f"{self.poll_id}/{self.pk}"
