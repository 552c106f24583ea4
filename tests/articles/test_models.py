import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles.models import Article, PenName, Section, Tag
from articles.workflow import Status
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory

pytestmark = pytest.mark.django_db


def test_slug_is_made_from_the_title():
    story = ArticleFactory.build(section=SectionFactory(), title="Đường về Đồng Đắc, mùa nước nổi", slug="")

    story.clean()

    assert story.slug == "duong-ve-dong-dac-mua-nuoc-noi"


@pytest.mark.parametrize("title", ["…", "“”", "!!!"])
def test_title_without_a_letter_is_refused(title):
    with pytest.raises(ValidationError):
        ArticleFactory.build(title=title, slug="").clean()


@pytest.mark.parametrize(("model", "most"), [(Tag, 100), (PenName, 120)])
def test_slug_of_a_name_is_as_long_as_it_may_be_and_needs_a_letter(model, most):
    named = model(name="đê " * 60)
    named.clean()
    with pytest.raises(ValidationError) as refusal:
        model(name="…").clean()

    assert named.slug.startswith("de-de-")
    assert most - 3 < len(named.slug) <= most
    assert list(refusal.value.message_dict) == ["name"]


def test_body_is_cleaned_on_every_path_that_writes_it():
    dirty = '<p onclick="x()">Chào<script>alert(1)</script></p>'
    saved = ArticleFactory(body=dirty)
    [bulk] = Article.objects.bulk_create(
        [ArticleFactory.build(section=saved.section, created_by=saved.created_by, body=dirty)]
    )
    updated = ArticleFactory()
    Article.objects.filter(pk=updated.pk).update(body=dirty)

    for pk in (saved.pk, bulk.pk, updated.pk):
        assert Article.objects.get(pk=pk).body == "<p>Chào</p>"


def test_title_is_kept_in_one_line_nfc_without_invisible_characters():
    story = ArticleFactory(title="  Đa\u0323i hội\u200b Đảng bộ\n ")

    assert Article.objects.get(pk=story.pk).title == "Đại hội Đảng bộ"


def test_published_without_a_time_is_refused_by_the_database():
    story = ArticleFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(status=Status.PUBLISHED)


@pytest.mark.parametrize("slug", ["admin", "rss", "tim-kiem", "api", "media", "dinh-chinh"])
def test_section_may_not_shadow_another_address(slug):
    with pytest.raises(ValidationError):
        Section(name="Mục", slug=slug).full_clean()


def test_section_has_one_level_of_children():
    child = SectionFactory(parent=SectionFactory())

    with pytest.raises(ValidationError):
        Section(name="Cháu", slug="chau", parent=child).full_clean()
    with pytest.raises(ValidationError):
        child.parent.parent = SectionFactory()
        child.parent.full_clean()


def test_what_stories_use_cannot_be_deleted():
    tag, name = TagFactory(), PenNameFactory(person=PersonFactory())
    story = ArticleFactory(tagged=[tag], signed=[name])

    for used in (story.section, tag, name, name.person):
        with pytest.raises(ProtectedError), transaction.atomic():
            used.delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        Tag.objects.filter(pk=tag.pk).delete()


def test_what_no_story_uses_can_be_deleted():
    for unused in (SectionFactory(), TagFactory(), PenNameFactory()):
        unused.delete()

    assert not (Section.objects.exists() or Tag.objects.exists() or PenName.objects.exists())
