"""Long lists: every row on exactly one page, from either end, and never counted to the end."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import F

from newsroom.pages import keyset
from newsroom.pages.keyset import Long, Place
from photos.models import Photo

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def rows():
    """Eleven rows in threes of one moment each."""
    for number in range(11):
        photo = Photo.objects.create(image=f"{number}.jpg", width=1, height=1)
        Photo.objects.filter(pk=photo.pk).update(created_at=START + timedelta(hours=number // 3))
    return Photo.objects.annotate(moment=F("created_at"))


def walk(long, size):
    """The keys of each page from the first to the last, and of each on the way back."""
    page, there, back = long.page(size), [], []
    while len(there) < 20:  # a broken list leads in circles
        there.append([row.pk for row in page.items])
        if not page.last:
            break
        page = long.page(size, after=page.last)
    while page.first:
        page = long.page(size, before=page.first)
        back.append([row.pk for row in page.items])
    return there, back


def in_ways(rows):
    """The same rows in parts that overlap."""
    first, last = rows.order_by("pk").first().pk, rows.order_by("pk").last().pk
    return [rows.filter(pk__lt=last - 2), rows.filter(pk__gt=first + 1)]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 10, 11, 12])
@pytest.mark.parametrize("rising", [False, True])
@pytest.mark.parametrize("ways", [lambda rows: [], in_ways])
def test_every_row_stands_on_one_page_also_where_moments_are_equal(rows, size, rising, ways):
    order = ["created_at", "pk"] if rising else ["-created_at", "-pk"]
    every = list(rows.order_by(*order).values_list("pk", flat=True))

    there, back = walk(Long(rows, ways(rows), rising), size)

    assert there == [every[start : start + size] for start in range(0, 11, size)]
    assert back == there[-2::-1]


def test_row_that_is_added_moves_none_to_another_page(rows):
    page = Long(rows).page(4)
    follows = [row.pk for row in Long(rows).page(4, after=page.last).items]
    Photo.objects.create(image="new.jpg", width=1, height=1)

    assert [row.pk for row in Long(rows).page(4, after=page.last).items] == follows


def test_place_that_nothing_follows_leads_to_the_first_page(rows):
    for places in ({"after": Place(START, 1)}, {"before": Place(START + timedelta(days=9), 1)}):
        page = Long(rows).page(4, **places)

        assert (page.items, page.first) == (Long(rows).page(4).items, None)


@pytest.mark.parametrize(
    "text", ["", "x", "~", "2026-11-01T00:00:00+00:00", "2026-11-01T00:00:00+00:00~x", "2026-11-01T00:00:00+00:00~-1",
             "2026-11-01T00:00:00+00:00~99999999999999999999", "0001-01-01T00:00:00+23:59~1", "nan~1", "~1", "\x00~1"]
)  # fmt: skip
def test_place_that_is_none_is_read_as_none(text):
    assert Place.read(text) is None


def test_place_is_read_as_it_was_written():
    place = Place(START + timedelta(microseconds=123456), 7)

    assert Place.read(str(place)) == place


@pytest.mark.parametrize("ways", [lambda rows: [], in_ways])
def test_more_than_the_bound_is_not_counted(rows, monkeypatch, django_assert_num_queries, ways):
    long = Long(rows, ways(rows))
    with django_assert_num_queries(1):
        assert long.count() == 11

    monkeypatch.setattr(keyset, "COUNTED", 5)
    with django_assert_num_queries(1) as asked:
        assert long.count() == 6
    assert "LIMIT 6" in asked[0]["sql"]
