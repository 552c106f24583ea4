"""Who may do what with stories, tags and names at the desk, by every path; and what nobody may."""

import pytest
from django.urls import reverse

from articles.models import Article, Byline
from articles.workflow import Status
from newsroom.desk import roles
from tests.articles.story_form import LIST, change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db


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


def test_story_that_one_may_not_open_keeps_a_tag_without_being_named(client, editor):
    tag = TagFactory()
    ArticleFactory(title="Bài của ban khác", section=SectionFactory(), tagged=[tag])
    editor.language = "en"
    editor.save()
    client.force_login(editor)

    page = client.get(reverse("admin:articles_tag_delete", args=[tag.pk]))

    assert page.context["protected"] == ["1 story outside your work"]
    assert "Bài của ban khác" not in page.content.decode()
    assert reverse("admin:articles_tag_change", args=[tag.pk]) in page.content.decode()


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


def test_address_of_a_pen_name_is_fixed_once_it_exists(client, chief):
    name = PenNameFactory(slug="ten-cu")
    client.force_login(chief)

    client.post(reverse("admin:articles_penname_change", args=[name.pk]), {"name": "Tên mới", "slug": "ten-moi"})

    name.refresh_from_db()
    assert (name.name, name.slug) == ("Tên mới", "ten-cu")
