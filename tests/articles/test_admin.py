"""The desk's story form and list: the right people, the right buttons, nothing lost, nothing done twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from articles.models import Article, Byline
from articles.workflow import Status
from newsroom.desk import roles
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_article_changelist")
ADD = reverse("admin:articles_article_add")


def change_url(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def form(story=None, bylines=(), **typed):
    """What the browser posts from the story form."""
    data = {
        "section": story.section_id if story else "",
        "genre": "tin",
        "kicker": "",
        "title": story.title if story else "",
        "slug": story.slug if story else "",
        "standfirst": story.standfirst if story else "",
        "body": story.body if story else "",
        "lead_photo": "",
        "lead_caption": "",
        "lead_credit": "",
        "lead_alt": "",
        "source": story.source if story else "",
        "seen": story.version if story else "",
        "bylines-TOTAL_FORMS": len(bylines),
        "bylines-INITIAL_FORMS": 0,
        **typed,
    }
    for index, (name, role) in enumerate(bylines):
        data |= {
            f"bylines-{index}-pen_name": name.pk,
            f"bylines-{index}-role": role,
            f"bylines-{index}-position": index,
        }
    return data


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
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
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


def test_others_story_is_403_on_every_path_and_stays_as_it_was(client, reporter):
    story = ArticleFactory(status=Status.SUBMITTED)
    client.force_login(reporter)
    paths = ["change", "delete", "history", "move"]

    for name in paths:
        url = reverse(f"admin:articles_article_{name}", args=[story.pk])
        assert client.post(url, form(story, title="Chiếm đoạt", _move="approve")).status_code == 403, name
        if name != "move":
            assert client.get(url).status_code == 403, name
    for action in ("approve_selected", "publish_selected", "bin_selected", "restore_selected"):
        assert client.post(LIST, {"action": action, "_selected_action": [story.pk]}).status_code == 403, action

    stored = Article.objects.get(pk=story.pk)
    assert (stored.title, stored.status, stored.trail.count()) == (story.title, Status.SUBMITTED, 0)


def test_reporter_cannot_move_beyond_submitting_by_a_handmade_form(client, reporter):
    story = ArticleFactory(created_by=reporter, source="TTXVN")
    client.force_login(reporter)

    for move in ("approve", "publish", "withdraw", "republish"):
        response = client.post(change_url(story), form(story, _move=move, move_note="x"))
        assert response.status_code == 403, move
    client.post(change_url(story), form(story, status="published", published_at="2026-01-01", created_by=1, _save="1"))

    stored = Article.objects.get(pk=story.pk)
    assert (stored.status, stored.created_by) == (Status.DRAFT, reporter)


def test_own_story_in_the_editors_hands_can_be_read_but_not_written(client, reporter):
    story = ArticleFactory(created_by=reporter, status=Status.SUBMITTED)
    client.force_login(reporter)

    assert client.get(change_url(story)).status_code == 200
    assert client.post(change_url(story), form(story, title="Sửa lén", _save="1")).status_code == 403
    assert Article.objects.get(pk=story.pk).title == story.title


def test_bylines_of_a_story_closed_to_writing_cannot_be_changed(client, reporter):
    story = ArticleFactory(created_by=reporter, status=Status.SUBMITTED)
    client.force_login(reporter)

    client.post(change_url(story), form(story, bylines=[(PenNameFactory(), "text")], _save="1"))

    assert not Byline.objects.exists()


def test_editor_of_another_section_is_refused(client, section):
    other = UserFactory(roles=[roles.EDITOR])
    other.sections_edited.add(SectionFactory())
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
    client.force_login(other)

    assert client.get(change_url(story)).status_code == 403
    assert client.post(change_url(story), form(story, _move="approve")).status_code == 403


def test_administrator_has_no_editorial_right(client, administrator):
    story = ArticleFactory()
    client.force_login(administrator)

    assert client.get(LIST).status_code == 403
    assert client.get(change_url(story)).status_code == 403


def test_bulk_publish_moves_what_may_move_and_names_the_rest(client, editor, section):
    ready = ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN")
    unready = ArticleFactory(section=section, status=Status.DRAFT, source="TTXVN", title="Còn nháp")
    client.force_login(editor)

    response = client.post(
        LIST, {"action": "publish_selected", "_selected_action": [ready.pk, unready.pk]}, follow=True
    )

    assert [Article.objects.get(pk=story.pk).status for story in (ready, unready)] == [Status.PUBLISHED, Status.DRAFT]
    assert any("Còn nháp" in message.message for message in response.context["messages"])


def test_bulk_action_with_a_foreign_story_slipped_in_is_403(client, editor, section):
    own = ArticleFactory(section=section, status=Status.SUBMITTED)
    foreign = ArticleFactory(status=Status.SUBMITTED)
    client.force_login(editor)

    response = client.post(LIST, {"action": "approve_selected", "_selected_action": [own.pk, foreign.pk]})

    assert response.status_code == 403
    assert set(Article.objects.values_list("status", flat=True)) == {"submitted"}


def test_list_shows_own_stories_only(client, reporter):
    own, foreign = ArticleFactory(created_by=reporter, title="Bài của tôi"), ArticleFactory(title="Bài người khác")
    client.force_login(reporter)

    html = client.get(LIST).content.decode()

    assert own.title in html
    assert foreign.title not in html


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, chief, django_assert_num_queries, count):
    for _ in range(count):
        ArticleFactory(signed=[PenNameFactory()])
    client.force_login(chief)
    client.get(LIST)  # content types

    with django_assert_num_queries(9):
        assert client.get(LIST).status_code == 200


def test_address_of_a_published_story_is_fixed(client, editor, section):
    story = ArticleFactory(section=section, live=True, slug="dia-chi-cu", source="TTXVN")
    client.force_login(editor)

    client.post(change_url(story), form(story, slug="dia-chi-moi", title="Tiêu đề mới", _save="1"))

    stored = Article.objects.get(pk=story.pk)
    assert (stored.title, stored.slug) == ("Tiêu đề mới", "dia-chi-cu")


def test_nothing_editorial_can_be_deleted(client, chief):
    story = ArticleFactory()
    client.force_login(chief)

    assert client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("kind", ["section", "tag", "penname"])
def test_deleting_what_is_in_use_names_the_stories(client, chief, kind):
    tag, name = TagFactory(), PenNameFactory()
    story = ArticleFactory(title="Bài đang dùng", tagged=[tag], signed=[name])
    used = {"section": story.section, "tag": tag, "penname": name}[kind]
    client.force_login(chief)
    url = reverse(f"admin:articles_{kind}_delete", args=[used.pk])

    page = client.get(url)
    client.post(url, {"post": "yes"})

    assert "Bài đang dùng" in page.content.decode()
    assert type(used).objects.filter(pk=used.pk).exists()


def test_who_stands_behind_a_pen_name_is_hidden_from_reporters(client, reporter):
    name = PenNameFactory(person=PersonFactory(full_name="Người Giấu Tên"))
    client.force_login(reporter)
    pages = [
        reverse("admin:articles_penname_changelist"),
        reverse("admin:articles_penname_change", args=[name.pk]),
        reverse("admin:autocomplete") + "?app_label=articles&model_name=byline&field_name=pen_name&term=",
    ]

    for url in pages:
        response = client.get(url)
        assert response.status_code == 200, url
        assert "Người Giấu Tên" not in response.content.decode(), url
    for lookup in ("person", "person__id", "person__id__exact", "person__full_name"):
        assert client.get(pages[0], {lookup: name.person_id}).status_code == 400, lookup
    assert client.get(reverse("admin:articles_person_changelist")).status_code == 403


@pytest.mark.parametrize(("model", "queries"), [("section", 11), ("tag", 8), ("penname", 9), ("person", 9)])
@pytest.mark.parametrize("count", [1, 3])
def test_other_lists_ask_a_constant_number_of_queries(client, chief, django_assert_num_queries, model, queries, count):
    factory = {"section": SectionFactory, "tag": TagFactory, "penname": PenNameFactory, "person": PersonFactory}[model]
    factory.create_batch(count)
    client.force_login(chief)
    url = reverse(f"admin:articles_{model}_changelist")
    client.get(url)

    with django_assert_num_queries(queries):
        assert client.get(url).status_code == 200


def test_saving_over_somebody_elses_save_warns_once_and_keeps_what_was_typed(client, editor, chief, section):
    story = ArticleFactory(section=section, status=Status.SUBMITTED)
    opened = form(story, title="Bản của tôi", _save="1")
    client.force_login(chief)
    client.post(change_url(story), form(story, title="Bản của thư ký", _save="1"))

    client.force_login(editor)
    warned = client.post(change_url(story), opened)

    assert str(chief) in warned.content.decode()
    assert "Bản của tôi" in warned.content.decode()
    assert Article.objects.get(pk=story.pk).title == "Bản của thư ký"
    client.post(change_url(story), {**opened, "seen": warned.context["adminform"].form["seen"].value()})
    assert Article.objects.get(pk=story.pk).title == "Bản của tôi"


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


def test_bulk_action_refused_in_the_middle_changes_nothing(client, editor, section):
    ready = ArticleFactory(section=section, status=Status.SUBMITTED)
    own_elsewhere = ArticleFactory(created_by=editor, status=Status.SUBMITTED)
    client.force_login(editor)

    response = client.post(LIST, {"action": "approve_selected", "_selected_action": [own_elsewhere.pk, ready.pk]})

    assert response.status_code == 403
    assert set(Article.objects.values_list("status", flat=True)) == {"submitted"}


def test_bulk_action_over_all_pages_takes_them_all(client, editor, section):
    stories = ArticleFactory.create_batch(3, section=section, status=Status.SUBMITTED)
    client.force_login(editor)

    client.post(LIST, {"action": "approve_selected", "_selected_action": [stories[0].pk], "select_across": "1"})

    assert set(Article.objects.values_list("status", flat=True)) == {"approved"}


def test_list_tells_scheduled_from_published_and_finds_it(client, chief):
    ArticleFactory(live=True, title="Đã lên trang")
    ArticleFactory(live=True, title="Chờ đến giờ", published_at=timezone.now() + timedelta(hours=2))
    client.force_login(chief)

    scheduled = client.get(LIST, {"state": "scheduled"}).content.decode()
    published = client.get(LIST, {"state": "published"}).content.decode()

    assert ("Chờ đến giờ" in scheduled, "Đã lên trang" in scheduled) == (True, False)
    assert ("Chờ đến giờ" in published, "Đã lên trang" in published) == (False, True)
    assert '<td class="field-state">Đã hẹn giờ</td>' in scheduled


def test_story_without_byline_is_listed_under_its_account(client, chief):
    ArticleFactory(created_by=UserFactory(last_name="Vũ", first_name="Mới"))
    client.force_login(chief)

    assert "Vũ Mới" in client.get(LIST).content.decode()


@pytest.mark.parametrize("model", ["tag", "section"])
def test_filter_in_the_address_tells_nothing_of_others_drafts(client, reporter, model):
    story = ArticleFactory(tagged=[TagFactory()])
    client.force_login(reporter)

    assert client.get(reverse(f"admin:articles_{model}_changelist"), {"articles": story.pk}).status_code == 400


@pytest.mark.parametrize("field", ["article", "pen_name"])
def test_autocomplete_names_no_foreign_story(client, reporter, field):
    ArticleFactory(title="Chuyện của người khác", signed=[PenNameFactory()])
    client.force_login(reporter)
    query = {"app_label": "articles", "model_name": "byline", "field_name": field, "term": ""}

    assert "Chuyện của người khác" not in client.get(reverse("admin:autocomplete"), query).content.decode()


def test_reason_for_keeping_a_tag_names_only_stories_that_one_may_open(client, editor, section):
    tag = TagFactory()
    ArticleFactory(section=section, title="Bài trong mục", tagged=[tag])
    ArticleFactory(title="Chuyện của mục khác", tagged=[tag])
    client.force_login(editor)

    html = client.get(reverse("admin:articles_tag_delete", args=[tag.pk])).content.decode()

    assert ("Bài trong mục" in html, "Chuyện của mục khác" in html) == (True, False)


@pytest.mark.parametrize("query", ["title__regex=(", "q=%00", "created_at__year=99999"])
def test_odd_query_is_refused_without_an_error_of_the_server(client, chief, query):
    client.force_login(chief)

    assert client.get(f"{LIST}?{query}").status_code in (302, 400)


@pytest.mark.parametrize("count", [1, 3])
def test_form_asks_a_constant_number_of_queries(client, editor, section, django_assert_num_queries, count):
    story = ArticleFactory(
        section=section, status=Status.SUBMITTED, signed=PenNameFactory.create_batch(count),
        tagged=TagFactory.create_batch(count),
    )  # fmt: skip
    client.force_login(editor)
    client.get(change_url(story))

    with django_assert_num_queries(14 + count):  # the autocomplete of each byline reads its own name
        client.get(change_url(story))


def test_address_of_a_pen_name_is_fixed_once_it_exists(client, chief):
    name = PenNameFactory(slug="ten-cu")
    client.force_login(chief)

    client.post(reverse("admin:articles_penname_change", args=[name.pk]), {"name": "Tên mới", "slug": "ten-moi"})

    name.refresh_from_db()
    assert (name.name, name.slug) == ("Tên mới", "ten-cu")


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
