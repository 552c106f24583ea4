"""The verbs: who may, from which state, with what trail, heard by whom, and what two at once do."""

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles import actions, signals
from articles.models import Article, Byline, TrailEntry
from articles.workflow import TRANSITIONS, Status
from newsroom.desk import roles
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db


def story_in(status, **facts):
    return ArticleFactory(status=status, signed=[PenNameFactory()], **facts)


def test_whole_path_leaves_its_trail(section, reporter, editor, chief):
    story = ArticleFactory(section=section, created_by=reporter, source="TTXVN")

    actions.submit(story, by=reporter, note="Xin duyệt sớm")
    actions.send_back(story, by=editor, note="Thiếu số liệu")
    actions.submit(story, by=reporter)
    actions.approve(story, by=editor)
    actions.publish(story, by=editor)
    actions.withdraw(story, by=chief, note="Sai tên nhân vật")
    actions.republish(story, by=chief, note="Đã xác minh lại")

    trail = [(e.move, e.from_status, e.to_status, e.by, e.note) for e in story.trail.order_by("pk")]
    assert trail == [
        ("submit", "draft", "submitted", reporter, "Xin duyệt sớm"),
        ("send_back", "submitted", "sent_back", editor, "Thiếu số liệu"),
        ("submit", "sent_back", "submitted", reporter, ""),
        ("approve", "submitted", "approved", editor, ""),
        ("publish", "approved", "published", editor, ""),
        ("withdraw", "published", "withdrawn", chief, "Sai tên nhân vật"),
        ("republish", "withdrawn", "published", chief, "Đã xác minh lại"),
    ]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("name", TRANSITIONS)
def test_move_from_a_state_outside_the_table_is_refused(name, status, chief):
    transition = TRANSITIONS[name]
    past_or_future = timedelta(hours=1 if transition.while_scheduled else -1)
    story = story_in(status, published_at=timezone.now() + past_or_future)

    if status in transition.sources:
        moved = actions.move(name, story, by=chief, note="Vì lý do biên tập")
        assert moved.status == transition.target
    else:
        with pytest.raises(ValidationError):
            actions.move(name, story, by=chief, note="Vì lý do biên tập")
        assert Article.objects.get(pk=story.pk).status == status


@pytest.mark.parametrize("name", [name for name, move in TRANSITIONS.items() if move.note_required])
def test_move_that_needs_a_note_is_refused_without(name, chief):
    transition = TRANSITIONS[name]
    story = story_in(transition.sources[0])

    with pytest.raises(ValidationError):
        actions.move(name, story, by=chief, note="  \n ")

    assert Article.objects.get(pk=story.pk).status == transition.sources[0]
    assert not story.trail.exists()


ALLOWED = {
    "submit": {"author", "editor", "chief"},
    "send_back": {"editor", "chief"},
    "approve": {"editor", "chief"},
    "publish": {"editor", "chief"},
    "unschedule": {"editor", "chief"},
    "withdraw": {"chief"},
    "republish": {"chief"},
    "bin": {"author", "editor", "chief"},
    "restore": {"author", "editor", "chief"},
}


@pytest.mark.parametrize("who", ["author", "other_reporter", "editor", "other_editor", "chief", "administrator"])
@pytest.mark.parametrize("name", TRANSITIONS)
def test_move_is_open_to_these_and_no_others(name, who, section, reporter, editor, chief, administrator):
    other_editor = UserFactory(roles=[roles.EDITOR])
    other_editor.sections_edited.add(SectionFactory())
    people = {
        "author": reporter,
        "other_reporter": UserFactory(roles=[roles.REPORTER]),
        "editor": editor,
        "other_editor": other_editor,
        "chief": chief,
        "administrator": administrator,
    }
    transition = TRANSITIONS[name]
    ahead = timedelta(hours=1 if transition.while_scheduled else -1)
    story = story_in(transition.sources[0], section=section, created_by=reporter, published_at=timezone.now() + ahead)

    if who in ALLOWED[name]:
        assert actions.move(name, story, by=people[who], note="Ghi chú").status == transition.target
    else:
        with pytest.raises(PermissionDenied):
            actions.move(name, story, by=people[who], note="Ghi chú")
        assert not story.trail.exists()


