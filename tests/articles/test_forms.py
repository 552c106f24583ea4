"""The story form's own rules: what it fills in, and where it says what is wrong."""

import pytest

from articles.admin.forms import ArticleForm
from articles.workflow import Status
from tests.articles.story_form import change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "field"), [("dat-va-nguoi", ""), ("dat-nguoi", "dat-nguoi")], ids=["of the headline", "chosen by hand"]
)
def test_slug_is_shown_only_where_somebody_chose_it(slug, field):
    story = ArticleFactory(title="Đất và Người", slug=slug)

    assert ArticleForm(instance=story)["slug"].value() == field


@pytest.mark.parametrize(("typed", "kept"), [("", "tit-moi"), ("tit-rieng", "tit-rieng")])
def test_slug_left_empty_follows_the_new_headline(client, reporter, typed, kept):
    story = ArticleFactory(created_by=reporter, title="Tít cũ", slug="tit-cu")
    client.force_login(reporter)

    client.post(change_url(story), form(story, title="Tít mới", slug=typed, _continue="1"))

    story.refresh_from_db()
    assert story.slug == kept


def test_same_text_sent_twice_with_an_empty_slug_is_no_conflict(client, reporter):
    story = ArticleFactory(created_by=reporter, title="Tít cũ", slug="tit-cu")
    client.force_login(reporter)
    typed = form(story, title="Tít mới", slug="", _continue="1")

    assert [client.post(change_url(story), typed).status_code for _press in range(2)] == [302, 302]


def test_option_of_a_section_knows_its_part_of_the_address(client, reporter, section):
    client.force_login(reporter)

    html = client.get("/admin/articles/article/add/").content.decode()

    assert f'<option value="{section.pk}" data-slug="xay-dung-dang">Xây dựng Đảng</option>' in html


def test_missing_text_is_told_beside_the_text(client, reporter):
    story = ArticleFactory(created_by=reporter, body="", signed=[PenNameFactory()])
    client.force_login(reporter)

    response = client.post(change_url(story), form(story, _move="submit"))

    assert response.context["adminform"].form.errors == {"body": ["Bài chưa có nội dung."]}


def test_foreign_section_of_a_published_story_is_told_beside_the_section(client, editor, section):
    story = ArticleFactory(live=True, section=section, signed=[PenNameFactory()])
    client.force_login(editor)

    response = client.post(change_url(story), form(story, section=ArticleFactory().section_id, _continue="1"))

    assert list(response.context["adminform"].form.errors) == ["section"]


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.PUBLISHED])
def test_story_closed_to_its_author_shows_address_and_photo_but_no_card(client, reporter, status):
    story = ArticleFactory(created_by=reporter, status=status, lead_photo=PhotoFactory())
    client.force_login(reporter)

    html = client.get(change_url(story)).content.decode()

    assert story.get_absolute_url() in html
    assert f"{story.lead_photo.folder}/w480.webp" in html
    assert "data-echoes" not in html
