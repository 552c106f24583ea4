"""What a reader types into the search box, made ready for the database."""

import re
from dataclasses import dataclass

from newsroom.text.vietnamese import fold, one_line, spellings

MAX_QUERY_LENGTH = 200


@dataclass(frozen=True)
class Query:
    """A search in one clean line, at most MAX_QUERY_LENGTH characters.

    `text` goes to PostgreSQL's websearch_to_tsquery under the configuration `vi`, which takes quotes, `or` and `-`
    and never fails on what people type. For ranking exact accents, `spellings` finds text that is kept as typed: any
    of them may match.
    """

    text: str

    @property
    def folded(self) -> str:
        """Lower case, without accents: what the index knows."""
        return fold(self.text)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Lower case with accents, as either school spells it: hòa bình, hoà bình."""
        return spellings(self.text.lower())

    @property
    def beginning(self) -> str:
        """All its words, the last perhaps not typed to the end, as PostgreSQL's to_tsquery takes them."""
        return " & ".join(re.findall(r"[^\W_]+", self.folded)) + ":*"

    @property
    def is_empty(self) -> bool:
        """No letter and no digit to look for."""
        return not any(character.isalnum() for character in self.folded)

    def __str__(self) -> str:
        return self.text


def parse(q: str) -> Query:
    """The query meant by a raw `?q=` value; never raises."""
    return Query(one_line(q)[:MAX_QUERY_LENGTH].rstrip())