def test_publish_takes_the_database_clock(editor, section):
    story = story_in(Status.APPROVED, section=section)

    actions.publish(story, by=editor)

    assert Article.objects.published().get() == story


def test_publish_at_a_future_time_hides_the_story_until_then(editor, section):
    story = story_in(Status.APPROVED, section=section)
    at = timezone.now() + timedelta(hours=3)

    actions.publish(story, by=editor, at=at)

    assert not Article.objects.published().exists()
    assert Article.objects.scheduled().get() == story
    assert Article.objects.published(at=at).get() == story


def test_publish_at_a_time_long_past_is_refused(editor, section):
    story = story_in(Status.APPROVED, section=section)

    with pytest.raises(ValidationError):
        actions.publish(story, by=editor, at=timezone.now() - timedelta(minutes=5))


def test_publish_without_byline_and_source_is_refused(editor, section):
    story = ArticleFactory(status=Status.APPROVED, section=section)

    with pytest.raises(ValidationError):
        actions.publish(story, by=editor)


def test_submit_without_text_is_refused(reporter):
    story = ArticleFactory(created_by=reporter, body="<p> </p>")

    with pytest.raises(ValidationError):
        actions.submit(story, by=reporter)


def test_unscheduled_story_is_approved_and_its_address_may_still_change(editor, section):
    story = story_in(Status.APPROVED, section=section)
    actions.publish(story, by=editor, at=timezone.now() + timedelta(hours=3))

    moved = actions.unschedule(story, by=editor)

    assert (moved.status, moved.published_at, moved.address_is_fixed) == (Status.APPROVED, None, False)


def test_scheduled_story_cannot_be_withdrawn_nor_a_public_one_unscheduled(chief):
    scheduled = story_in(Status.PUBLISHED, published_at=timezone.now() + timedelta(hours=1))
    public = story_in(Status.PUBLISHED)

    with pytest.raises(ValidationError):
        actions.withdraw(scheduled, by=chief, note="Nhầm")
    with pytest.raises(ValidationError):
        actions.unschedule(public, by=chief)


def test_republished_story_keeps_its_first_time(chief):
    story = story_in(Status.WITHDRAWN)

    moved = actions.republish(story, by=chief, note="Đã xác minh")

    assert moved.published_at == story.published_at


def test_create_makes_a_draft_of_the_account_with_trail(reporter, section):
    story = actions.create(Article(section=section, title="Đường mới ở xã", status=Status.PUBLISHED), by=reporter)

    assert (story.status, story.created_by, story.slug) == (Status.DRAFT, reporter, "duong-moi-o-xa")
    assert [entry.move for entry in story.trail.all()] == ["created"]


def test_create_without_the_right_is_refused(administrator, section):
    with pytest.raises(PermissionDenied):
        actions.create(Article(section=section, title="Tin"), by=administrator)


EDITABLE_BY_AUTHOR = {Status.DRAFT, Status.SENT_BACK}


@pytest.mark.parametrize("status", Status)
def test_edit_is_open_to_the_author_only_while_draft_or_sent_back(status, reporter):
    story = story_in(status, created_by=reporter)
    story.title = "Tiêu đề mới"

    if status in EDITABLE_BY_AUTHOR:
        actions.edit(story, by=reporter)
        assert Article.objects.get(pk=story.pk).title == "Tiêu đề mới"
    else:
        with pytest.raises(PermissionDenied):
            actions.edit(story, by=reporter)
        assert Article.objects.get(pk=story.pk).title != "Tiêu đề mới"


@pytest.mark.parametrize("status", Status)
def test_edit_is_open_to_the_editor_of_the_section_in_every_state_but_two(status, editor, section):
    story = story_in(status, section=section)

    if status in (Status.WITHDRAWN, Status.BINNED):
        with pytest.raises(PermissionDenied):
            actions.edit(story, by=editor)
    else:
        actions.edit(story, by=editor)


def test_edit_is_open_to_who_stands_in_the_byline(reporter):
    pen_name = PenNameFactory(person=PersonFactory(account=reporter))
    story = ArticleFactory(signed=[pen_name])

    actions.edit(story, by=reporter)


