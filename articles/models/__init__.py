from articles.models.article import Article
from articles.models.assignment import Assignment, AssignmentEntry
from articles.models.note import Note, NoteEntry
from articles.models.people import Byline, PenName, Person
from articles.models.revision import Revision
from articles.models.section import Section, Tag
from articles.models.trail import TrailEntry

__all__ = [
    "Article", "Assignment", "AssignmentEntry", "Byline", "Note", "NoteEntry", "PenName", "Person", "Revision",
    "Section", "Tag", "TrailEntry",
]  # fmt: skip
