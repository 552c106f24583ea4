"""What was approved is what is published: an approval stands for the exact content, and for no other."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles import revisions
from articles.models import Article, Revision
from articles.workflow import Status


class ChangedError(ValidationError):
    """The story is not what was approved."""

    def __init__(self):
        super().__init__(_("The story was changed after it was approved. See what changed before you publish it."))


def settle(transition, story: Article, read: str):
    """Tie an approval to the content, or hold a publication against it; unsaved. `read` is the digest of what whoever
    publishes has before them. Raises ChangedError.
    """
    if transition.target not in (Status.APPROVED, Status.PUBLISHED) or Status.WITHDRAWN in transition.sources:
        return
    content = revisions.digest_of(story)
    if transition.target == Status.PUBLISHED and story.approved_digest not in ("", content) and read != content:
        raise ChangedError
    story.approved_digest = content


def changed_since(story: Article) -> Revision | None:
    """The revision that was approved, where the story is no longer that; None where nothing changed."""
    if story.status != Status.APPROVED or story.approved_digest in ("", revisions.digest_of(story)):
        return None
    return story.revisions.filter(digest=story.approved_digest).first()