def test_edit_writes_text_and_nothing_else(reporter, section):
    story = ArticleFactory(created_by=reporter)
    story.status, story.published_at = Status.PUBLISHED, timezone.now()

    actions.edit(story, by=reporter)

    stored = Article.objects.get(pk=story.pk)
    assert (stored.status, stored.published_at) == (Status.DRAFT, None)


def test_edit_of_a_published_story_is_on_the_trail_and_keeps_its_address(editor, section):
    story = story_in(Status.PUBLISHED, section=section, slug="dia-chi-cu")
    story.slug, story.title = "dia-chi-moi", "Tiêu đề mới"

    actions.edit(story, by=editor)

    assert [(entry.move, entry.by) for entry in story.trail.all()] == [("edited", editor)]
    assert Article.objects.get(pk=story.pk).slug == "dia-chi-cu"


def test_move_tells_after_commit_and_not_when_rolled_back(django_capture_on_commit_callbacks, editor, section):
    heard = []

    def listen(sender, article, transition, by, **kwargs):
        heard.append((article.status, transition.name, by))

    signals.article_moved.connect(listen)
    story = story_in(Status.SUBMITTED, section=section)

    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(RuntimeError), transaction.atomic():
            actions.approve(story, by=editor)
            raise RuntimeError
        assert heard == []
        actions.approve(story, by=editor)
    signals.article_moved.disconnect(listen)

    assert heard == [(Status.APPROVED, "approve", editor)]


def test_trail_refuses_to_be_rewritten(editor, section):
    actions.approve(story_in(Status.SUBMITTED, section=section), by=editor)

    with pytest.raises(IntegrityError), transaction.atomic():
        TrailEntry.objects.update(note="không có gì")
    with pytest.raises(IntegrityError), transaction.atomic():
        TrailEntry.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_make_one_move():
    section = SectionFactory()
    chiefs = [UserFactory(roles=[roles.DESK_CHIEF]) for _ in range(2)]
    story = story_in(Status.SUBMITTED, section=section)
    ready, outcomes = threading.Barrier(2), []

    def press(user):
        ready.wait()
        try:
            actions.approve(story, by=user)
            outcomes.append("moved")
        except ValidationError:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[user]) for user in chiefs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["moved", "told"]
    assert story.trail.count() == 1


def test_byline_stands_once_per_role(section):
    story = ArticleFactory(section=section)
    name = PenNameFactory()
    Byline.objects.create(article=story, pen_name=name, role="text")

    with pytest.raises(IntegrityError), transaction.atomic():
        Byline.objects.create(article=story, pen_name=name, role="text")


def test_edit_in_the_editors_hands_is_on_the_trail_and_one_that_changes_nothing_is_not(editor, section):
    story = story_in(Status.APPROVED, section=section)

    actions.edit(story, by=editor)
    assert not story.trail.exists()
    story.title = "Tiêu đề mới"
    actions.edit(story, by=editor)

    assert [entry.move for entry in story.trail.all()] == ["edited"]


def test_edit_cannot_empty_what_readers_see(editor, section):
    story = story_in(Status.PUBLISHED, section=section)
    story.body = "<p> </p>"

    with pytest.raises(ValidationError, match="chưa có nội dung"):
        actions.edit(story, by=editor)


def test_edit_cannot_push_a_published_story_into_a_section_of_others(editor, section):
    story = story_in(Status.PUBLISHED, section=section)
    story.section = SectionFactory()

    with pytest.raises(ValidationError, match="chuyên mục bạn phụ trách"):
        actions.edit(story, by=editor)


def test_edit_of_a_published_story_is_told_after_commit(django_capture_on_commit_callbacks, editor, section):
    heard = []

    def listen(sender, article, by, **kwargs):
        heard.append((article.title, by))

    signals.article_edited.connect(listen)
    story = story_in(Status.PUBLISHED, section=section)
    story.title = "Tiêu đề mới"

    with django_capture_on_commit_callbacks(execute=True):
        actions.edit(story, by=editor)
    signals.article_edited.disconnect(listen)

    assert heard == [("Tiêu đề mới", editor)]


def test_publish_at_the_minute_just_past_is_publishing_now(editor, section):
    story = story_in(Status.APPROVED, section=section)
    before = timezone.now()

    moved = actions.publish(story, by=editor, at=before - timedelta(minutes=1))

    assert moved.published_at > before - timedelta(seconds=5)
