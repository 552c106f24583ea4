from articles.models.article import Article
from articles.models.open_form import OpenForm
from articles.models.people import Byline, PenName, Person
from articles.models.revision import Revision
from articles.models.section import Section, Tag
from articles.models.trail import TrailEntry

__all__ = ["Article", "Byline", "OpenForm", "PenName", "Person", "Revision", "Section", "Tag", "TrailEntry"]
