"""What every verb on a story goes through, in one transaction: lock, right, guard, save, trail, signal on commit.
Right, guard and save are each verb's own; the rest is here.
"""

from functools import partial

from django.db import transaction

from articles.models import Article, TrailEntry


def lock(pk) -> Article:
    """The story as the database has it, with its section, nobody else's to write until the transaction ends."""
    return Article.objects.select_for_update(of=["self"]).select_related("section").get(pk=pk)


def leave_trail(article: Article, by, move: str, before="", note="", due=None):
    """Write on the trail that `by` made `move` (a key of TRANSITIONS or a name in models.trail), from the state
    `before` to the one that `article` has now; `due` is when a move made for later takes effect.
    """
    TrailEntry.objects.create(
        article=article, by=by, move=move, from_status=before, to_status=article.status, note=note, due=due
    )


def tell_after_commit(signal, sender, **facts):
    """State a fact (articles.signals) once it is one. Whoever hears it cannot undo it."""
    transaction.on_commit(partial(signal.send_robust, sender, **facts))
