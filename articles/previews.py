"""Preview links: made, revoked, opened. A missing right raises PermissionDenied."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import passages, rights
from articles.choke_point import leave_trail, lock
from articles.models import Article, PreviewLink
from articles.models.trail import REVOKED, SHOWN
from newsroom.pages.clock import database_now
from newsroom.pages.previews import DEFAULT_LIFE, LIVES
from newsroom.text.vietnamese import format_zoned


@transaction.atomic
def make(article: Article, *, by, days: int = DEFAULT_LIFE) -> PreviewLink:
    """A new link to the story, for whoever may write in it."""
    story = lock(article.pk)
    if not rights.may_edit(by, story):
        raise PermissionDenied
    if days not in LIVES:
        raise ValidationError(_("A preview link cannot be made for that long."))
    until = database_now() + timedelta(days=days)
    leave_trail(story, by, SHOWN, note=format_zoned(until))
    return PreviewLink.objects.create(article=story, made_by=by, expires_at=until)


@transaction.atomic
def revoke(link: PreviewLink, *, by):
    """Let the link open nothing any more. Revoking twice keeps the first name and time; of a link that is dead already
    the trail says nothing.
    """
    if not rights.may_revoke(by, link):
        raise PermissionDenied
    if PreviewLink.objects.live().filter(pk=link.pk).exists():
        leave_trail(link.article, by, REVOKED)
    link.revoke(by)


def opens(link: PreviewLink) -> bool:
    """Whether the link opens now: it is live, and what it would show no longer says what was corrected in its story."""
    return link.is_live() and not passages.corrected_in(link.article)


def as_published(article: Article) -> Article:
    """The story as it would stand if it appeared now, or at the time it is scheduled for; in memory only."""
    article.published_at = article.published_at or database_now()
    return article
