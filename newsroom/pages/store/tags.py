"""Tags of lists: exactly which pages change when an entry comes to stand in a list, or leaves it.

An entry that leaves is found by its own tag on the pages that show it. One that comes stands nowhere yet, so pages are
tagged by the gaps into which it could come; and pages with numbers move along, so they are told by their numbers.
"""

SIZE = 20
"""Entries on a page of an archive (newsroom.pages.pagination)."""


def gap(name: str, below=None) -> str:
    """The place in the newest-first list `name` directly above the row `below`; without one, the very end."""
    return f"{name}>{below.pk if below else 0}"


def window(name: str, shown, is_full: bool) -> list[str]:
    """Of a page with the newest rows of a list: it changes when one comes above any of those `shown`, or behind the
    last where there is room.
    """
    return [*(gap(name, row) for row in shown), *([] if is_full else [gap(name)])]


def archive(name: str, page) -> str:
    """Of a page of an archive (ArchivePage): the front of the list, or one of its numbers."""
    return name if page.is_front else f"{name}/{page.number}"


def moved(name: str, older: int, total: int) -> list[str]:
    """The pages of an archive that change when an entry comes or goes that has `older` older ones, where `total` stand
    with it: the front, which shows what the last full page leaves, and all from the entry's own page on.
    """
    first, last = older // SIZE + 1, (total - 1) // SIZE + 1
    if total % SIZE == 1:
        first = min(first, max(last - 1, 1))  # the last page is a new one: that below it leads to it
    return [name, *(f"{name}/{number}" for number in range(first, last + 1))]


def whole(name: str, total: int) -> list[str]:
    """All pages of an archive of `total` entries."""
    return moved(name, 0, total)
