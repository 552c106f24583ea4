"""Links to polls that readers do not see yet."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsroom.pages.clock import database_now
from newsroom.pages.previews import PreviewLink, PreviewLinkQuerySet, revoked_by_somebody
from polls.workflow import State


class PollLinkQuerySet(PreviewLinkQuerySet):
    def live(self, at=None):
        """Links that open a preview at `at` (the database's own now unless given); twin of `is_live`."""
        at = at or Now()
        to_come = Q(poll__is_published=True, poll__opens_at__gt=at)
        return self.within_term(at).filter(to_come | Q(poll__is_published=False, poll__was_public=False))


class PollLink(PreviewLink):
    """A way to see a draft of a poll as readers will, without an account. Its ballot casts nothing.

    Once readers see the poll the link leads there; of a withdrawn one it opens nothing.
    """

    SALT = "polls.preview"

    poll = models.ForeignKey("polls.Poll", models.CASCADE, related_name="preview_links", verbose_name=_("poll"))

    objects = PollLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link of a poll")
        verbose_name_plural = _("preview links of polls")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [revoked_by_somebody("poll_link_revoked_by_somebody")]

    def __str__(self):
        return str(self.poll)

    def get_absolute_url(self):
        return reverse("polls:preview", args=[self.token])

    def is_live(self, at=None):
        """Whether the link opens a preview at `at`; twin of the queryset's `live`."""
        at = at or database_now()
        return self.is_within_term(at) and self.poll.state(at) in (State.DRAFT, State.SCHEDULED)
