"""What was approved is what is published: an approval stands for the exact content, and for no other."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles import revisions
from articles.models import Article, Checklist, Revision
from articles.workflow import Status


class ChangedError(ValidationError):
    """The story is not what was approved."""

    def __init__(self):
        super().__init__(_("The story was changed after it was approved. See what changed before you publish it."))


def settle(transition, story: Article, content: dict, read: str, by):
    """Tie an approval to the story's `content`, or hold a publication against it; unsaved. `read` is the digest of what
    whoever publishes (`by`) has before them. Raises ChangedError, and ValidationError where the paper wants other eyes.
    """
    if transition.target not in (Status.APPROVED, Status.PUBLISHED) or Status.WITHDRAWN in transition.sources:
        return
    digest = revisions.digest(content)
    if transition.target == Status.PUBLISHED and story.approved_digest not in ("", digest) and read != digest:
        raise ChangedError
    if transition.target == Status.PUBLISHED and by.pk == (story.edited_by_id or story.created_by_id):
        check_other_eyes()
    story.approved_digest = digest


def check_other_eyes():
    """Raise ValidationError where the paper wants a second pair of eyes on what somebody would publish of their own."""
    if Checklist.current().four_eyes:
        raise ValidationError(_("You were the last to change this text. At this paper somebody else publishes it."))


def changed_since(story: Article) -> Revision | None:
    """The revision that was approved, where the story is no longer that; None where nothing changed."""
    if story.status != Status.APPROVED or not story.approved_digest:
        return None
    if story.approved_digest == revisions.digest(revisions.stored_content(story)):
        return None
    return story.revisions.filter(digest=story.approved_digest).first()
