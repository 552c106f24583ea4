"""A closed poll becomes a draft of a story."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.desk.poll_story import draft_from
from newsroom.text import richtext
from polls.models import Poll
from polls.workflow import Kind, Visibility
from tests.factories.articles import SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.polls import BallotFactory, PollFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def editor():
    return UserFactory(roles=[roles.EDITOR])


def poll_of(votes, **facts):
    """A closed poll in which the choices got these votes, as they stand in the poll."""
    facts = {"choices": [f"Ý <{number}>" for number in range(len(votes))], **facts}
    poll = PollFactory(**{"closed": True, **facts})
    for choice, number in zip(poll.choices.all(), votes, strict=True):
        BallotFactory.create_batch(number, poll=poll, choices=[choice.pk])
    return Poll.objects.with_now().get(pk=poll.pk)


def drafted(poll, editor):
    return draft_from(poll, by=editor, section=SectionFactory())


def test_draft_has_headline_standfirst_chart_table_and_method(editor):
    poll = poll_of([3, 1])

    story = drafted(poll, editor)

    assert (story.status, story.created_by, story.title) == (Status.DRAFT, editor, poll.question)
    assert story.standfirst == "More readers chose “Ý <0>” than anything else (75%). In all: 4 votes."
    assert richtext.embeds(story.body) == [("poll", poll.get_absolute_url(), poll.question)]
    words = richtext.to_text(story.body)
    assert "Ý <0> 3 75%" in words
    assert "4 ballots were counted." in words
    assert "no sample" in words


def test_seam_keeps_all_of_the_draft(editor):
    story = drafted(poll_of([3, 1]), editor)

    assert richtext.clean(story.body) == story.body
    assert story.body.count("<tr>") == 3
    assert 'scope="row"' in story.body


def test_published_story_draws_the_result_as_bars(client, editor):
    story = drafted(poll_of([3, 1]), editor)
    Article.objects.filter(pk=story.pk).update(status=Status.PUBLISHED, published_at=timezone.now())

    page = client.get(story.get_absolute_url()).content.decode()

    assert page.count('class="poll-results__bar"') == 2
    assert "poll-results__percent" in page


@pytest.mark.parametrize(
    ("kind", "votes", "words"),
    [
        (Kind.ONE, [2, 2, 1], "These were chosen equally often, and more than any other: “Ý <0>”, “Ý <1>” (40% each)."),
        (Kind.SEVERAL, [3, 1], "More readers chose “Ý <0>” than anything else (75%)."),
        (Kind.RANKING, [3, 1], "“Ý <0>” won the instant run-off."),
        (Kind.SCALE, [0, 0, 0, 1, 1], "On average readers gave 4,5 of 5."),
    ],
)
def test_standfirst_says_who_leads_in_every_kind(editor, kind, votes, words):
    facts = {"choices": None} if kind == Kind.SCALE else {}
    poll = poll_of(votes, kind=kind, max_choices=2 if kind == Kind.SEVERAL else None, **facts)

    assert drafted(poll, editor).standfirst.startswith(words)


@pytest.mark.parametrize(
    ("votes", "facts"),
    [
        ([1, 1], {"closed": False}),
        ([1, 1], {"show_results": Visibility.NEVER}),
        ([0, 0], {}),
    ],
    ids=["open", "never told", "without votes"],
)
def test_what_readers_may_not_know_becomes_no_story(editor, votes, facts):
    with pytest.raises(ValidationError):
        drafted(poll_of(votes, **facts), editor)
    assert not Article.objects.exists()


@pytest.mark.parametrize("missing", ["add_article", "view_poll"])
def test_it_takes_both_rights(missing):
    account = UserFactory()
    held = {"add_article", "view_poll"} - {missing}
    account.user_permissions.set(Permission.objects.filter(codename__in=held))

    with pytest.raises(PermissionDenied):
        drafted(poll_of([1, 1]), account)


def test_desk_leads_from_the_poll_to_the_draft(client, editor):
    poll, section = poll_of([3, 1]), SectionFactory()
    client.force_login(editor)
    address = reverse("admin:poll_story", args=[poll.pk])
    assert address in client.get(reverse("admin:polls_poll_change", args=[poll.pk])).content.decode()

    answer = client.post(address, {"section": section.pk})

    story = Article.objects.get()
    assert answer.url == reverse("admin:articles_article_change", args=[story.pk])


@pytest.mark.parametrize("section", ["", "0", "x", "9" * 30])
def test_forged_section_makes_nothing(client, editor, section):
    client.force_login(editor)

    answer = client.post(reverse("admin:poll_story", args=[poll_of([1, 1]).pk]), {"section": section})

    assert answer.status_code == 200
    assert not Article.objects.exists()


def test_sealed_poll_is_refused_with_a_sentence_and_no_number(client, editor):
    poll = poll_of([3, 1], show_results=Visibility.NEVER)
    client.force_login(editor)

    answer = client.post(reverse("admin:poll_story", args=[poll.pk]), {"section": SectionFactory().pk})

    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not Article.objects.exists()


def test_get_and_foreign_forms_make_nothing(editor):
    poll, section = poll_of([1, 1]), SectionFactory()
    foreign = Client(enforce_csrf_checks=True)
    foreign.force_login(editor)
    address = reverse("admin:poll_story", args=[poll.pk])

    assert foreign.get(address, {"section": section.pk}).status_code == 200
    assert foreign.post(address, {"section": section.pk}).status_code == 403
    assert not Article.objects.exists()
