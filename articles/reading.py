"""What readers' pages ask of stories, each question prepared: its SQL is made once."""

from django.db.models import BigIntegerField, DateTimeField, Q, SlugField

from articles.models import Article, Correction, Section
from newsroom.pages.prepared import prepared

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
    older = Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk)
    return Article.objects.published().filter(older).exclude(pk=but).newest_per_section(PER_SECTION).for_cards()


@prepared()
def corrections_on_front():
    """The corrections that have their place on the front page."""
    return Correction.objects.on_front().newest_first().for_page()


def _newest_first():
    return Article.objects.published().newest_first().for_cards()
