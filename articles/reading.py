"""What readers' pages ask of stories, each question prepared: its SQL is made once."""

from django.db.models import BigIntegerField, BooleanField, DateTimeField, ExpressionWrapper, Q, SlugField, TextField

from articles import querysets
from articles.models import Article, Correction, Section
from newsroom.pages.prepared import prepared
from newsroom.text import search

PER_SECTION = 4
"""Stories in a section's block on the front page."""
_KEY = BigIntegerField()


@prepared(pk=_KEY)
def story(pk):
    """The story of that primary key with all that its page shows, if readers may see it."""
    return Article.objects.published().for_page().filter(pk=pk)


@prepared()
def newest():
    """Stories of the whole paper."""
    return _newest_first()


@prepared(section=_KEY)
def of_section(section):
    """Stories of a section and its children."""
    return _newest_first().in_section(section)


@prepared(pen_name=_KEY)
def by_name(pen_name):
    """Stories that appeared under a pen name."""
    return _newest_first().by(pen_name)


@prepared(tag=_KEY)
def with_tag(tag):
    """Stories that carry a tag."""
    return _newest_first().tagged(tag)


@prepared(slug=SlugField())
def section(slug):
    """The section at an address, with its parent."""
    return Section.objects.select_related("parent").filter(slug=slug)


@prepared(section=_KEY)
def children(section):
    """The sections within a section."""
    return Section.objects.filter(parent=section)


@prepared()
def top_sections():
    """The sections that stand in the head of every page."""
    return Section.objects.top()


@prepared(at=DateTimeField(), pk=_KEY, but=_KEY)
def for_blocks(at, pk, but):
    """The newest PER_SECTION stories of each top section that are older than the one published at `at` under `pk`,
    without that of key `but`.
    """
    return (
        Article.objects.published().filter(_older(at, pk)).exclude(pk=but).newest_per_section(PER_SECTION).for_cards()
    )


@prepared(at=DateTimeField(), pk=_KEY)
def older(at, pk):
    """The story after which the one published at `at` under `pk` comes in the whole paper."""
    return _newest_first().filter(_older(at, pk))[:1]


@prepared(key=_KEY, at=DateTimeField(), pk=_KEY)
def older_in_section(key, at, pk):
    """Likewise in a section and its children."""
    return of_section.ask(key).filter(_older(at, pk))[:1]


def _archive(of_list):
    """The list of that key, each story with whether it `is_older` than the one published at `at` under `pk`."""
    return prepared(key=_KEY, at=DateTimeField(), pk=_KEY)(
        lambda key, at, pk: of_list.ask(key).annotate(is_older=ExpressionWrapper(_older(at, pk), BooleanField()))
    )


ARCHIVES = {"section": _archive(of_section), "tag": _archive(with_tag), "person": _archive(by_name)}
"""The lists whose pages have numbers, by what they are tagged with in the page store."""


@prepared()
def corrections_on_front():
    """The corrections that have their place on the front page."""
    return Correction.objects.on_front().newest_first().for_page()


def found(query: search.Query, most: int):
    """The first `most` stories that a search finds. Two queries."""
    words = {"text": query.text, "one": query.spellings[0], "other": query.spellings[-1]}
    ask = _with_common_words if len(_recent_with(text=query.text)) == querysets.COMMON else _with_rare_words
    return ask.given(**words)[:most]


@prepared(text=TextField())
def _recent_with(text):
    return Article.objects.published().recent_with(text)


@prepared(text=TextField(), one=TextField(), other=TextField())
def _with_common_words(text, one, other):
    return Article.objects.published().ranked(text, [one, other], is_common=True).for_cards()


@prepared(text=TextField(), one=TextField(), other=TextField())
def _with_rare_words(text, one, other):
    return Article.objects.published().ranked(text, [one, other], is_common=False).for_cards()


def _newest_first():
    return Article.objects.published().newest_first().for_cards()


def _older(at, pk):
    return Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk)
