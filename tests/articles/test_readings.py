"""What stood there before a correction, and what was withdrawn: who may read it, and that it is noted who did."""

from uuid import uuid4

import pytest
from django.urls import reverse

from articles import actions, autosave, working_copies
from articles.models import Article, Reading
from tests.articles.correcting import FALSE, bridge, issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(section):
    return bridge(section)


def timeline_of(story, query=""):
    return reverse("admin:articles_article_revisions", args=[story.pk]) + query


def test_closed_version_is_read_only_with_the_right_and_never_unseen(client, story, chief, editor):
    issue(story, chief)
    answers = {}
    for user in (chief, editor):
        client.force_login(user)
        response = client.get(timeline_of(story, "?from=1&to=2"))
        answers[user] = (response.status_code, "120" in response.content.decode())

    assert answers == {chief: (200, True), editor: (403, False)}
    assert [(reading.by, reading.version) for reading in story.readings.all()] == [(chief, 1)]


def test_timeline_alone_shows_no_closed_version_and_logs_nothing(client, story, chief, editor):
    issue(story, chief)

    for user in (chief, editor):
        client.force_login(user)
        html = client.get(timeline_of(story)).content.decode()
        assert "120" not in html

    assert not Reading.objects.exists()


def test_versions_since_the_correction_are_open(client, story, chief, editor):
    issue(story, chief)
    later = Article.objects.get(pk=story.pk)
    later.title = "Cầu mới thông xe"
    actions.edit(later, by=editor)
    client.force_login(editor)

    assert client.get(timeline_of(story)).context["older"].number == 2
    assert not Reading.objects.exists()


def test_closed_version_is_not_brought_back_by_who_may_not_read_it(client, story, chief, editor):
    issue(story, chief)
    client.force_login(editor)

    response = client.post(reverse("admin:articles_article_bring_back", args=[story.pk, 1]))

    assert response.status_code == 403


def test_versions_of_a_working_copy_from_before_the_correction_are_closed(client, story, chief, editor):
    copy = working_copies.start(story, by=chief)
    issue(story, chief)
    copy.title = "Cầu mới thông xe"
    actions.edit(copy, by=chief)
    answers = {}
    for user in (chief, editor):
        client.force_login(user)
        answers[user] = client.get(timeline_of(copy, "?from=1&to=2")).status_code

    assert answers == {chief: 200, editor: 403}
    assert [(reading.article, reading.version) for reading in Reading.objects.all()] == [(copy, 1)]


def test_opening_a_withdrawn_story_is_logged(client, story, chief, editor):
    actions.withdraw(story, by=chief, note="Sai nguồn.")
    client.force_login(editor)

    html = client.get(reverse("admin:articles_article_change", args=[story.pk])).content.decode()

    assert FALSE in html
    assert [(reading.by, reading.version) for reading in story.readings.all()] == [(editor, 1)]


def test_opening_a_public_story_is_not_logged(client, story, chief):
    client.force_login(chief)

    client.get(reverse("admin:articles_article_change", args=[story.pk]))

    assert not Reading.objects.exists()


PAGES = ["articles_article_change", "articles_article_against_live"]


def page_of(name, story):
    return reverse(f"admin:{name}", args=[story.pk])


@pytest.mark.parametrize("name", PAGES)
def test_copy_that_was_published_before_the_correction_is_closed(client, story, chief, editor, name):
    copy = working_copies.start(story, by=chief)
    for move in ("submit", "approve", "publish"):
        actions.move(move, copy, by=chief)
    issue(story, chief)
    answers = {}
    for user in (chief, editor):
        client.force_login(user)
        answers[user] = client.get(page_of(name, copy)).status_code

    assert answers == {chief: 200, editor: 403}
    assert [(reading.by, reading.article) for reading in Reading.objects.all()] == [(chief, copy)]


@pytest.mark.parametrize("name", PAGES)
def test_copy_still_being_written_stays_open_to_its_writers(client, story, chief, editor, name):
    copy = working_copies.start(story, by=chief)
    issue(story, chief)
    client.force_login(editor)

    assert client.get(page_of(name, copy)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_opening_the_copy_of_a_withdrawn_story_is_logged(client, story, chief, editor, name):
    copy = working_copies.start(story, by=chief)
    actions.withdraw(story, by=chief, note="Sai nguồn.")
    client.force_login(editor)

    client.get(page_of(name, copy))

    assert (editor, copy) in [(reading.by, reading.article) for reading in Reading.objects.all()]


def test_seeing_what_was_typed_in_a_withdrawn_story_is_logged(client, story, chief, editor):
    form = autosave.keep(uuid4(), by=editor, article=story, serial=1, typed=[["title", "Cầu"]])
    actions.withdraw(story, by=chief, note="Sai nguồn.")
    client.force_login(editor)

    client.get(reverse("admin:articles_article_unsaved", args=[form.pk]))

    assert [(reading.by, reading.version) for reading in story.readings.all()] == [(editor, 1)]
