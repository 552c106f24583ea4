"""The desk's lists: what they show, and moves of many stories at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import actions, working_copies
from articles.models import Article
from articles.workflow import Status
from tests.articles.story_form import LIST
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db


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


def test_copy_is_moved_before_its_story_as_when_it_is_published_alone(client, chief, monkeypatch):
    live = ArticleFactory(live=True)
    copy = working_copies.start(live, by=chief)
    moved = []
    monkeypatch.setattr(actions, "move", lambda name, article, *, by: moved.append(article))
    client.force_login(chief)

    client.post(LIST, {"action": "publish_selected", "_selected_action": [live.pk, copy.pk]})

    assert moved == [copy, live]  # the other way round two editors could wait for each other


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

    with django_assert_num_queries(7):
        assert client.get(LIST).status_code == 200


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


def test_bulk_action_refused_in_the_middle_changes_nothing(client, editor, section):
    ready = ArticleFactory(section=section, status=Status.SUBMITTED)
    own_elsewhere = ArticleFactory(created_by=editor, status=Status.SUBMITTED)
    client.force_login(editor)

    response = client.post(LIST, {"action": "approve_selected", "_selected_action": [own_elsewhere.pk, ready.pk]})

    assert response.status_code == 403
    assert set(Article.objects.values_list("status", flat=True)) == {"submitted"}


def test_bulk_action_over_all_pages_takes_them_all(client, editor, section):
    stories = ArticleFactory.create_batch(3, section=section, status=Status.SUBMITTED, source="TTXVN")
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


@pytest.mark.parametrize("query", ["title__regex=(", "q=%00", "created_at__year=99999"])
def test_odd_query_is_refused_without_an_error_of_the_server(client, chief, query):
    client.force_login(chief)

    assert client.get(f"{LIST}?{query}").status_code in (302, 400)


def test_states_are_offered_in_the_order_of_a_storys_life(client, editor):
    client.force_login(editor)

    specs = client.get(LIST).context["cl"].filter_specs
    states = next(spec for spec in specs if spec.parameter_name == "state").lookup_choices

    assert [value for value, _words in states] == [
        "draft", "submitted", "sent_back", "approved", "scheduled", "published", "expired", "withdrawn", "binned",
    ]  # fmt: skip
