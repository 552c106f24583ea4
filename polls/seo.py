"""What machines are told of polls."""

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.pages.metadata import Crumb, Kind, Metadata, absolute
from newsroom.text.vietnamese import one_line


def for_index() -> Metadata:
    """Of the list of polls."""
    about = _("Questions to our readers, open and closed, with their results.")
    return Metadata(kind=Kind.LIST, title=_("Reader polls"), description=about, url=_list().url, breadcrumbs=_way())


def for_poll(poll) -> Metadata:
    """Of one poll, by its own address whatever the reader was answered on."""
    url = absolute(poll.get_absolute_url())
    about, way = one_line(poll.intro) or poll.question, _way(Crumb(poll.question, url))
    return Metadata(kind=Kind.PAGE, title=poll.question, description=about, url=url, breadcrumbs=way)


def _way(*further):
    return (Crumb(_("Home"), absolute("/")), _list(), *further)


def _list():
    return Crumb(_("Reader polls"), absolute(reverse("polls:index")))
