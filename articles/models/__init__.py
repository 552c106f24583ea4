from articles.models.article import Article
from articles.models.people import Byline, PenName, Person
from articles.models.section import Section, Tag
from articles.models.trail import TrailEntry

__all__ = ["Article", "Byline", "PenName", "Person", "Section", "Tag", "TrailEntry"]
