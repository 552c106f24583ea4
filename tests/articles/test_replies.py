"""The right of reply: a reply names the work it answers, and readers are led both ways."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from articles import actions, revisions
from articles.comparison import compare
from articles.credits import Credits
from articles.models import Article, Revision
from articles.workflow import Status
from tests.factories.articles import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def original(section):
    return ArticleFactory(live=True, section=section, title="Cầu mới")


def page_of(client, story):
    return client.get(story.get_absolute_url()).content.decode()


def test_reply_names_work_section_and_date_and_both_lead_to_each_other(client, original):
    reply = ArticleFactory(live=True, title="Phản hồi của nhà thầu", replies_to=original)

    html = page_of(client, reply)
    said = html[html.index('class="reply"') :]
    assert original.get_absolute_url() in said
    places = [
        said.index(part)
        for part in ("Cầu mới", original.section.name, f"{timezone.localtime(original.published_at):%d/%m/%Y}")
    ]
    assert places == sorted(places)
    html = page_of(client, original)
    assert reply.get_absolute_url() in html[html.index('class="reply"') : html.index("article__body")]


@pytest.mark.parametrize(
    "hidden",
    [{"status": Status.WITHDRAWN}, {"status": Status.APPROVED}, {"published_at": timezone.now() + timedelta(days=1)}],
)
def test_nothing_leads_to_what_readers_may_not_see(client, original, hidden):
    reply = ArticleFactory(live=True, title="Phản hồi của nhà thầu", replies_to=original)
    Article.objects.filter(pk=reply.pk).update(**hidden)
    assert "Phản hồi của nhà thầu" not in page_of(client, original)

    Article.objects.filter(pk=reply.pk).update(status=Status.PUBLISHED, published_at=reply.published_at)
    Article.objects.filter(pk=original.pk).update(**hidden)
    assert "Cầu mới" not in page_of(client, reply)


@pytest.mark.parametrize("count", [1, 3])
def test_story_asks_one_query_more_for_its_replies(client, django_assert_num_queries, original, count):
    ArticleFactory.create_batch(count, live=True, replies_to=original, section=original.section)

    with django_assert_num_queries(6):
        page_of(client, original)


def test_story_is_no_reply_to_itself(original):
    original.replies_to = original

    with pytest.raises(ValidationError) as refusal:
        original.full_clean()
    assert "replies_to" in refusal.value.message_dict


def test_answered_story_cannot_be_deleted(original):
    ArticleFactory(live=True, replies_to=original)

    with pytest.raises(ProtectedError):
        original.delete()


def test_reporter_finds_any_public_story_to_reply_to_and_no_other(client, reporter, original):
    ArticleFactory(status=Status.APPROVED, title="Cầu mới còn kín")
    client.force_login(reporter)
    query = {"app_label": "articles", "model_name": "article", "field_name": "replies_to", "term": "cầu"}

    found = client.get(reverse("admin:autocomplete"), query).json()["results"]

    assert [one["text"] for one in found] == ["Cầu mới"]


def save(client, story, **fields):
    form = {"section": story.section_id, "genre": "tin", "title": story.title, "slug": "", "body": story.body,
            "seen": story.version, "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0}  # fmt: skip
    return client.post(reverse("admin:articles_article_change", args=[story.pk]), form | fields)


def test_form_takes_public_stories_and_keeps_what_was_chosen(client, reporter, section, original):
    draft = actions.create(Article(section=section, title="Phản hồi"), by=reporter)
    secret = ArticleFactory(status=Status.APPROVED, title="Còn kín")
    client.force_login(reporter)

    assert save(client, draft, replies_to=secret.pk).status_code == 200
    assert save(client, draft, replies_to=original.pk).status_code == 302
    Article.objects.filter(pk=original.pk).update(status=Status.WITHDRAWN)
    draft.refresh_from_db()
    assert save(client, draft, replies_to=original.pk, title="Phản hồi mới").status_code == 302
    draft.refresh_from_db()
    assert (draft.replies_to, draft.title) == (original, "Phản hồi mới")


def test_reply_is_part_of_a_version(reporter, section, original):
    draft = actions.create(Article(section=section, title="Phản hồi"), by=reporter)
    draft.replies_to = original
    actions.edit(draft, by=reporter)

    newer, older = draft.revisions.all()

    assert [difference.marked for difference in compare(older.content, newer.content).fields] == ["<ins>Cầu mới</ins>"]


def test_version_from_before_there_were_replies_is_compared_and_brought_back(reporter, section, original):
    draft = actions.create(Article(section=section, title="Phản hồi", replies_to=original), by=reporter)
    draft.title = "Phản hồi mới"
    actions.edit(draft, by=reporter)
    content = revisions.content_of(draft, Credits.of(draft))
    del content["replies_to_id"]
    old = Revision.objects.create(article=draft, number=99, by=reporter, content=content, digest="d")

    assert [d.marked for d in compare(draft.revisions.get(number=2).content, old.content).fields] == [
        "<del>Cầu mới</del>"
    ]
    actions.bring_back(old, by=reporter)
    draft.refresh_from_db()
    assert draft.replies_to == original  # it says nothing of replies, so nothing changes
