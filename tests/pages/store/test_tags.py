"""The tags of a list against the list itself: what changes is what is purged, and nothing else."""

from dataclasses import dataclass

import pytest

from newsroom.pages.pagination import archive_page
from newsroom.pages.store import tags

SIZE = 3


@dataclass(frozen=True)
class Row:
    pk: int


class Rows(list):
    """As much of an ordered queryset as a paginator asks of it."""

    ordered = True

    def reverse(self):
        return Rows(self[::-1])

    def count(self):
        return len(self)

    def __getitem__(self, place):
        found = super().__getitem__(place)
        return Rows(found) if isinstance(place, slice) else found


def pages_of(rows):
    """Every page of an archive: its tag and what it shows."""
    numbers = [None, *map(str, range(1, -(-len(rows) // SIZE) + 1))]
    pages = [archive_page(Rows(rows), number, SIZE) for number in numbers]
    return {tags.archive("list", page): page for page in pages}


@pytest.mark.parametrize("length", range(12))
def test_moved_names_exactly_the_pages_of_an_archive_that_change(monkeypatch, length):
    monkeypatch.setattr(tags, "SIZE", SIZE)
    rows = [Row(pk) for pk in range(length, 0, -1)]
    for older in range(length + 1):
        longer = [*rows[: length - older], Row(99), *rows[length - older :]]
        before, after = pages_of(rows), pages_of(longer)
        changed = {tag for tag in before.keys() | after.keys() if before.get(tag) != after.get(tag)}
        assert set(tags.moved("list", older, length + 1)) == changed, older


@pytest.mark.parametrize("length", range(6))
def test_window_names_exactly_the_places_from_which_it_changes(length):
    rows = [Row(pk) for pk in range(length, 0, -1)]
    shown = rows[:SIZE]
    window = tags.window("list", shown, is_full=len(shown) == SIZE)
    for older in range(length + 1):
        longer = [*rows[: length - older], Row(99), *rows[length - older :]]
        below = rows[length - older] if older else None
        assert (tags.gap("list", below) in window) == (longer[:SIZE] != shown), older
