"""What readers are told of the counting: numbers where they may know them, none where the result is sealed."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone, translation

from polls import review
from polls.method import method_of
from polls.models import Ballot, Poll, Standing
from polls.results import result_of
from polls.workflow import Kind, Visibility
from tests.factories.desk import UserFactory
from tests.factories.polls import BallotFactory, PollFactory

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def editor():
    user = UserFactory()
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls"))
    return user


def note_of(poll, sealed=False):
    poll = Poll.objects.with_now().get(pk=poll.pk)
    return method_of(poll, None if sealed else result_of(poll))


def test_note_tells_how_many_count_wait_and_were_taken_out(editor):
    poll = PollFactory()
    BallotFactory.create_batch(7, poll=poll)
    BallotFactory.create_batch(3, poll=poll, standing=Standing.PENDING)
    bad = [ballot.pk for ballot in BallotFactory.create_batch(2, poll=poll)]
    review.discard(poll, poll.ballots.filter(pk__in=bad[:1]), by=editor, reason="Máy gửi")
    review.discard(poll, poll.ballots.filter(pk__in=bad), by=editor, reason="Máy gửi")

    note = note_of(poll)

    assert (note.counted, note.waiting, note.discarded) == (7, 3, 2)
    assert note.counting.startswith("7 ballots were counted.")
    assert note.set_aside.startswith("2 ballots were taken out")
    assert "3 ballots are not counted yet" in note.set_aside


def test_number_taken_out_is_that_of_the_discarded_ballots(editor):
    poll = PollFactory()
    BallotFactory.create_batch(2, poll=poll, standing=Standing.PENDING)
    review.accept(poll, poll.ballots.all(), by=editor)
    review.discard(poll, poll.ballots.all(), by=editor, reason="Máy gửi")

    assert note_of(poll).discarded == Ballot.objects.filter(standing=Standing.DISCARDED).count() == 2


def test_note_without_anything_set_aside_says_so():
    assert note_of(PollFactory()).set_aside == "No ballot was taken out, and none waits for review."


@pytest.mark.parametrize(
    ("closes", "words"),
    [
        (None, "Votes are taken since .*, without an end set"),
        (timedelta(hours=1), "Votes are taken from .* to "),
        (timedelta(hours=-1), "Votes were taken from .* to "),
    ],
)
def test_note_says_since_when_and_until(closes, words):
    poll = PollFactory(closes_at=closes and timezone.now() + closes)

    assert re.search(words, note_of(poll).counting)


@pytest.mark.parametrize("kind", Kind)
def test_note_says_what_counts_as_one_vote(kind):
    poll = PollFactory(kind=kind, max_choices=2 if kind == Kind.SEVERAL else None)

    assert note_of(poll).one_each.startswith("One browser has one vote")
    assert "%(" not in note_of(poll).one_each


@pytest.mark.parametrize(("may_change", "words"), [(True, "may be changed"), (False, "cannot be changed")])
def test_note_says_whether_a_vote_may_be_changed(may_change, words):
    assert words in note_of(PollFactory(may_change=may_change)).one_each


def test_note_tells_how_long_keys_live_as_they_do():
    assert "changes every 24 hours and is destroyed when it is 48 hours old" in note_of(PollFactory()).privacy


def test_note_of_a_sealed_poll_tells_no_number_and_asks_for_none(django_assert_num_queries):
    poll = Poll.objects.with_now().get(pk=PollFactory(show_results=Visibility.AFTER_CLOSE).pk)
    BallotFactory.create_batch(3, poll=poll, standing=Standing.PENDING)

    with django_assert_num_queries(0):
        note = method_of(poll, None)
        sentences = note.sentences

    assert (note.counted, note.waiting, note.discarded) == (None, None, None)
    assert not any(re.search(r"\b3\b", re.sub(r"\d+/\d+/\d+ - \d+:\d+", "", sentence)) for sentence in sentences)


def test_note_stands_on_the_page_and_in_the_answer_after_voting(client):
    poll = PollFactory()
    answer = client.post(poll.get_vote_url(), {"choice": poll.choices.first().pk}, headers=JSON | {"Accept": "*/*"})

    for address in (poll.get_absolute_url(), answer["Location"]):
        assert client.get(address).content.decode().count("data-poll-method") == 1


@pytest.mark.parametrize("visibility", [Visibility.AFTER_VOTE, Visibility.AFTER_CLOSE, Visibility.NEVER])
def test_page_of_a_sealed_poll_is_the_same_however_many_voted(client, visibility):
    poll = PollFactory(show_results=visibility)
    before = client.get(poll.get_absolute_url()).content, client.get(reverse("polls:index")).content

    BallotFactory.create_batch(3, poll=poll)
    BallotFactory(poll=poll, standing=Standing.PENDING)

    assert (client.get(poll.get_absolute_url()).content, client.get(reverse("polls:index")).content) == before


def test_list_shows_votes_and_close_of_open_polls_before_closed_ones(client):
    for facts in ({"closed": True}, {"closes_at": timezone.now() + timedelta(days=1)}):
        BallotFactory.create_batch(3, poll=PollFactory(**facts))

    page = client.get(reverse("polls:index")).content.decode()

    assert page.count("poll-list__total") == 2
    assert page.index("open-polls") < page.index("closed-polls")
    assert page.count("<time") == 2
