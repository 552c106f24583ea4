"""Which stored pages change with a story. The names of the tags are told in articles.pages."""

from copy import copy
from datetime import timedelta

from django.db.models import Q

from articles import pages, reading, revisions
from articles.models import Article, Correction, Section
from articles.workflow import Status
from newsroom.pages.clock import database_now
from newsroom.pages.store import purge
from newsroom.pages.store.tags import gap, moved
from newsroom.receivers.guard import where_stored

IN_TITLES = {"section_id", "title", "slug"}
"""What a change of these changes on every page that leads to the story by its title."""
ON_CARDS = {
    "section_id", "genre", "kicker", "title", "slug", "standfirst", "lead_photo_id", "source", "bylines",
}  # fmt: skip
"""Likewise on every page that shows the headline; anything else only where all of the story is told."""
NEWS = timedelta(days=2)
"""How long a story stands in the sitemap of the news."""


@where_stored
def story_moved(sender, article, content, transition, **kwargs):
    """A story that readers see now has come; one that was taken back has left."""
    if article.is_working_copy:
        return  # what it becomes is told as an edit of the story
    now = database_now()
    if transition.target == Status.WITHDRAWN:
        left(article, content, now)
    elif article.is_published(now):
        came(article, content, now)


@where_stored
def story_timed(sender, article, before, **kwargs):
    """A time was set: only what lets a story come or go at once is told here, the rest by the clock."""
    then = copy(article)
    for name, at in before.items():
        setattr(then, name, at)
    now = database_now()
    was, is_now = then.is_published(now), article.is_published(now)
    if is_now and not was:
        came(article, revisions.stored_content(article), now)
    elif was and not is_now:
        left(article, revisions.stored_content(article), now)


def came(story, content, now, at=None):
    """Readers see the story since a moment ago; `at` where pages rendered since then show it already."""
    lists = _lists(story, content)
    tags = [tag for one in lists for tag in _moved(one, story, 0)]
    tags += [gap(pages.STORIES, _first(reading.older(**_place(story)))), *_gaps(lists, story)]
    purge(*tags, *_beside_it(story), *_told_of(story, now), *_with_corrections(story, now), before=at)


def left(story, content, now, at=None):
    """Readers no longer see the story; no page that shows it may be kept."""
    purge(*(f"{kind}:{story.pk}" for kind in ("story", "card", "title")), gone=True)
    tags = [tag for one in _lists(story, content) for tag in _moved(one, story, 1)]
    purge(*tags, *_told_of(story, now), *_corrections_moved(story), before=at)


@where_stored
def story_edited(sender, article, before, **kwargs):
    """Something in the story changed, where it stands, or both."""
    after = revisions.stored_content(article)
    changed = {key for key in after if after[key] != before.get(key)}
    tags = [f"story:{article.pk}", "sitemap:stories", *_addressed(before, after)]
    tags += [f"card:{article.pk}"] if changed & ON_CARDS else []
    tags += [f"title:{article.pk}"] if changed & IN_TITLES else []
    was, now = _lists(article, before), _lists(article, after)
    came_to = [one for one in now if one not in was]
    tags += [tag for one in was if one not in now for tag in _moved(one, article, 1)]
    tags += [tag for one in came_to for tag in _moved(one, article, 0)]
    purge(*tags, *_gaps(came_to, article))


@where_stored
def correction_issued(sender, correction, **kwargs):
    """It stands on the story's page, on the front page, and as the newest where corrections are listed."""
    total = Correction.objects.public().count()
    tags = [gap(pages.CORRECTIONS, _before(correction)), *moved(pages.CORRECTIONS, total - 1, total)]
    purge(f"page:{correction.article_id}", "corrections:front", *tags)


def _lists(story, content):
    """The archives that the story stands in with such content: (kind, key), each once."""
    pk = content["section_id"]
    section = story.section if story.section_id == pk else Section.objects.get(pk=pk)
    sections = [pk for pk in (section.pk, section.parent_id) if pk]
    people = dict.fromkeys(pen_name for pen_name, _role in content["bylines"])
    return [
        *(("section", pk) for pk in sections),
        *(("tag", pk) for pk in content["tags"]),
        *(("person", pk) for pk in people),
    ]


def _place(story):
    return {"at": story.published_at, "pk": story.pk}


def _moved(one, story, missing):
    """The pages of an archive that change; `missing` is 1 where the story does not stand in it any more."""
    kind, key = one
    total, older = reading.ARCHIVES[kind].given(key=key, **_place(story)).tally("is_older")
    return moved(f"{kind}:{key}", older, total + missing)


def _gaps(lists, story):
    """Where the story stands now in lists of which pages show the newest, or what lies beside a story."""
    keys = [key for kind, key in lists if kind == "section"]
    return [gap(f"section:{key}", _first(reading.older_in_section(key=key, **_place(story)))) for key in keys]


def _first(stories):
    return next(iter(stories), None)


def _beside_it(story):
    """The stories that it answers or that answer it lead to it."""
    replies = Article.objects.filter(replies_to=story).values_list("pk", flat=True)
    return [f"page:{pk}" for pk in [*([story.replies_to_id] if story.replies_to_id else []), *replies]]


def _addressed(before, after):
    targets = {before.get("replies_to_id"), after["replies_to_id"]}
    return [f"page:{pk}" for pk in targets if pk] if len(targets) > 1 else []


def _told_of(story, now):
    """What machines are told of it."""
    is_news = story.published_at > now - NEWS
    return ["sitemap:stories", *(["sitemap:news"] if is_news else [])]


def _with_corrections(story, now):
    """Its corrections come with it."""
    theirs = list(story.corrections.order_by("issued_at", "pk"))
    if not theirs:
        return []
    front = ["corrections:front"] if any(one.front_until > now for one in theirs) else []
    return [*front, *(gap(pages.CORRECTIONS, _before(one)) for one in theirs), *_corrections_moved(story)]


def _corrections_moved(story):
    """The numbered pages of corrections that change with those of the story, from its oldest one on."""
    oldest = story.corrections.order_by("issued_at", "pk").first()
    if oldest is None:
        return []
    others = Correction.objects.public().exclude(article=story).count()
    return moved(pages.CORRECTIONS, _corrections_before(oldest).count(), others + story.corrections.count())


def _before(correction):
    return _corrections_before(correction).newest_first().first()


def _corrections_before(correction):
    at = correction.issued_at
    return Correction.objects.public().filter(Q(issued_at__lt=at) | Q(issued_at=at, pk__lt=correction.pk))
