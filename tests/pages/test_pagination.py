"""Archive pages are numbered from the oldest, so that a full page never changes again."""

import pytest
from django.http import Http404

from articles.models import Tag
from newsroom.pages.pagination import archive_page
from newsroom.pages.templatetags.pages import one_line
from tests.factories.articles import TagFactory

pytestmark = pytest.mark.django_db


def page(count, number=None):
    """The names on the page of a newest-first list of `count` tags, where 1 is the oldest; its neighbours."""
    Tag.objects.all().delete()
    for n in range(1, count + 1):
        TagFactory(name=str(n))
    found = archive_page(Tag.objects.order_by("-pk"), number, size=20)
    return [int(tag.name) for tag in found.items], found.newer, found.older


@pytest.mark.parametrize(
    ("count", "newest", "oldest", "older"),
    [(0, None, None, None), (1, 1, 1, None), (20, 20, 1, None), (21, 21, 1, None), (40, 40, 21, 1), (41, 41, 21, 1)],
)
def test_front_shows_the_newest_and_is_never_nearly_empty(count, newest, oldest, older):
    items, newer, next_older = page(count)

    assert items == (list(range(newest, oldest - 1, -1)) if newest else [])
    assert (newer, next_older) == (None, older)


def test_numbered_page_holds_the_same_entries_when_the_list_grows():
    assert page(21, "1") == (list(range(20, 0, -1)), 2, None)
    assert page(60, "1") == (list(range(20, 0, -1)), 2, None)
    assert page(60, "2") == (list(range(40, 20, -1)), 3, 1)


@pytest.mark.parametrize("number", ["0", "3", "-1", "x", "", "99999999999999999999"])
def test_page_that_does_not_exist_is_404(number):
    with pytest.raises(Http404):
        page(21, number)


def test_one_line_folds_white_space():
    assert one_line("\n  Giá  cả\n ") == "Giá cả"
