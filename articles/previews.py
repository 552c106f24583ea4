"""Preview links: made, revoked, opened. A missing right raises PermissionDenied."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles import rights
from articles.models import Article, PreviewLink
from newsroom.pages.clock import database_now

LIVES = (1, 3, 7, 14)
"""Days for which a link may be made."""
DEFAULT_LIFE = 3


@transaction.atomic
def make(article: Article, *, by, days: int = DEFAULT_LIFE) -> PreviewLink:
    """A new link to the story, for whoever may write in it."""
    story = Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
    if not rights.may_edit(by, story):
        raise PermissionDenied
    if days not in LIVES:
        raise ValidationError(_("A preview link cannot be made for that long."))
    return PreviewLink.objects.create(article=story, made_by=by, expires_at=database_now() + timedelta(days=days))


def revoke(link: PreviewLink, *, by):
    """Let the link open nothing any more. Revoking twice keeps the first name and time."""
    if not rights.may_revoke(by, link):
        raise PermissionDenied
    PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_by=by, revoked_at=Now())


def count_opening(link: PreviewLink):
    """One opening more. Nothing is kept of who opened it."""
    PreviewLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, opened_at=Now())


def as_published(article: Article) -> Article:
    """The story as it would stand if it appeared now, or at the time it is scheduled for; in memory only."""
    article.published_at = article.published_at or database_now()
    return article
