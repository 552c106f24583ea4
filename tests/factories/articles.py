"""Stories and what they need. Rows are written directly here: the verbs have tests of their own."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from articles.models import Article, Assignment, Byline, Correction, CorrectionTerm, PenName, Person, Section, Tag
from articles.workflow import Status
from tests.factories.desk import UserFactory


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    name = factory.Sequence(lambda n: f"Chuyên mục {n}")
    slug = factory.Sequence(lambda n: f"chuyen-muc-{n}")


class TagFactory(DjangoModelFactory):
    class Meta:
        model = Tag

    name = factory.Sequence(lambda n: f"Từ khóa {n}")
    slug = factory.Sequence(lambda n: f"tu-khoa-{n}")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    full_name = factory.Sequence(lambda n: f"Người viết {n}")


class PenNameFactory(DjangoModelFactory):
    class Meta:
        model = PenName

    name = factory.Sequence(lambda n: f"Bút danh {n}")
    slug = factory.Sequence(lambda n: f"but-danh-{n}")


class ArticleFactory(DjangoModelFactory):
    """A story in any state: `status=…`; `signed=[pen names]` puts names in the byline."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    class Params:
        live = factory.Trait(status=Status.PUBLISHED)

    section = factory.SubFactory(SectionFactory)
    title = factory.Sequence(lambda n: f"Tin số {n}")
    slug = factory.Sequence(lambda n: f"tin-so-{n}")
    standfirst = "Tóm tắt của tin."
    body = "<p>Nội dung của tin.</p>"
    created_by = factory.SubFactory(UserFactory, roles=["reporter"])
    published_at = factory.Maybe(
        factory.LazyAttribute(lambda story: story.status in (Status.PUBLISHED, Status.WITHDRAWN)),
        factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1)),
        None,
    )

    # Whoever listens was told of what is public; of what is still to come, not.
    is_announced = factory.LazyAttribute(
        lambda story: story.status == Status.PUBLISHED and story.published_at <= timezone.now()
    )

    @factory.post_generation
    def signed(self, create, names, **kwargs):
        for position, name in enumerate(names if create and names else [], start=1):
            Byline.objects.create(article=self, pen_name=name, position=position)

    @factory.post_generation
    def tagged(self, create, tags, **kwargs):
        if create and tags:
            self.tags.add(*tags)


class AssignmentFactory(DjangoModelFactory):
    class Meta:
        model = Assignment

    idea = factory.Sequence(lambda n: f"Đề tài {n}")
    section = factory.SubFactory(SectionFactory)
    deadline = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))
    by = factory.SubFactory(UserFactory, roles=["desk_chief"])


class CorrectionTermFactory(DjangoModelFactory):
    class Meta:
        model = CorrectionTerm

    valid_from = date(2026, 7, 1)


class CorrectionFactory(DjangoModelFactory):
    """A correction of a public story, on the front page for a week."""

    class Meta:
        model = Correction

    article = factory.SubFactory(ArticleFactory, live=True)
    version = 2
    false_statement = factory.Sequence(lambda n: f"Cầu dài {n} mét.")
    corrected_statement = factory.Sequence(lambda n: f"Cầu dài {n} ki-lô-mét.")
    apology = "Tòa soạn xin lỗi bạn đọc."
    issued_at = factory.LazyFunction(timezone.now)
    front_until = factory.LazyAttribute(lambda correction: correction.issued_at + timedelta(days=7))
    by = factory.SubFactory(UserFactory, roles=["desk_chief"])
