"""Plays what `underway` tells, through the verbs that the story form uses."""

from uuid import uuid4

from articles import actions, autosave, working_copies
from articles.credits import Credits
from articles.models import Article, Revision
from articles.revisions import TEXT_FIELDS
from newsroom.desk.demo import underway


def load(stories, users):
    """`stories` by key and `users` by name, as they were loaded."""
    for name, note, passages in underway.VERSIONS["saves"]:
        _save(stories[underway.VERSIONS["story"]], passages, users[name], note)
    _hand_in_change(stories[underway.COPY["story"]], users[underway.COPY["by"]])
    _leave_unsaved(stories[underway.UNSAVED["story"]], users[underway.UNSAVED["by"]])


def _save(story, passages, by, note):
    actions.edit(_written(story, passages), by=by, revision=Revision(note=note))


def _hand_in_change(live, by):
    copy = working_copies.start(live, by=by)
    _save(copy, underway.COPY["passages"], by, underway.COPY["note"])
    actions.move("submit", copy, by=by)


def _leave_unsaved(story, by):
    """As when the browser's window was closed: the form is left, what was typed in it stays."""
    written, key = _written(story, underway.UNSAVED["passages"]), uuid4()
    autosave.keep(key, by=by, article=story, serial=1, typed=[*_fields(written), ["form_key", str(key)]])
    autosave.beat(key, by=by, article=story, left=True)


def _written(story, passages):
    """The story as it is saved, with the passages replaced. Raises ValueError where one is not there once."""
    story = Article.objects.get(pk=story.pk)
    for field, pairs in passages.items():
        for old, new in pairs:
            if getattr(story, field).count(old) != 1:
                raise ValueError(f"{old!r} does not stand once in the {field} of {story}")
            setattr(story, field, getattr(story, field).replace(old, new))
    return story


def _fields(story):
    """The story form's fields, name by name, as a browser holds them."""
    text = [[name, _value(story, name)] for name in TEXT_FIELDS if name != "slug"]
    credits = Credits.of(story)
    lines = [["bylines-TOTAL_FORMS", str(len(credits.bylines))], ["bylines-INITIAL_FORMS", "0"]]
    for row, (name, role) in enumerate(credits.bylines):
        line = {"pen_name": name, "role": role, "position": row + 1}
        lines += [[f"bylines-{row}-{part}", str(value)] for part, value in line.items()]
    tags = [["tags", str(tag)] for tag in sorted(credits.tags)]
    return [*text, ["slug", ""], ["seen", str(story.version)], *tags, *lines]


def _value(story, name):
    value = getattr(story, Article._meta.get_field(name).attname)
    return "" if value is None else str(value)
