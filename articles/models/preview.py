from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.workflow import Status
from newsroom.pages import previews
from newsroom.pages.clock import database_now

CLOSED = frozenset({Status.WITHDRAWN, Status.BINNED})
"""States of a story in which nobody is shown it any more, by no link."""

_CLOSES = ("article", "article__working_copy_of")
"""Either closes the link: a working copy is shown no longer than the story that it would change."""


class PreviewLinkQuerySet(previews.PreviewLinkQuerySet):
    def live(self, at=None):
        """Links that open at `at` (aware datetime; the database's own now unless given); twin of `is_live`."""
        at = at or Now()
        links = self.within_term(at).filter(article__applied_at=None)
        for story in _CLOSES:
            expired = models.Q(**{f"{story}__status": Status.PUBLISHED, f"{story}__expires_at__lte": at})
            links = links.exclude(models.Q(**{f"{story}__status__in": CLOSED}) | expired)
        return links

    def with_stories(self):
        """With all that says whether a link is live."""
        return self.select_related("article__working_copy_of", "made_by")

    def for_desk(self, user):
        """Links that `user` may know of: the own ones, and those to stories that `user` may open at the desk."""
        stories = self.model._meta.get_field("article").related_model.objects.for_desk(user)
        return self.filter(models.Q(made_by=user) | models.Q(article__in=stories))


class PreviewLink(previews.PreviewLink):
    """A way to see a story as readers will, without an account, for a time."""

    SALT = "articles.preview"

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="preview_links", verbose_name=_("story")
    )

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [previews.revoked_by_somebody("revoked_by_somebody")]

    def __str__(self):
        return str(self.article)

    def get_absolute_url(self):
        return reverse("preview", args=[self.token])

    def is_live(self, at=None):
        """Whether the link opens at `at` (the database's now by default); twin of the queryset's `live`."""
        at = at or database_now()
        if self.article.applied_at or not self.is_within_term(at):
            return False
        stories = filter(None, (self.article, self.article.working_copy_of))
        return not any(story.status in CLOSED or story.is_expired(at) for story in stories)
