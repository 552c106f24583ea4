"""What follows when a story's time has come or is over. Readers depend on none of it: the clock alone shows and hides.
Only the change of a published story waits for this.

A list of kinds of after-effects; each names the stories it is due for and what is to be done for one. A story is done
in a transaction of its own, locked: one that fails is remembered with its reason and does not stop the rest, and any
number of runs at once do each story once.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet

from articles import signals, working_copies
from articles.models import Article

LATE_AFTER = timedelta(minutes=2)
"""The command is to run every minute; what it has not done by then is late."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class AfterEffect:
    """`due` asks for the stories it waits for; `perform` does it for one, after which `due` no longer names it."""

    name: str
    due: Callable[[], QuerySet]
    perform: Callable[[Article], None]


def tell_appeared(story):
    """Tell that readers see the story."""
    signals.article_appeared.send(Article, article=story)
    story.is_announced = True


def tell_expired(story):
    """Tell that readers no longer see the story."""
    signals.article_expired.send(Article, article=story)
    story.is_announced = False


def apply_change(copy):
    """Make a working copy what readers see, in the name of whoever set its time."""
    working_copies.apply(copy, by=copy.trail.filter(move="publish").first().by)


AFTER_EFFECTS = (
    AfterEffect("changed", Article.objects.due_changes, apply_change),
    AfterEffect("appeared", Article.objects.unannounced, tell_appeared),
    AfterEffect("expired", Article.objects.unretired, tell_expired),
)


@dataclass
class Report:
    """How many stories were done, and how many failed."""

    done: int = 0
    failed: int = 0


def run() -> Report:
    """Do everything that is due. Failures are logged with their traceback and stand on the desk's first page."""
    report = Report()
    for effect in AFTER_EFFECTS:
        for pk in list(effect.due().order_by("pk").values_list("pk", flat=True)):
            _attempt(effect, pk, report)
    return report


def _attempt(effect, pk, report):
    try:
        report.done += _perform(effect, pk)
    except Exception as failure:
        # Whatever a listener raises is its story's trouble alone.
        logger.exception("%s: story %s", effect.name, pk)
        report.failed += 1
        reason = f"{type(failure).__name__}: {failure}"
        Article.objects.filter(pk=pk).update(late_because=reason[:500])


@transaction.atomic
def _perform(effect, pk) -> bool:
    """Whether there was something to do: not where another run is at it, or the story moved on meanwhile."""
    story = effect.due().select_for_update(of=["self"], skip_locked=True).filter(pk=pk).first()
    if story is None:
        return False
    effect.perform(story)
    story.late_because = ""
    story.save(update_fields=["is_announced", "late_because"])
    return True
