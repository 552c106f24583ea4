"""The rows of one story of the archive, with all that stands with it, as COPY takes them.

Numbers are primary keys and run with time, from the oldest; a paper of this size prints PER_DAY stories a day, a few of
them in the same second. The newest IN_HAND are in work, however large the archive. Of the rest, some are withdrawn,
expired, in the bin, or the applied change of the story after.
"""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import chain
from random import Random

from articles.models import Article, Byline, Revision, TrailEntry
from articles.models.article import Genre
from articles.revisions import TEXT_FIELDS
from articles.workflow import Status
from benchmarks.prose import Prose
from newsroom.text.vietnamese import slugify

PER_DAY, IN_HAND = 60, 250
LONG_STORY, ITS_REVISIONS = 500, 500
"""One story was rewritten again and again."""
IN_WORK = (Status.DRAFT, Status.SUBMITTED, Status.SENT_BACK, Status.APPROVED, Status.PUBLISHED)
"""States of the newest stories, in turn; published ones of these are scheduled for tomorrow."""
PATH = (("created", "", Status.DRAFT), ("submit", Status.DRAFT, Status.SUBMITTED),
        ("approve", Status.SUBMITTED, Status.APPROVED), ("publish", Status.APPROVED, Status.PUBLISHED))  # fmt: skip
BIN = (PATH[0], ("bin", Status.DRAFT, Status.BINNED))
GENRES = Genre.values
_NOW = datetime.now(UTC).replace(microsecond=0)


def _columns(model, *without):
    return [field.column for field in model._meta.local_concrete_fields if field.name not in without]


ARTICLE = _columns(Article, "search_blind", "search_exact")
BYLINE, TRAIL, REVISION = _columns(Byline), _columns(TrailEntry), _columns(Revision)
TAGGED = ["id", "article_id", "tag_id"]
TABLES = {
    "articles_article": ARTICLE,
    "articles_byline": BYLINE,
    "articles_article_tags": TAGGED,
    "articles_trailentry": TRAIL,
    "articles_revision": REVISION,
}
_TEXT = [Article._meta.get_field(name).attname for name in TEXT_FIELDS]
_BLANK = {
    **dict.fromkeys(ARTICLE),
    **dict.fromkeys(("kicker", "lead_caption", "lead_credit", "lead_alt", "source", "ai_label"), ""),
    **dict.fromkeys(("late_because", "approved_digest"), ""),
    **dict.fromkeys(("is_substantial", "is_announced"), False),
}


def rows_of(number, size, staff):
    """Every row of story `number`, as (table, values in the order of TABLES)."""
    chance, prose = Random(number).random, Prose(number)
    account, pen_name = _author(number, staff)
    paragraphs = prose.paragraphs(size.words)
    story = {
        **_BLANK, **_state(number, size.stories), "id": number, "created_by_id": account, "edited_by_id": account,
        "version": ITS_REVISIONS if number == LONG_STORY else size.revisions,
        "section_id": staff.sections[int(chance() ** 1.5 * len(staff.sections))],
        "genre": GENRES[int(chance() ** 3 * len(GENRES))], "title": prose.title(), "standfirst": prose.sentence(),
        "body": "".join(paragraphs),
    }  # fmt: skip
    story["slug"] = slugify(story["title"])
    tags = sorted({staff.tags[int(chance() * len(staff.tags))] for _ in range(2)})
    return chain(
        [("articles_article", [story[column] for column in ARTICLE])],
        [
            (
                "articles_byline",
                _values(BYLINE, id=number, article_id=number, pen_name_id=pen_name, role="text", position=0),
            )
        ],
        (("articles_article_tags", [2 * number + place, number, tag]) for place, tag in enumerate(tags)),
        _trail(story, staff),
        _revisions(story, _first_revision(number, size), paragraphs, pen_name, tags),
    )


def _author(number, staff):
    """The last in the list wrote only a story in some ten thousands."""
    newcomer = number % 20_000 == 7
    return staff.authors[-1] if newcomer else staff.authors[number % (len(staff.authors) - 1)]


def _state(number, stories):
    """State and times. The desk's minute is the grain of them, so that several stories share one."""
    age = stories - number
    changed = _NOW - timedelta(minutes=1 + age * 24 * 60 // PER_DAY // 4 * 4)
    times = {"created_at": changed - timedelta(hours=3), "changed_at": changed}
    if age < min(IN_HAND, stories // 4):
        return times | _in_work(IN_WORK[number % len(IN_WORK)])
    public = times | {"status": Status.PUBLISHED, "published_at": changed, "is_announced": True}
    if number % 400 == 1:
        return public | {"status": Status.WITHDRAWN}
    if number % 300 == 2:
        return public | {"expires_at": changed + timedelta(hours=12), "is_announced": False}
    if number % 200 == 3:
        return times | {"status": Status.BINNED}
    if number % 50 == 4:
        return public | {"working_copy_of_id": number + 1, "base_version": 1, "applied_at": changed}
    return public


def _in_work(status):
    return {"status": status, "published_at": _NOW + timedelta(days=1) if status == Status.PUBLISHED else None}


def _trail(story, staff):
    """From draft to where the story stands; editors moved it on."""
    steps = BIN if story["status"] == Status.BINNED else PATH if story["published_at"] else PATH[:1]
    for place, (move, before, after) in enumerate(steps):
        by = story["created_by_id"] if place < 2 else staff.chief
        at = story["created_at"] + timedelta(minutes=40 * place)
        yield "articles_trailentry", _values(
            TRAIL, id=story["id"] * len(PATH) + place, article_id=story["id"], at=at, by_id=by, move=move,
            from_status=before, to_status=after, note="", due=None,
        )  # fmt: skip


def _first_revision(number, size):
    before = (number - 1) * size.revisions + 1
    return before + ITS_REVISIONS - size.revisions if number > LONG_STORY else before


def _revisions(story, first, paragraphs, pen_name, tags):
    """As a story grows: each version has more of its paragraphs, and the last all of them."""
    count = story["version"]
    for version in range(1, count + 1):
        body = "".join(paragraphs[: -(-len(paragraphs) * version // count)])
        content = {name: story[name] for name in _TEXT} | {"body": body, "bylines": [[pen_name, "text"]], "tags": tags}
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield "articles_revision", _values(
            REVISION, id=first + version - 1, article_id=story["id"], number=version, note="",
            at=story["changed_at"] - timedelta(minutes=count - version), by_id=story["created_by_id"], restores=None,
            content=text, digest=sha256(text.encode()).hexdigest(),
        )  # fmt: skip


def _values(columns, **values):
    return [values[column] for column in columns]
