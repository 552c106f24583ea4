"""What stands below a story: more of its section, and the one to read on with.

Both look at the story's nearest neighbours in time, so that a page of the archive stays as it is: what is published
today changes the pages of the newest stories, not of all.
"""

from dataclasses import dataclass

from django.db.models import BigIntegerField, DateTimeField

from articles.models import Article
from articles.pages import STORIES
from newsroom.pages.prepared import prepared
from newsroom.pages.store.tags import gap

ABREAST = 3
"""How many further stories stand side by side below a story; only full rows do."""
MOST = 2 * ABREAST


@dataclass(frozen=True)
class Beside:
    """`related` newest first; `read_on` or None; `gaps`, the places where a new story would change either."""

    related: list[Article]
    read_on: Article | None
    gaps: list[str]


def beside(story) -> Beside:
    """One query; another where the section has nothing further to read."""
    name = f"section:{story.section_id}"
    rows = _neighbours(story)
    related, read_on = _choose(rows, story)
    gaps = [place for place, trial in _trials(rows, name) if _choose(trial, story) != (related, read_on)]
    if read_on is None:
        read_on, more = _newest_but([story, *related])
        gaps += more
    return Beside(related, read_on, gaps)


def _neighbours(story):
    """Newest first, the story among them: as many as can show on either side."""
    rows = _around(pk=story.pk, section=story.section_id, at=story.published_at)
    return sorted([story, *rows], key=lambda row: (row.published_at, row.pk), reverse=True)


@prepared(pk=BigIntegerField(), section=BigIntegerField(), at=DateTimeField())
def _around(pk, section, at):
    others = Article.objects.published().in_section(section).exclude(pk=pk)
    later = others.filter(published_at__gte=at).exclude(published_at=at, pk__lt=pk).order_by("published_at", "pk")
    earlier = others.filter(published_at__lte=at).exclude(published_at=at, pk__gt=pk).newest_first()
    keys = later.values("pk")[:MOST].union(earlier.values("pk")[: MOST + 1])
    return Article.objects.filter(pk__in=keys).for_cards()


def _choose(rows, story):
    """The nearest later ones, filled up with those before; and the first before it that is not among them."""
    place = rows.index(story)
    later, earlier = rows[:place][-MOST:], rows[place + 1 :]
    near = [*later, *earlier[: MOST - len(later)]]
    related = near[: len(near) // ABREAST * ABREAST] or near
    return related, next((row for row in earlier if row not in related), None)


def _trials(rows, name):
    """Each place among the rows, and the rows with a newcomer there."""
    newcomer = Article(pk=0)
    for place, below in enumerate([*rows, None]):
        yield gap(name, below), [*rows[:place], newcomer, *rows[place:]]


def _newest_but(shown):
    """The paper's newest story that is none of those; and the gaps in which a newcomer would be it instead."""
    unseen = Article.objects.published().exclude(pk__in=[story.pk for story in shown]).newest_first()
    newest = unseen.for_cards().first()
    if newest is None:
        return None, [gap(STORIES), *(gap(STORIES, row) for row in shown)]
    above = [row for row in shown if row.published_at >= newest.published_at]
    return newest, [gap(STORIES, row) for row in [*above, newest]]
