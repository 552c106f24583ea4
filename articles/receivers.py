"""What this app does when it hears of its own facts; wired in `apps.ready()`."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from articles.workflow import Status


def keep_used_tags(sender, instance, **kwargs):
    """Refuse to delete a tag that stories carry: the link table alone would let it go, and the stories lose it."""
    stories = list(instance.articles.all()[:5])
    if stories:
        raise ProtectedError(_("“%(tag)s” is still in use.") % {"tag": instance}, set(stories))


def finish_assignment(sender, article, transition, by, **kwargs):
    """A draft was handed in: the assignment that it was written for is done."""
    # The models, and with them the verbs, are loaded after this module is.
    from articles.assignments import actions  # noqa: PLC0415

    if transition.target == Status.SUBMITTED:
        actions.finish(article, by=by)
