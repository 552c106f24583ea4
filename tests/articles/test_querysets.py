"""Each named question and its twin predicate give the same answer."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import querysets, rights
from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.text import search
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("offset", [-HOUR, HOUR])
@pytest.mark.parametrize("look", [None, -2 * HOUR, 2 * HOUR])
def test_visibility_is_one_rule_for_queryset_and_predicate(status, offset, look):
    now = timezone.now()
    story = ArticleFactory(status=status, published_at=now + offset)
    at = look and now + look

    assert Article.objects.published(at).filter(pk=story.pk).exists() == story.is_published(at)
    assert Article.objects.scheduled(at).filter(pk=story.pk).exists() == story.is_scheduled(at)


@pytest.mark.parametrize("expiry", [None, HOUR, 3 * HOUR])
@pytest.mark.parametrize("embargo", [None, -HOUR, HOUR / 2])
@pytest.mark.parametrize("look", [None, -2 * HOUR, 2 * HOUR, 4 * HOUR])
def test_published_story_is_scheduled_or_public_or_expired_and_only_one_of_them(expiry, embargo, look):
    now = timezone.now()
    story = ArticleFactory(
        live=True, published_at=now, embargo_until=embargo and now + embargo, expires_at=expiry and now + expiry
    )
    at = look and now + look

    stages = [name for name in ("scheduled", "published", "expired") if getattr(Article.objects, name)(at).exists()]

    assert stages == [story.stage(at)]
    assert [story.is_scheduled(at), story.is_published(at), story.is_expired(at)].count(True) == 1


def test_embargo_holds_a_story_whose_time_has_come():
    story = ArticleFactory(live=True, embargo_until=timezone.now() + HOUR)

    assert not Article.objects.published().exists()
    assert list(Article.objects.published(timezone.now() + 2 * HOUR)) == [story]


def test_expiry_is_the_first_moment_without_the_story():
    now = timezone.now()
    ArticleFactory(live=True, published_at=now, expires_at=now + HOUR)

    moments = [now, now + HOUR - timedelta(microseconds=1), now + HOUR]

    assert [Article.objects.published(at).exists() for at in moments] == [True, True, False]


@pytest.mark.parametrize("other", ["published_at", "embargo_until"])
def test_database_refuses_an_expiry_before_the_story_may_appear(other):
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleFactory(live=True, **{other: now, "expires_at": now})


def test_published_only_after_its_time():
    past = ArticleFactory(live=True, published_at=timezone.now() - HOUR)
    ArticleFactory(live=True, published_at=timezone.now() + HOUR)
    for status in set(Status) - {Status.PUBLISHED}:
        ArticleFactory(status=status, published_at=timezone.now() - HOUR)

    assert list(Article.objects.published()) == [past]


def test_every_story_is_either_in_the_bin_or_outside():
    for status in Status:
        ArticleFactory(status=status)

    inside, outside = Article.objects.in_bin(), Article.objects.outside_bin()

    assert {story.status for story in inside} == {Status.BINNED}
    assert {story.status for story in outside} == set(Status) - {Status.BINNED}


def _accounts(section):
    editor = UserFactory(roles=[roles.EDITOR])
    editor.sections_edited.add(section)
    people = [UserFactory(roles=[role]) for role in roles.ROLES]
    return [
        *people,
        editor,
        UserFactory(),
        UserFactory(is_superuser=True),
        UserFactory(is_active=False, roles=[roles.DESK_CHIEF]),
    ]


def test_desk_shows_in_lists_exactly_what_it_opens():
    section = SectionFactory()
    accounts = _accounts(section)
    reporter = accounts[0]
    pen_name = PenNameFactory(person=PersonFactory(account=reporter))
    stories = [
        ArticleFactory(section=section, status=status, created_by=creator, signed=signed)
        for status in Status
        for creator in (reporter, accounts[-1])
        for signed in ([], [pen_name])
    ] + [ArticleFactory() for _ in range(3)]

    for user in accounts:
        listed = set(Article.objects.for_desk(user))
        opened = {story for story in stories if rights.may_view(user, story)}
        assert listed == opened, user.username
        overseen = {story for story in stories if rights.oversees(user, story)}
        assert set(Article.objects.overseen_by(user)) == overseen, user.username
        written = {story for story in stories if rights.is_author(user, story)}
        assert set(Article.objects.written_by(user)) == written, user.username


def test_reporter_sees_own_and_signed_stories_of_any_pen_name_only(reporter):
    person = PersonFactory(account=reporter)
    created = ArticleFactory(created_by=reporter)
    signed = ArticleFactory(signed=[PenNameFactory(person=person)])
    signed_otherwise = ArticleFactory(signed=[PenNameFactory(person=person)])
    ArticleFactory(signed=[PenNameFactory()])

    assert set(Article.objects.for_desk(reporter)) == {created, signed, signed_otherwise}


def test_in_section_takes_the_children_in():
    parent = SectionFactory()
    child = SectionFactory(parent=parent)
    stories = {ArticleFactory(section=parent), ArticleFactory(section=child)}
    ArticleFactory()

    assert set(Article.objects.in_section(parent)) == stories


def test_tagged_and_by_find_a_story_once():
    tag, name = TagFactory(), PenNameFactory()
    story = ArticleFactory(tagged=[tag, TagFactory()], signed=[name, PenNameFactory()])

    assert list(Article.objects.tagged(tag)) == list(Article.objects.by(name)) == [story]


@pytest.mark.parametrize("typed", ["Đảng bộ", "đảng bộ", "dang bo", "ĐẢNG BỘ", "Đảng bộ", "Ðảng bộ"])
def test_search_is_blind_to_accents_case_and_composition(typed):
    story = ArticleFactory(title="Đảng bộ phường triển khai nghị quyết")

    assert list(Article.objects.search(search.parse(typed))) == [story]


def test_search_takes_both_ways_of_placing_a_tone_as_one_word():
    story = ArticleFactory(body="<p>Nhân dân hòa thuận, khỏe mạnh.</p>")

    assert list(Article.objects.search(search.parse("hoà thuận khoẻ"))) == [story]


def test_search_reads_title_before_body_and_no_markup():
    in_body = ArticleFactory(title="Chuyện làng", body='<p>Nghề <a href="/kinh-te/">cói</a> hồi sinh.</p>')
    in_title = ArticleFactory(title="Nghề cói Kim Sơn")

    assert list(Article.objects.search(search.parse("nghề cói"))) == [in_title, in_body]
    assert not Article.objects.search(search.parse("href")).exists()


def test_search_for_common_words_finds_the_newest_that_have_them(monkeypatch):
    monkeypatch.setattr(querysets, "COMMON", 2)
    monkeypatch.setattr(querysets, "MOST_RANKED", 3)
    now = timezone.now()
    hours = [ArticleFactory(live=True, body=f"<p>mưa {n}</p>", published_at=now - n * HOUR) for n in range(5)]
    rare = ArticleFactory(live=True, body="<p>mưa rào</p>", published_at=now - 9 * HOUR)

    assert list(Article.objects.published().search(search.parse("mưa"))) == hours[:3]
    assert list(Article.objects.published().search(search.parse("mưa rào"))) == [rare]
