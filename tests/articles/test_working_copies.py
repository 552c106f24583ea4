"""A published story is changed on a copy: readers see no letter of it until it is published, and then all of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles import actions, revisions, timing, working_copies
from articles.approval import ChangedError
from articles.credits import Credits
from articles.models import Article, Checklist
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.pages.clock import database_now
from tests.articles.test_revisions import posted
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter():
    return UserFactory(roles=[roles.REPORTER], last_name="Trần", first_name="Mai")


@pytest.fixture
def chief():
    return UserFactory(roles=[roles.DESK_CHIEF], last_name="Lê", first_name="Bình")


@pytest.fixture
def live(reporter):
    name = PenNameFactory(name="Đào Duy", person=PersonFactory(account=reporter))
    facts = {"title": "Đê sụt", "body": "<p>Đê dài ba cây số.</p>\n<p>Nước rút.</p>", "signed": [name]}
    return ArticleFactory(live=True, published_at=database_now() - timedelta(hours=2), **facts)


@pytest.fixture
def copy(live, reporter):
    return working_copies.start(live, by=reporter)


def write(article, by, *, credits=None, **fields):
    article = Article.objects.get(pk=article.pk)
    for name, value in fields.items():
        setattr(article, name, value)
    return actions.edit(article, by=by, credits=credits)


def approved(copy, reporter, chief):
    actions.submit(copy, by=reporter)
    return actions.approve(copy, by=chief)


def page_of(client, live):
    return client.get(live.get_absolute_url()).content.decode()


def test_copy_holds_the_whole_story_and_readers_see_nothing_of_it(client, live, copy, reporter):
    write(copy, reporter, title="Đê sụt ba điểm")

    assert Credits.of(copy) == Credits.of(live)
    assert "Đê sụt ba điểm" not in page_of(client, live)
    assert list(Article.objects.published()) == [live]
    assert client.get(copy.get_absolute_url().replace(f"-{live.pk}/", f"-{copy.pk}/")).status_code == 404


def test_reporter_changes_a_published_story_under_review(client, live, copy, reporter, chief):
    name, tag, photo = PenNameFactory(name="Hương Lan"), TagFactory(), PhotoFactory()
    credits = Credits(((name.pk, "photo"),), frozenset([tag.pk]))
    write(copy, reporter, title="Đê sụt ba điểm", lead_photo=photo, credits=credits)
    approved(copy, reporter, chief)
    assert "Đê sụt ba điểm" not in page_of(client, live)

    actions.publish(copy, by=chief)

    live.refresh_from_db()
    assert (live.title, live.lead_photo, live.status) == ("Đê sụt ba điểm", photo, Status.PUBLISHED)
    assert Credits.of(live) == credits
    assert "Hương Lan" in page_of(client, live)
    assert [revision.content["title"] for revision in live.revisions.all()] == ["Đê sụt ba điểm", "Đê sụt"]
    assert [entry.move for entry in live.trail.all()] == ["changed", "proposed"]
    assert list(Article.objects.published()) == [live]


def test_address_and_first_time_of_publication_stay(live, copy, reporter, chief):
    before = (live.get_absolute_url(), live.published_at)
    write(copy, reporter, title="Tít hoàn toàn khác")

    actions.publish(approved(copy, reporter, chief), by=chief)

    live.refresh_from_db()
    assert (live.get_absolute_url(), live.published_at) == before


@pytest.mark.parametrize("substantial", [True, False])
def test_readers_are_told_the_time_of_a_substantial_change_only(client, live, copy, reporter, chief, substantial):
    write(copy, reporter, title="Đê sụt ba điểm")
    ready = approved(copy, reporter, chief)
    ready.is_substantial = substantial

    actions.publish(ready, by=chief)

    live.refresh_from_db()
    assert bool(live.updated_at) == substantial
    assert ("cập nhật" in page_of(client, live)) == substantial


def test_change_before_a_story_appeared_is_no_update_to_readers(chief):
    story = ArticleFactory(live=True, published_at=database_now() + timedelta(days=1), signed=[PenNameFactory()])

    assert write(story, chief, title="Đê sụt hai điểm", is_substantial=True).updated_at is None


def test_change_at_a_time_waits_for_it(live, copy, reporter, chief):
    write(copy, reporter, title="Đê sụt ba điểm")
    actions.publish(approved(copy, reporter, chief), by=chief, at=database_now() + timedelta(hours=1))

    assert not Article.objects.due_changes().exists()
    Article.objects.filter(pk=copy.pk).update(published_at=database_now() - timedelta(seconds=1))
    assert list(Article.objects.due_changes()) == [copy]
    live.refresh_from_db()
    assert live.title == "Đê sụt"


def test_expiry_is_the_published_storys_and_not_the_copys(client, live, copy, chief):
    with pytest.raises(ValidationError):
        timing.set_expiry(copy, at=database_now() + timedelta(days=1), by=chief)

    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_change", args=[copy.pk]))
    assert list(page.context["times"].fields) == ["embargo_until"]


def test_story_has_one_open_copy_and_another_after_it_was_published(live, copy, reporter, chief):
    with pytest.raises(ValidationError, match="Trần Mai"):
        working_copies.start(live, by=chief)
    write(copy, reporter, title="Đê sụt ba điểm")
    actions.publish(approved(copy, reporter, chief), by=chief)

    assert working_copies.start(live, by=chief).base_version == 2


def test_copy_in_the_bin_is_not_restored_beside_another(live, copy, reporter, chief):
    actions.move_to_bin(copy, by=reporter)
    working_copies.start(live, by=chief)

    with pytest.raises(ValidationError, match="Lê Bình"):
        actions.restore(copy, by=reporter)


def test_copy_that_was_published_is_closed_and_leaves_the_desks_lists(live, copy, reporter, chief):
    write(copy, reporter, title="Đê sụt ba điểm")
    actions.publish(approved(copy, reporter, chief), by=chief)

    with pytest.raises(PermissionDenied):
        write(copy, chief, title="Nữa")
    assert actions.open_moves(Article.objects.get(pk=copy.pk), chief) == []
    assert list(Article.objects.outside_bin()) == [live]


def test_minor_fix_of_an_editor_holds_the_copy_up_until_it_is_brought_in(live, copy, reporter, chief):
    write(copy, reporter, body="<p>Đê dài ba cây số.</p>\n<p>Nước rút chậm.</p>")
    ready = approved(copy, reporter, chief)
    write(live, chief, body="<p>Đê dài bốn cây số.</p>\n<p>Nước rút.</p>", title="Đê sụt, đã sửa")
    with pytest.raises(ValidationError, match="sau khi bản sửa này bắt đầu"):
        actions.publish(ready, by=chief)

    working_copies.bring_in(ready, by=chief)

    ready.refresh_from_db()
    assert ready.body == "<p>Đê dài bốn cây số.</p>\n<p>Nước rút chậm.</p>"
    with pytest.raises(ChangedError):
        actions.publish(ready, by=chief)
    actions.publish(ready, by=chief, read=ready.revisions.first().digest)
    live.refresh_from_db()
    assert (live.title, live.body) == ("Đê sụt, đã sửa", ready.body)


def test_bringing_in_keeps_both_texts_of_one_paragraph(live, copy, reporter, chief):
    write(copy, reporter, body="<p>Đê dài năm cây số.</p>\n<p>Nước rút.</p>")
    write(live, chief, body="<p>Đê dài bốn cây số.</p>\n<p>Nước rút.</p>")

    working_copies.bring_in(copy, by=reporter)

    copy.refresh_from_db()
    assert copy.body == "<p>Đê dài bốn cây số.</p>\n<p>Đê dài năm cây số.</p>\n<p>Nước rút.</p>"


def test_copy_of_a_story_that_was_withdrawn_is_not_published(live, copy, reporter, chief):
    ready = approved(copy, reporter, chief)
    actions.withdraw(live, by=chief, note="Sai")

    with pytest.raises(ValidationError):
        actions.publish(ready, by=chief)


@pytest.mark.parametrize("name", ["withdraw", "republish"])
def test_copy_is_no_story_to_withdraw(copy, chief, name):
    Article.objects.filter(pk=copy.pk).update(status=Status.PUBLISHED, published_at=database_now())

    with pytest.raises(ValidationError):
        actions.move(name, copy, by=chief, note="Vì sao")


def test_only_who_may_see_a_published_story_begins_a_copy(live, reporter):
    with pytest.raises(PermissionDenied):
        working_copies.start(live, by=UserFactory(roles=[roles.REPORTER]))
    with pytest.raises(ValidationError):
        working_copies.start(ArticleFactory(created_by=reporter), by=reporter)


@pytest.fixture
def elsewhere(live):
    """An editor of another section, who wrote the story."""
    editor = UserFactory(roles=[roles.EDITOR])
    editor.sections_edited.add(SectionFactory())
    Article.objects.filter(pk=live.pk).update(created_by=editor)
    return editor


def test_copy_takes_the_story_to_no_section_behind_the_back_of_its_editors(live, elsewhere):
    copy = working_copies.start(live, by=elsewhere)

    with pytest.raises(working_copies.SectionError):
        write(copy, elsewhere, section=elsewhere.sections_edited.get())


def test_copy_begun_from_what_was_typed_obeys_the_same_rule(live, elsewhere):
    typed = {**revisions.content_of(live, Credits.of(live)), "section_id": elsewhere.sections_edited.get().pk}

    with pytest.raises(working_copies.SectionError):
        working_copies.start(live, by=elsewhere, content=typed)


def test_chief_takes_the_story_to_another_section(live, chief):
    copy, other = working_copies.start(live, by=chief), SectionFactory()

    assert write(copy, chief, section=other).section == other


@pytest.mark.parametrize("name", ["send_back", "approve", "publish"])
def test_copy_meant_for_another_section_is_moved_only_by_who_oversees_the_story(live, elsewhere, chief, name):
    copy = working_copies.start(live, by=chief)
    write(copy, chief, section=elsewhere.sections_edited.get())
    actions.submit(copy, by=chief)
    if name == "publish":
        actions.approve(copy, by=chief)

    with pytest.raises(PermissionDenied):
        actions.move(name, copy, by=elsewhere, note="Vì sao")
    assert actions.open_moves(Article.objects.get(pk=copy.pk), elsewhere) == []


# -- what was approved is what is published --------------------------------------------------------------------------


def test_story_changed_after_its_approval_is_not_published_unread(reporter, chief):
    story = ArticleFactory(status=Status.SUBMITTED, source="TTXVN")
    actions.approve(story, by=chief)
    write(story, chief, title="Sửa sau khi duyệt")

    with pytest.raises(ChangedError):
        actions.publish(story, by=chief)

    assert actions.publish(story, by=chief, read=story.revisions.first().digest).status == Status.PUBLISHED


def test_digest_of_another_text_does_not_open_the_way(reporter, chief):
    story = ArticleFactory(status=Status.SUBMITTED, source="TTXVN")
    actions.approve(story, by=chief)
    write(story, chief, title="Lần một")
    read = story.revisions.first().digest
    write(story, chief, title="Lần hai")

    with pytest.raises(ChangedError):
        actions.publish(story, by=chief, read=read)


def test_panel_says_that_the_story_changed_and_shows_what(client, chief):
    story = ArticleFactory(status=Status.SUBMITTED, source="TTXVN")
    actions.approve(story, by=chief)
    write(story, chief, title="Sửa sau khi duyệt")
    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_change", args=[story.pk]))

    assert page.context["approved"].number == 1
    assert f'?from={page.context["approved"].number}"' in page.content.decode()
    client.post(reverse("admin:articles_article_move", args=[story.pk]), {"_move": "publish"})
    assert Article.objects.get(pk=story.pk).status == Status.APPROVED
    read = {"_move": "publish", "read": page.context["read"]}
    client.post(reverse("admin:articles_article_move", args=[story.pk]), read)
    assert Article.objects.get(pk=story.pk).status == Status.PUBLISHED


# -- the desk --------------------------------------------------------------------------------------------------------


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_reporter_begins_a_copy_from_the_published_story(client, live, reporter):
    client.force_login(reporter)
    assert "working-copy/" in client.get(change(live)).content.decode()

    response = client.post(reverse("admin:articles_article_start_copy", args=[live.pk]))

    [copy] = live.working_copies.all()
    assert response.url == change(copy)
    assert client.get(change(copy)).status_code == 200
    again = client.post(reverse("admin:articles_article_start_copy", args=[live.pk]))
    assert again.url == change(copy)


def test_editor_keeps_what_was_typed_on_the_live_story_as_a_copy(client, live, chief):
    client.force_login(chief)
    line = live.bylines.get()
    typed = posted(live, live.version, [(line.pk, line.pen_name, line.role)], title="Chờ đọc lại", _copy="1")

    response = client.post(change(live), typed)

    [copy] = live.working_copies.all()
    assert (response.url, copy.title) == (change(copy), "Chờ đọc lại")
    live.refresh_from_db()
    assert (live.title, live.version) == ("Đê sụt", 1)


def test_editor_mends_a_published_story_in_one_go(client, live, chief):
    client.force_login(chief)
    line = live.bylines.get()

    client.post(change(live), posted(live, live.version, [(line.pk, line.pen_name, line.role)], title="Đã sửa lỗi"))

    assert "Đã sửa lỗi" in page_of(client, live)
    live.refresh_from_db()
    assert live.updated_at is None


def test_approver_sees_what_the_copy_changes(client, live, copy, reporter, chief):
    write(copy, reporter, title="Đê sụt ba điểm")
    client.force_login(chief)

    page = client.get(reverse("admin:articles_article_against_live", args=[copy.pk])).content.decode()

    assert "<ins>ba điểm</ins>" in page
    assert client.get(reverse("admin:articles_article_against_live", args=[live.pk])).status_code == 404


def test_copy_says_that_the_story_changed_and_brings_it_in(client, live, copy, chief):
    write(live, chief, standfirst="Sapo mới.")
    client.force_login(chief)
    assert client.get(change(copy)).context["is_behind"]

    client.post(reverse("admin:articles_article_bring_in", args=[copy.pk]))

    copy.refresh_from_db()
    assert (copy.standfirst, copy.base_version) == ("Sapo mới.", 2)
    assert not client.get(change(copy)).context["is_behind"]


# -- four eyes -------------------------------------------------------------------------------------------------------


@pytest.fixture
def four_eyes():
    Checklist.objects.create(pk=Checklist.ONLY, blocking=[], four_eyes=True)


@pytest.mark.usefixtures("four_eyes")
def test_nobody_publishes_a_text_that_they_changed_last(chief):
    other = UserFactory(roles=[roles.DESK_CHIEF])
    story = ArticleFactory(status=Status.SUBMITTED, source="TTXVN")
    write(story, chief, title="Sửa của thư ký")
    actions.approve(story, by=chief)

    with pytest.raises(ValidationError, match="người khác"):
        actions.publish(story, by=chief)

    assert actions.publish(story, by=other).status == Status.PUBLISHED


@pytest.mark.usefixtures("four_eyes")
def test_change_of_a_published_story_wants_other_eyes_too(live, chief):
    with pytest.raises(ValidationError, match="người khác"):
        write(live, chief, title="Sửa thẳng")

    copy = working_copies.start(live, by=chief)
    write(copy, chief, title="Qua bản sửa")
    with pytest.raises(ValidationError, match="người khác"):
        actions.publish(approved(copy, chief, chief), by=chief)
    actions.publish(copy, by=UserFactory(roles=[roles.DESK_CHIEF]))
    assert Article.objects.get(pk=live.pk).title == "Qua bản sửa"
