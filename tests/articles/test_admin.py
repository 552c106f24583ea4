"""The desk's story form: nothing lost, nothing done twice."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from articles import actions
from articles.credits import Credits
from articles.models import Article
from articles.workflow import Status
from tests.articles.story_form import ADD, change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory, SectionFactory, TagFactory

pytestmark = pytest.mark.django_db


def test_reporter_drafts_with_byline_and_submits_in_one_go(client, reporter, section):
    client.force_login(reporter)
    name, tag = PenNameFactory(name="Đào Duy"), TagFactory()

    client.post(ADD, form(
        section=section.pk, title="Đảng bộ xã đổi mới", body="<p>Nội dung.</p>", bylines=[(name, "text_photo")],
        tags=[tag.pk], _move="submit", move_note="Xin đăng số sáng mai",
    ))  # fmt: skip

    story = Article.objects.get()
    assert (story.status, story.created_by, story.byline) == (Status.SUBMITTED, reporter, "Tin, ảnh: Đào Duy")
    assert list(story.tags.all()) == [tag]
    assert [(entry.move, entry.note) for entry in story.trail.order_by("pk")] == [
        ("created", ""),
        ("submit", "Xin đăng số sáng mai"),
    ]


def test_names_of_a_byline_keep_their_order_however_often_it_is_saved(client, reporter):
    names = [PenNameFactory(name="Mai Toan"), PenNameFactory(name="Đào Duy")]
    credits = Credits(tuple((name.pk, "text") for name in names))
    story = actions.create(Article(section=SectionFactory(), title="Nháp"), by=reporter, credits=credits)
    client.force_login(reporter)

    for number in (1, 2):
        html = client.get(change_url(story)).content.decode()
        places = {
            f"bylines-{row}-position": re.search(rf'name="bylines-{row}-position" value="(\d+)"', html)[1]
            for row in (0, 1)
        }
        typed = form(Article.objects.get(pk=story.pk), bylines=[(name, "text") for name in names], kicker=f"{number}")
        client.post(change_url(story), {**typed, **places})

    story.refresh_from_db()
    assert (story.kicker, story.byline) == ("2", "Mai Toan - Đào Duy")


@pytest.mark.parametrize("days", [-1, 1])
def test_taking_a_story_off_the_readers_way_is_not_the_button_that_leads(client, chief, days):
    story = ArticleFactory(status=Status.PUBLISHED, published_at=timezone.now() + timedelta(days=days))
    client.force_login(chief)

    html = client.get(change_url(story)).content.decode()

    assert 'name="_move"' in html
    assert re.findall(r'class="button default"\s+name="_move"\s+value="(\w+)"', html) == []


def test_publishing_is_the_button_that_leads(client, chief):
    story = ArticleFactory(status=Status.APPROVED)
    client.force_login(chief)

    html = client.get(change_url(story)).content.decode()

    assert re.findall(r'class="button default"\s+name="_move"\s+value="(\w+)"', html) == ["publish"]


def test_reporter_saves_a_draft_without_a_move(client, reporter, section):
    client.force_login(reporter)

    client.post(ADD, form(section=section.pk, title="Nháp", _save="1"))

    assert Article.objects.get().status == Status.DRAFT


def test_refused_form_comes_back_filled(client, reporter):
    client.force_login(reporter)

    response = client.post(ADD, form(title="", body="<p>Cả buổi chiều gõ.</p>", standfirst="Tóm tắt", _save="1"))

    html = response.content.decode()
    assert response.status_code == 200
    assert "Cả buổi chiều gõ." in html
    assert "Tóm tắt" in html
    assert not Article.objects.exists()


def test_sending_back_without_a_note_saves_nothing_and_keeps_what_was_typed(client, editor, section):
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
    client.force_login(editor)

    response = client.post(change_url(story), form(story, title="Tiêu đề sửa dở", _move="send_back"))

    assert response.status_code == 200
    assert "Tiêu đề sửa dở" in response.content.decode()
    stored = Article.objects.get(pk=story.pk)
    assert (stored.status, stored.title) == (Status.SUBMITTED, story.title)


def test_reporter_sees_the_note_with_which_a_story_came_back(client, editor, reporter, section):
    story = ArticleFactory(section=section, status=Status.SUBMITTED, created_by=reporter)
    client.force_login(editor)
    client.post(change_url(story), form(story, _move="send_back", move_note="Cần thêm ý kiến người dân"))

    client.force_login(reporter)
    html = client.get(change_url(story)).content.decode()

    assert html.count("Cần thêm ý kiến người dân") == 2  # above the form, and on the trail


def test_editor_publishes_at_a_time_in_the_papers_time_zone(client, editor, section):
    story = ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN")
    at = localtime(timezone.now() + timedelta(hours=5)).replace(second=0, microsecond=0)
    client.force_login(editor)

    client.post(change_url(story), form(story, source="TTXVN", _move="publish", move_at=f"{at:%Y-%m-%dT%H:%M}"))

    stored = Article.objects.get(pk=story.pk)
    assert (stored.status, stored.published_at) == (Status.PUBLISHED, at)


def test_broken_time_comes_back_with_the_form(client, editor, section):
    story = ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN")
    client.force_login(editor)

    response = client.post(change_url(story), form(story, source="TTXVN", _move="publish", move_at="ngày mai"))

    assert response.status_code == 200
    assert Article.objects.get(pk=story.pk).status == Status.APPROVED


def test_second_press_is_told_and_moves_nothing(client, editor, section):
    story = ArticleFactory(section=section, status=Status.SUBMITTED, source="TTXVN")
    client.force_login(editor)
    client.post(change_url(story), form(story, _move="approve"))

    response = client.post(change_url(story), form(story, _move="approve"))

    assert story.trail.count() == 1
    assert "Không thể “Duyệt”" in response.content.decode()


def test_chief_withdraws_and_republishes_a_story_that_is_closed_to_writing(client, chief):
    story = ArticleFactory(live=True, source="TTXVN")
    client.force_login(chief)

    client.post(change_url(story), form(story, source="TTXVN", _move="withdraw", move_note="Sai số liệu"))
    assert Article.objects.get(pk=story.pk).status == Status.WITHDRAWN
    move = reverse("admin:articles_article_move", args=[story.pk])
    client.post(move, {"_move": "republish"})
    assert Article.objects.get(pk=story.pk).status == Status.WITHDRAWN  # no note
    client.post(move, {"_move": "republish", "move_note": "Số liệu đúng"})
    assert Article.objects.get(pk=story.pk).status == Status.PUBLISHED


def test_note_of_a_refused_move_is_given_back(client, chief):
    story = ArticleFactory(live=True, source="TTXVN")
    client.force_login(chief)
    move = reverse("admin:articles_article_move", args=[story.pk])

    page = client.post(move, {"_move": "republish", "move_note": "Đã kiểm lại số liệu"}, follow=True)

    assert "Đã kiểm lại số liệu" in page.content.decode()


def test_text_typed_while_the_story_moved_on_is_given_back(client, reporter):
    story = ArticleFactory(created_by=reporter)
    opened = form(story, body="<p>Gõ suốt một giờ.</p>", _save="1")
    Article.objects.filter(pk=story.pk).update(status=Status.SUBMITTED)
    client.force_login(reporter)

    response = client.post(change_url(story), opened)

    assert response.status_code == 403
    assert "Gõ suốt một giờ." in response.content.decode()


def test_change_of_bylines_alone_is_on_the_trail(client, editor, section):
    story = ArticleFactory(section=section, live=True, source="TTXVN")
    client.force_login(editor)

    client.post(change_url(story), form(story, bylines=[(PenNameFactory(), "text")], _save="1"))

    assert [entry.move for entry in story.trail.all()] == ["edited"]


def test_published_story_keeps_a_byline_or_a_source(client, editor, section):
    story = ArticleFactory(section=section, live=True, source="TTXVN")
    client.force_login(editor)

    response = client.post(change_url(story), form(story, source="", _save="1"))

    assert response.status_code == 200
    assert Article.objects.get(pk=story.pk).source == "TTXVN"


@pytest.mark.parametrize("count", [1, 3])
def test_form_asks_a_constant_number_of_queries(client, editor, section, django_assert_num_queries, count):
    story = ArticleFactory(
        section=section, status=Status.SUBMITTED, signed=PenNameFactory.create_batch(count),
        tagged=TagFactory.create_batch(count),
    )  # fmt: skip
    client.force_login(editor)
    client.get(change_url(story))

    with django_assert_num_queries(20 + count):  # the autocomplete of each byline reads its own name
        client.get(change_url(story))


def test_refused_move_saves_nothing_and_keeps_note_and_time(client, editor, section):
    story = ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN")
    client.force_login(editor)

    response = client.post(
        change_url(story),
        form(story, title="Sửa dở", _move="publish", move_note="Đăng giúp", move_at="2020-01-01T10:00"),
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert all(kept in html for kept in ("Sửa dở", "Đăng giúp", "2020-01-01T10:00"))
    assert Article.objects.get(pk=story.pk).title == story.title


def test_move_from_a_stale_form_saves_nothing(client, editor, section):
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
    stale = form(story, title="Bản cũ", _move="approve")
    client.force_login(editor)
    client.post(change_url(story), form(story, title="Bản mới", _save="1"))

    for _press in range(2):
        assert client.post(change_url(story), stale).status_code == 200

    stored = Article.objects.get(pk=story.pk)
    assert (stored.title, stored.status) == ("Bản mới", Status.SUBMITTED)


def test_text_posted_after_the_sign_in_ran_out_is_given_back(client, reporter):
    response = client.post(ADD, form(title="Tin", body="<p>Gõ suốt một giờ đồng hồ.</p>", _save="1"))

    assert response.status_code == 403
    assert "Gõ suốt một giờ đồng hồ." in response.content.decode()


def test_submitting_without_text_saves_nothing_and_keeps_the_note(client, reporter, section):
    client.force_login(reporter)

    response = client.post(ADD, form(section=section.pk, title="Chưa có chữ", _move="submit", move_note="Xin đăng sớm"))

    html = response.content.decode()
    assert response.status_code == 200
    assert all(kept in html for kept in ("Bài chưa có nội dung.", "Chưa có chữ", "Xin đăng sớm"))
    assert not Article.objects.exists()


def test_publishing_without_byline_and_source_saves_nothing(client, editor, section):
    story = ArticleFactory(section=section, status=Status.APPROVED)
    client.force_login(editor)

    response = client.post(change_url(story), form(story, title="Sửa dở", _move="publish"))

    assert response.status_code == 200
    assert "chưa có tên tác giả" in response.content.decode()
    stored = Article.objects.get(pk=story.pk)
    assert (stored.title, stored.status) == (story.title, Status.APPROVED)
