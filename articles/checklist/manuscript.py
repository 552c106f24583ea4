"""A story as the checks read it: saved, or only typed."""

from dataclasses import dataclass
from functools import cached_property

from articles.checklist.links import on_their_way
from articles.credits import Credits
from articles.models import Article
from newsroom.text import richtext


@dataclass(frozen=True)
class Manuscript:
    """`article` with clean text, saved or not; whether it has a byline; whether it has tags."""

    article: Article
    is_signed: bool = False
    is_tagged: bool = False

    @classmethod
    def of(cls, article: Article, credits: Credits) -> "Manuscript":
        """A story with what stands outside its row."""
        return cls(article, bool(credits.bylines), bool(credits.tags))

    @cached_property
    def text(self) -> str:
        """The words of the body."""
        return richtext.to_text(self.article.body)

    @cached_property
    def word_count(self) -> int:
        return richtext.word_count(self.article.body)

    @cached_property
    def links(self) -> list[str]:
        """The addresses that the body links to."""
        return [link.get("href", "") for link in richtext.attributes_of(self.article.body, "a")]

    @cached_property
    def links_ahead(self) -> list[str]:
        """Those of the links that lead to stories which readers do not see yet."""
        return on_their_way(self.links)

    @cached_property
    def pictures(self) -> list[dict[str, str]]:
        """The attributes of the pictures in the body."""
        return richtext.attributes_of(self.article.body, "img")
