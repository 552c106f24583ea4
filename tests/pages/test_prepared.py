"""Questions whose SQL is made once answer as their querysets do."""

import pytest
from django.db.models import BigIntegerField, DateTimeField, Exists, OuterRef
from django.utils import timezone

from articles.models import Article, Byline, Tag
from newsroom.pages.pagination import archive_page
from newsroom.pages.prepared import prepared
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory

pytestmark = pytest.mark.django_db

made = []


@prepared(section=BigIntegerField(), at=DateTimeField(), but=BigIntegerField())
def stories(section, at, but):
    """Of every kind of condition one."""
    made.append(section)
    signed = Byline.objects.filter(article=OuterRef("pk"))
    found = Article.objects.published().in_section(section).filter(Exists(signed), published_at__lte=at)
    return found.exclude(pk=but).newest_first().for_cards()


@prepared(pk=BigIntegerField())
def with_tags(pk):
    return Article.objects.filter(pk=pk).prefetch_related("tags")


@prepared()
def tags():
    return Tag.objects.order_by("-pk")


def test_question_answers_with_its_values_each_time(django_assert_num_queries):
    made.clear()
    first, second = SectionFactory(), SectionFactory()
    names = [PenNameFactory()]
    one, two = (ArticleFactory(live=True, section=first, signed=names) for _ in range(2))
    other = ArticleFactory(live=True, section=second, signed=names)
    ArticleFactory(live=True, section=second)
    now = timezone.now()

    with django_assert_num_queries(3):
        assert stories(section=first.pk, at=now, but=two.pk) == [one]
        assert stories(section=second.pk, at=now, but=0) == [other]
        assert stories(section=second.pk, at=one.published_at.replace(year=2000), but=0) == []
    assert len(made) <= 1  # the second time it is asked, nobody makes it


def test_instance_is_whole(django_assert_num_queries):
    story = ArticleFactory(live=True, signed=[PenNameFactory(name="Mai Toan")])

    [found] = stories(section=story.section_id, at=timezone.now(), but=0)

    with django_assert_num_queries(0):
        assert (found.title, found.section.name, found.byline) == (story.title, story.section.name, "Mai Toan")
        assert (found.lead_photo, found.published_at) == (None, story.published_at)


def test_prefetches_belong_to_the_question(django_assert_num_queries):
    story = ArticleFactory(live=True)
    story.tags.add(TagFactory(name="đê"))

    [found] = with_tags(pk=story.pk)

    with django_assert_num_queries(0):
        assert [tag.name for tag in found.tags.all()] == ["đê"]


@pytest.mark.parametrize("count", [0, 1, 20, 21, 41])
@pytest.mark.parametrize("number", [None, "1"])
def test_archive_of_a_question_is_that_of_its_queryset(count, number):
    TagFactory.create_batch(count)

    assert archive_page(tags.given(), number, size=20) == archive_page(Tag.objects.order_by("-pk"), number, size=20)
