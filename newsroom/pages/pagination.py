"""Archive lists numbered from the oldest page, so that a full page never changes again once it is full."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404


@dataclass(frozen=True)
class ArchivePage:
    """One page of a newest-first list. `number` is None on the front of the list, which shows the newest entries."""

    items: list
    number: int | None
    newer: int | None
    older: int | None

    @property
    def is_front(self):
        return self.number is None


def archive_page(newest_first, requested: str | None, size: int = 20) -> ArchivePage:
    """The page of `newest_first` (an ordered queryset, or a prepared question) that `?page=` asks for; page 1 holds
    the oldest entries.

    Without a number the front shows the newest page together with the full one below it, so that it is never
    nearly empty; between `size` and `2 * size - 1` entries. Raises Http404 for a page that does not exist.
    """
    if requested is None:
        return _front(newest_first, size)
    paginator = Paginator(newest_first.reverse(), size)
    try:
        page = paginator.page(requested)
    except InvalidPage as error:
        raise Http404 from error
    newer = page.number + 1 if page.has_next() else None
    older = page.number - 1 if page.has_previous() else None
    return ArchivePage(list(page.object_list)[::-1], page.number, newer, older)


def _front(newest_first, size):
    count = newest_first.count()
    bottom = max(1, count // size)  # the newest full page, or the first
    items = list(newest_first[: count - (bottom - 1) * size])  # from the near end, however long the list
    return ArchivePage(items, None, None, bottom - 1 if bottom > 1 else None)
