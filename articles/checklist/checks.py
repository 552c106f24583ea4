"""The checks, one function each, in the order in which a story is read.

The function's name is the check's code; it returns the sentence for the desk, or nothing where all is well. The
decorator says what the check is called and which field of the form it is about. Which checks block is said in
`models.checklist`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.checklist import links as paper_links
from articles.checklist.manuscript import Manuscript
from articles.models.article import Genre
from newsroom.pages import embeds as shown_things

STANDFIRST_WORDS = (10, 50)
"""Words (syllables) that a standfirst has at least and at most: two or three sentences."""

LEAST_WORDS = {
    Genre.NEWS: 60,
    Genre.REPORT: 150,
    Genre.FEATURE: 400,
    Genre.NOTES: 150,
    Genre.INTERVIEW: 250,
    Genre.COMMENT: 200,
    Genre.PORTRAIT: 200,
    Genre.ANSWER: 80,
}
"""Words (syllables) below which a text is hardly of its genre."""

LIVES_BY_PICTURES = frozenset({Genre.FEATURE, Genre.NOTES, Genre.PORTRAIT})

# Marks of an unfinished text, and what Word leaves: tags and conditions typed out, fields, the signs of its comments.
_LEFTOVER = re.compile(
    r"\bTODO\b|\bx{3,}\b|\bX{4,}\b|\?{3,}|\[\[|\]\]|\{\{|\}\}"
    r"|</?(?:ins|del|o:p)\b[^>]*>|\bmso-[\w-]+|\bMso[A-Z]\w+|\[(?:if|endif)\b[^\]]*\]|\[[A-Z]{1,4}\d{1,3}\]"
)


@dataclass(frozen=True)
class Check:
    """`field` is the name of the form's field that mends it; `genres` those that the check concerns, empty: all;
    a firm check blocks whatever the paper says.
    """

    code: str
    label: str
    field: str
    find: Callable[[Manuscript], str | None]
    genres: frozenset[str] = frozenset()
    is_firm: bool = False

    def concerns(self, story: Manuscript) -> bool:
        return not self.genres or story.article.genre in self.genres


CHECKS: dict[str, Check] = {}


def check(label, field, **facts):
    """Enter a function into the list."""

    def enter(find):
        CHECKS[find.__name__] = Check(find.__name__, label, field, find, **facts)
        return find

    return enter


@check(gettext_lazy("Headline"), "title", is_firm=True)
def title(story):
    return None if story.article.title else _("The story has no headline yet.")


@check(gettext_lazy("Section"), "section", is_firm=True)
def section(story):
    return None if story.article.section_id else _("The story has no section yet.")


@check(gettext_lazy("Standfirst"), "standfirst", genres=frozenset(Genre) - {Genre.ANSWER})
def standfirst(story):
    return None if story.article.standfirst.strip() else _("The story has no standfirst yet.")


@check(gettext_lazy("Length of the standfirst"), "standfirst")
def standfirst_length(story):
    count, (least, most) = len(story.article.standfirst.split()), STANDFIRST_WORDS
    if not count or least <= count <= most:
        return None
    return ngettext(
        "The standfirst has %(count)d word; %(least)d to %(most)d read best.",
        "The standfirst has %(count)d words; %(least)d to %(most)d read best.",
        count,
    ) % {"count": count, "least": least, "most": most}


@check(gettext_lazy("Text"), "body", is_firm=True)
def body(story):
    return None if story.word_count else _("The story has no text yet.")


@check(gettext_lazy("Length of the text"), "body")
def length(story):
    count, least = story.word_count, LEAST_WORDS.get(story.article.genre, 0)
    if not count or count >= least:
        return None
    words = {"count": count, "least": least, "genre": story.article.get_genre_display()}
    return (
        ngettext(
            "The text has %(count)d word; “%(genre)s” has at least %(least)d as a rule.",
            "The text has %(count)d words; “%(genre)s” has at least %(least)d as a rule.",
            count,
        )
        % words
    )


@check(gettext_lazy("Nothing left over"), "body")
def leftovers(story):
    article = story.article
    texts = [article.kicker, article.title, article.standfirst, story.text, article.lead_caption]
    found = dict.fromkeys(mark for text in texts for mark in _LEFTOVER.findall(text))
    return _("Something was left over in the text: %(marks)s.") % {"marks": ", ".join(found)} if found else None


@check(gettext_lazy("Links inside the paper"), "body")
def links(story):
    closed = paper_links.not_for_readers(story.links)
    dead = [address for address in closed if address not in story.links_ahead]
    return _("Readers cannot open what is linked here: %(links)s.") % {"links": ", ".join(dead)} if dead else None


# Apart from dead links: two stories that name each other could never be published if it were one of them.
@check(gettext_lazy("Links to stories still to come"), "body")
def links_ahead(story):
    if not story.links_ahead:
        return None
    words = _("Linked here, and not published yet: %(links)s. Publish it together with this story, or link later.")
    return words % {"links": ", ".join(story.links_ahead)}


@check(gettext_lazy("Polls and prices in the text"), "body")
def embeds(story):
    hidden = shown_things.hidden(story.article.body)
    if not hidden:
        return None
    return _("Readers are not shown what stands here: %(things)s.") % {
        "things": "; ".join(f"“{one}”" for one in hidden)
    }


@check(gettext_lazy("Descriptions of the pictures"), "body")
def picture_alt(story):
    count = sum(not picture.get("alt") for picture in story.pictures)
    if not count:
        return None
    return ngettext(
        "%(count)d picture in the text has no alternative text.",
        "%(count)d pictures in the text have no alternative text.",
        count,
    ) % {"count": count}


@check(gettext_lazy("Byline or source"), "bylines", is_firm=True)
def byline(story):
    return None if story.is_signed or story.article.source else _("The story has no byline and no source yet.")


@check(gettext_lazy("Lead photo"), "lead_photo", genres=LIVES_BY_PICTURES)
def photo(story):
    missing = _("“%(genre)s” lives by its pictures: the story has no lead photo yet.")
    return None if story.article.lead_photo else missing % {"genre": story.article.get_genre_display()}


@check(gettext_lazy("Credit of the lead photo"), "lead_credit")
def photo_credit(story):
    article = story.article
    return _("The lead photo has no credit.") if article.lead_photo and not article.credit else None


@check(gettext_lazy("Description of the lead photo"), "lead_alt")
def photo_alt(story):
    article = story.article
    return _("The lead photo has no alternative text.") if article.lead_photo and not article.alt else None


@check(gettext_lazy("Tags"), "tags")
def tags(story):
    return None if story.is_tagged else _("The story has no tags yet.")
