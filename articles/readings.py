"""Reading what readers must not see any more: who may, and that it is never done unseen (press law, art. 19 and 20)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Max

from articles import rights
from articles.models import Article, Correction, Reading
from articles.workflow import Status


def first_open(article: Article) -> int:
    """The number of the oldest version that is not closed by a correction; 0 where there is none. Of a working copy
    those are closed that were written before its story was corrected.
    """
    newest = Correction.objects.filter(article=article.working_copy_of_id or article.pk).newest_first().first()
    if newest is None or not article.is_working_copy:
        return newest.version if newest else 0
    closed = article.revisions.filter(at__lt=newest.issued_at).aggregate(last=Max("number"))["last"]
    return (closed or 0) + 1


def read(article: Article, versions, *, by):
    """Log that `by` reads these versions of the story, as far as they are closed or the story is withdrawn.

    Raises PermissionDenied where one is older than a correction and not this account's to read. Nobody is kept from the
    present text of a working copy that is still being written.
    """
    limit = first_open(article)
    in_hand = article.version if article.is_working_copy and not article.applied_at else None
    closed = {number for number in versions if number < limit and number != in_hand}
    if closed and not rights.may_read_corrected(by, article):
        raise PermissionDenied
    logged = set(versions) if _is_withdrawn(article) else closed
    Reading.objects.bulk_create(Reading(article=article, version=number, by=by) for number in sorted(logged))


def _is_withdrawn(article):
    """Also the story of a working copy, which holds its text."""
    return Status.WITHDRAWN in {story.status for story in (article, article.working_copy_of) if story}
