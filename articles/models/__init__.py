from articles.models.article import Article
from articles.models.correction import Correction, CorrectionTerm
from articles.models.open_form import OpenForm
from articles.models.people import Byline, PenName, Person
from articles.models.reading import Reading
from articles.models.revision import Revision
from articles.models.section import Section, Tag
from articles.models.trail import TrailEntry

__all__ = [
    "Article", "Byline", "Correction", "CorrectionTerm", "OpenForm", "PenName", "Person", "Reading", "Revision",
    "Section", "Tag", "TrailEntry",
]  # fmt: skip
