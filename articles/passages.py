"""Whether a statement stands in a story, word for word: what keeps a corrected passage out of every outlet."""

import html
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Article
from newsroom.text.richtext import to_text
from newsroom.text.vietnamese import one_line, same_tone

# One sign for all that Word, phones and typewriters make of a quotation mark and of a dash.
_SIGNS = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’`´", "'"), **dict.fromkeys("–—−", "-")})
_EDGES = " \"'.,;:…!?-()[]"
_ALT = re.compile(r'\balt="([^"]*)"')


def check_gone(article: Article, statement: str):
    """Raise ValidationError where the false statement still stands in what readers see of the story."""
    if stands_in(article, statement):
        raise ValidationError(
            _("“%(statement)s” still stands in the story. Change it in the text, then issue the correction.")
            % {"statement": statement}
        )


def check_corrected(article: Article):
    """Raise ValidationError where a statement that was corrected in this story would stand in it again."""
    if statement := corrected_in(article):
        raise ValidationError(
            _("“%(statement)s” was corrected in this story; it cannot come back to readers.") % {"statement": statement}
        )


def corrected_in(article: Article) -> str:
    """The statement that stands in the text although it was corrected; of a working copy, corrected in its story."""
    corrections = (article.working_copy_of or article).corrections.all()
    statements = (correction.false_statement for correction in corrections)
    return next((statement for statement in statements if stands_in(article, statement)), "")


def stands_in(article: Article, statement: str) -> bool:
    """Whether the story says it, whatever the case, the quotation marks, and the place of tone marks."""
    words = _plain(statement).strip(_EDGES)
    if not words:
        return False
    quoted = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return any(quoted.search(_plain(text)) for text in _printed(article))


def _printed(article):
    """Every piece of text that readers get of the story."""
    yield from (article.kicker, article.title, article.standfirst, to_text(article.body))
    yield from map(html.unescape, _ALT.findall(article.body))
    if article.lead_photo:
        yield from (article.caption, article.credit, article.alt)


def _plain(text):
    return same_tone(one_line(text)).translate(_SIGNS).casefold()
