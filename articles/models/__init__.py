from articles.models.article import Article
from articles.models.assignment import Assignment, AssignmentEntry
from articles.models.checklist import Checklist
from articles.models.correction import Correction, CorrectionTerm
from articles.models.note import Note, NoteEntry
from articles.models.open_form import OpenForm
from articles.models.people import Byline, PenName, Person
from articles.models.preview import PreviewLink
from articles.models.reading import Reading
from articles.models.revision import Revision
from articles.models.section import Section, Tag
from articles.models.trail import TrailEntry

__all__ = [
    "Article", "Assignment", "AssignmentEntry", "Byline", "Checklist", "Correction", "CorrectionTerm", "Note",
    "NoteEntry", "OpenForm", "PenName", "Person", "PreviewLink", "Reading", "Revision", "Section", "Tag", "TrailEntry",
]  # fmt: skip
