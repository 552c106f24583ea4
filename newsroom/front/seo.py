"""What machines are told of the front page."""

from django.utils.translation import gettext as _

from newsroom.pages.metadata import Kind, Metadata, absolute


def for_front(paper) -> Metadata:
    """Of the front page of `paper`."""
    about = _("%(name)s: news, market prices and reader polls.") % {"name": paper.name}
    return Metadata(kind=Kind.FRONT, title=paper.name, description=about, url=absolute("/"))
