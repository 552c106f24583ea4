"""What machines are told of stories and of the lists that show them. Asks nothing of the database beyond the page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Correction
from newsroom.pages.ai import SOURCE_TYPE
from newsroom.pages.metadata import Amendment, Author, Crumb, Kind, Metadata, Picture, absolute
from newsroom.text.richtext import excerpt
from newsroom.text.vietnamese import one_line


def for_article(article) -> Metadata:
    """Of a story from `for_page()`."""
    return Metadata(
        kind=Kind.ARTICLE,
        title=article.title,
        description=one_line(article.standfirst) or excerpt(article.body),
        url=_address(article),
        image=_picture(article) if article.lead_photo else None,
        published=article.published_at,
        modified=modified_at(article),
        authors=authors(article),
        section=article.section.name,
        tags=tuple(tag.name for tag in article.keywords),
        source_type=SOURCE_TYPE.get(article.ai_label, ""),
        corrections=tuple(Amendment(in_words(one), one.issued_at) for one in article.corrected),
        breadcrumbs=_way_to(article.section, article),
    )


def for_section(section, page) -> Metadata:
    """Of the archive page `page` (ArchivePage) of a section."""
    about = _("The newest stories of the section %(name)s.") % {"name": section.name}
    return _of_list(Kind.LIST, section, about, page, _way_to(section))


def for_author(pen_name, page) -> Metadata:
    """Of the archive page `page` of a pen name."""
    about = one_line(pen_name.bio) or _("Stories by %(name)s.") % {"name": pen_name.name}
    return _of_list(Kind.AUTHOR, pen_name, about, page, _way_to(pen_name))


def for_tag(tag, page) -> Metadata:
    """Of the archive page `page` of a tag."""
    about = _("Stories about %(name)s.") % {"name": tag.name}
    return _of_list(Kind.LIST, tag, about, page, _way_to(tag))


def for_corrections(page) -> Metadata:
    """Of the archive page `page` of corrections."""
    address = absolute(reverse("articles:corrections"))
    about = _("What the paper published wrongly, what is right, and its apology.")
    way = (Crumb(_("Home"), absolute("/")), Crumb(Correction.HEADING, address))
    url = address if page.is_front else f"{address}?page={page.number}"
    return Metadata(kind=Kind.LIST, title=Correction.HEADING, description=about, url=url, breadcrumbs=way)


def in_words(correction) -> str:
    """A correction as one text, for where there is no room for its parts."""
    said = _("Published wrongly: “%(wrong)s”. Right is: %(right)s")
    statements = {"wrong": correction.false_statement, "right": correction.corrected_statement}
    return f"{said % statements}\n{correction.apology}"


def authors(article) -> tuple[Author, ...]:
    """Everybody in the byline, once, by pen name; the agency where nobody is named."""
    names = dict.fromkeys(pen_name for pen_name, _role in article.credited)
    if not names and article.source:
        return (Author(article.source, is_agency=True),)
    return tuple(Author(name.name, _address(name)) for name in names)


def modified_at(article):
    """When the story last changed in substance: its publication, unless an editor said so of a later change."""
    return max(article.published_at, article.updated_at or article.published_at)


def last_change(article):
    """When what machines fetched last became out of date, be it by a comma."""
    return max(article.published_at, article.changed_at)


def _of_list(kind, thing, about, page, way):
    url = _address(thing) if page.is_front else f"{_address(thing)}?page={page.number}"
    return Metadata(kind=kind, title=str(thing), description=about, url=url, breadcrumbs=way)


def _way_to(*things):
    """Breadcrumbs from the front page through `things`; a child section comes behind its parent."""
    parents = [thing.parent for thing in things if getattr(thing, "parent", None)]
    front = Crumb(_("Home"), absolute("/"))
    return (front, *(Crumb(str(thing), _address(thing)) for thing in [*parents, *things]))


def _picture(article):
    widest, source_type = article.lead_photo.renditions[-1], SOURCE_TYPE.get(article.lead_photo.ai_label, "")
    return Picture(absolute(widest.jpeg), widest.width, widest.height, article.alt, article.credit, source_type)


def _address(thing):
    return absolute(thing.get_absolute_url())
