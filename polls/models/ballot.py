"""Ballots and their tally. Ballots are cast through `polls.voting` and judged through `polls.review` only."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Now
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from polls.querysets import TallyQuerySet


class Standing(models.TextChoices):
    """What a ballot is worth."""

    COUNTED = "counted", pgettext_lazy("ballot", "Counted")
    PENDING = "pending", pgettext_lazy("ballot", "Waiting for review")
    DISCARDED = "discarded", pgettext_lazy("ballot", "Discarded")


class Place(models.TextChoices):
    """Where the ballot paper lay."""

    PAGE = "page", _("Page of the poll")
    SIDE = "side", _("Side column")
    STORY = "story", _("In a story")
    EMBED = "embed", _("On another site")


class Ballot(models.Model):
    """One browser's vote in one poll. It holds nothing of the reader but keyed digests (`polls.voter`, `polls.traces`).

    `choices` are ids of the poll's choices: one, or those ticked in ascending order, or all ranked from the most liked.
    The database keeps the tally in step with every change and refuses deletion (migration 0005).
    """

    # No constraint and no index of its own: polls.voting's function asks for the poll, a poll that readers saw is never
    # deleted, and a check by foreign key would lock the one row of a hot poll for every vote.
    poll = models.ForeignKey(
        "polls.Poll",
        models.PROTECT,
        verbose_name=_("poll"),
        related_name="ballots",
        db_index=False,
        db_constraint=False,
    )
    choices = ArrayField(models.BigIntegerField(), verbose_name=_("choices"))
    reason = models.TextField(_("reason"), blank=True)
    voter = models.CharField(_("voter"), max_length=64)
    standing = models.CharField(_("standing"), max_length=9, choices=Standing, default=Standing.COUNTED)
    place = models.CharField(_("place"), max_length=5, choices=Place, blank=True)
    is_proven = models.BooleanField(_("work was proved"), default=False)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)
    changed_at = models.DateTimeField(_("changed at"), null=True, editable=False)
    # Digests under keys that are destroyed after two days (polls.keys); from then on they only say "the same as".
    address = models.CharField(max_length=32, blank=True)
    network = models.CharField(max_length=32, blank=True)
    agent = models.CharField(max_length=32, blank=True)
    decision = models.ForeignKey(
        "polls.PollEntry", models.PROTECT, verbose_name=_("decision"), null=True, related_name="ballots", db_index=False
    )

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints = [
            models.UniqueConstraint(name="one_ballot_per_voter_and_poll", fields=["poll", "voter"]),
            # By its length alone: a pattern would take as long to check as all the rest of a vote.
            models.CheckConstraint(name="ballot_voter_is_a_digest", condition=Exact(Length("voter"), 64)),
            models.CheckConstraint(name="ballot_says_something", condition=Q(choices__len__gte=1)),
        ]
        indexes = [
            # Asked by every vote; with what it includes it answers all that the desk asks of many ballots, too.
            models.Index(
                name="ballot_recent_of_network", fields=["poll", "network", "created_at"], include=["standing", "place"]
            ),
            models.Index(
                name="ballot_not_counted", fields=["poll", "standing"], condition=~Q(standing=Standing.COUNTED)
            ),
        ]

    def __str__(self):
        return f"{self.poll_id}/{self.pk}"


class Tally(models.Model):
    """How many counted ballots of a poll say exactly the same, in parts: their sum is the number, at any instant.

    A vote adds to the part of its own database connection, so that votes do not wait for each other. Written by the
    triggers on ballots alone (migration 0005).
    """

    pk = models.CompositePrimaryKey("poll", "choices", "part")
    poll = models.ForeignKey("polls.Poll", models.CASCADE, related_name="tallies", db_index=False)
    choices = ArrayField(models.BigIntegerField())
    part = models.SmallIntegerField()
    ballots = models.BigIntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")

    def __str__(self):
        return f"{self.poll_id}: {self.choices}"
