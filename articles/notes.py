"""What is done to notes on a story. Who may open the story writes, answers, resolves; the author edits and deletes.
A note hangs on the story, also where it is written at a working copy of it: it stands with both, and outlives the copy.

Each verb checks the right, leaves an entry, then tells. A missing right raises PermissionDenied, a note without
words or one that is gone ValidationError.
"""

import re

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import audience, rights, signals
from articles.choke_point import tell_after_commit
from articles.models import Article, Note, NoteEntry
from newsroom.pages.clock import database_now

Act = NoteEntry.Act
MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]*\w)")
"""A user name after an @; a full stop behind it ends the sentence."""


def story_of(article: Article) -> Article:
    """The row that notes hang on, whether it is the story's own that is open or a working copy of it."""
    return article.working_copy_of or article


@transaction.atomic
def write(article: Article, *, by, text: str, answers: Note | None = None, **passage) -> Note:
    """Leave a note on the story; on a passage of it with `quote`, `before` and `after`, in a thread with `answers`."""
    if not rights.may_view(by, article):
        raise PermissionDenied
    story = story_of(article)
    thread = answers and (answers.answers or answers)  # one level: an answer to an answer joins it
    if thread and thread.article_id != story.pk:
        raise PermissionDenied
    return _record(Note(article=story, by=by, text=text, answers=thread, **passage), Act.WRITTEN, by)


@transaction.atomic
def edit(note: Note, *, by, text: str) -> Note:
    """Say it otherwise; who is mentioned for the first time is told."""
    stored = _locked_own(note, by)
    stored.text, stored.edited_at = text, database_now()
    return _record(stored, Act.EDITED, by)


@transaction.atomic
def delete(note: Note, *, by) -> Note:
    """Take the words away from the desk's eyes; the entries keep them."""
    stored = _locked_own(note, by)
    return _record(stored, Act.DELETED, by, deleted_at=database_now())


@transaction.atomic
def resolve(note: Note, *, by) -> Note:
    """Say that the matter of the whole thread is settled."""
    stored = _locked(note.answers or note, by)
    if stored.resolved_at:
        return stored
    return _record(stored, Act.RESOLVED, by, resolved_at=database_now(), resolved_by=by)


@transaction.atomic
def reopen(note: Note, *, by) -> Note:
    stored = _locked(note.answers or note, by)
    if not stored.resolved_at:
        return stored
    return _record(stored, Act.REOPENED, by, resolved_at=None, resolved_by=None)


def _locked(note, by):
    stored = Note.objects.select_for_update(of=["self"]).select_related("article").get(pk=note.pk)
    if not _may_open(by, stored.article):
        raise PermissionDenied
    return stored


def _may_open(by, story):
    """The story itself or, where that went to a section of others, its working copy."""
    return rights.may_view(by, story) or any(rights.may_view(by, copy) for copy in story.working_copies.all())


def _locked_own(note, by):
    stored = _locked(note, by)
    if stored.by_id != by.pk:
        raise PermissionDenied
    if stored.deleted_at:
        raise ValidationError(_("This note was deleted."))
    return stored


def _record(note, act, by, **facts):
    """Save, name who is mentioned, leave an entry, tell after commit."""
    for name, value in facts.items():
        setattr(note, name, value)
    words = _tidy(note)
    if act == Act.DELETED:
        note.text = ""
    note.save()
    newly = _mention(note) if act in (Act.WRITTEN, Act.EDITED) else set()
    NoteEntry.objects.create(note=note, by=by, act=act, text=words)
    tell_after_commit(signals.note_changed, Note, note=note, act=act, by=by, mentioned=newly)
    return note


def _tidy(note):
    """The words as they are kept. A thread that lost its first note can still be resolved."""
    note.clean_fields(exclude=["text"] if note.deleted_at else [])
    return note.text


def _mention(note):
    """Set who is mentioned: accounts that may open the story. Returns the primary keys of those who were not before."""
    before = set(note.mentioned.values_list("pk", flat=True))
    named = set(MENTION.findall(note.text))
    accounts = set(audience.viewers(note.article).filter(username__in=named).values_list("pk", flat=True))
    note.mentioned.set(accounts)
    return accounts - before
