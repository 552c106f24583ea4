from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from polls.models import Ballot, Choice, Poll, State
from tests.factories.polls import BallotFactory, PollFactory, tally

pytestmark = pytest.mark.django_db

NOON = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
TWINS = [("published", "is_public"), ("open", "is_open"), ("closed", "is_closed")]
MOMENTS = {
    "before": NOON - timedelta(hours=1),
    "at opening": NOON,
    "between": NOON + timedelta(hours=1),
    "at closing": NOON + timedelta(hours=2),
    "after": NOON + timedelta(hours=3),
}


@pytest.mark.parametrize(("query", "predicate"), TWINS)
@pytest.mark.parametrize("at", MOMENTS.values(), ids=MOMENTS.keys())
@pytest.mark.parametrize("closes_at", [None, MOMENTS["at closing"]], ids=["endless", "closing"])
@pytest.mark.parametrize("is_published", [True, False])
def test_filters_and_predicates_agree(query, predicate, at, closes_at, is_published):
    poll = PollFactory(is_published=is_published, opens_at=NOON, closes_at=closes_at)

    found = getattr(Poll.objects, query)(at).exists()

    assert found == getattr(poll, predicate)(at)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("before", State.SCHEDULED),
        ("at opening", State.OPEN),
        ("between", State.OPEN),
        ("at closing", State.CLOSED),
        ("after", State.CLOSED),
    ],
)
def test_state_follows_the_clock(moment, state):
    poll = PollFactory.build(opens_at=NOON, closes_at=MOMENTS["at closing"])

    assert poll.state(MOMENTS[moment]) is state


def test_state_of_an_unpublished_poll_is_draft_at_any_time():
    poll = PollFactory.build(is_published=False, opens_at=NOON, closes_at=MOMENTS["at closing"])

    assert {poll.state(at) for at in MOMENTS.values()} == {State.DRAFT}


def test_filters_ask_the_clock_of_the_database_by_default():
    PollFactory(scheduled=True)
    PollFactory(draft=True)
    is_open, is_closed = PollFactory(), PollFactory(closed=True)

    assert set(Poll.objects.published()) == {is_open, is_closed}
    assert list(Poll.objects.open()) == [is_open]
    assert list(Poll.objects.closed()) == [is_closed]


def test_with_now_reads_the_clock_of_the_database():
    PollFactory()

    assert abs(Poll.objects.with_now().get().now - timezone.now()) < timedelta(minutes=1)


def test_with_totals_adds_up_the_tallies():
    poll = PollFactory()
    tally(poll, 3, 3)
    PollFactory(choices=[])

    totals = Poll.objects.with_totals().order_by("pk").values_list("total_votes", flat=True)

    assert list(totals) == [6, 0]


@pytest.mark.parametrize(
    ("question", "slug"),
    [("Đẹp hay chưa đẹp?", "dep-hay-chua-dep"), ("???", "binh-chon")],
)
def test_slug_is_made_from_the_question(question, slug):
    assert PollFactory(question=question).slug == slug


def test_slug_once_made_stays():
    poll = PollFactory(draft=True, question="Câu hỏi cũ")

    poll.question = "Câu hỏi mới"
    poll.save()

    assert poll.slug == "cau-hoi-cu"


def test_addresses_are_below_binh_chon():
    poll = PollFactory(question="Đẹp hay chưa đẹp?")

    assert poll.get_absolute_url() == f"/binh-chon/dep-hay-chua-dep-{poll.pk}/"
    assert poll.get_vote_url() == f"/binh-chon/dep-hay-chua-dep-{poll.pk}/vote/"


def test_poll_must_close_after_it_opens():
    poll = PollFactory(opens_at=NOON)
    poll.closes_at = NOON

    with pytest.raises(ValidationError):
        poll.full_clean()
    with pytest.raises(IntegrityError, match="poll_closes_after_it_opens"):
        poll.save()


def test_choices_come_in_their_order():
    poll = PollFactory(draft=True)
    first, second = poll.choices.all()

    Choice.objects.filter(pk=first.pk).update(order=second.order + 1)

    assert list(poll.choices.all()) == [second, first]


def test_choice_text_stands_once_in_a_poll():
    first, second = PollFactory(draft=True).choices.all()
    second.text = first.text

    with pytest.raises(IntegrityError, match="choice_text_once_in_a_poll"):
        second.save()


def test_second_ballot_of_a_voter_is_refused_by_the_database():
    ballot = BallotFactory()

    with pytest.raises(IntegrityError, match="one_ballot_per_voter_and_poll"):
        BallotFactory(poll=ballot.poll, voter=ballot.voter)


@pytest.mark.parametrize("voter", ["192.0.2.7", "", "2001:db8:1234:5678:9abc:def0:1234:5678"])
def test_voter_that_is_no_digest_is_refused_by_the_database(voter):
    with pytest.raises(IntegrityError, match="ballot_voter_is_a_digest"):
        BallotFactory(voter=voter)


def test_ballot_that_says_nothing_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="ballot_says_something"):
        BallotFactory(choices=[])


def test_poll_with_ballots_cannot_be_deleted():
    ballot = BallotFactory()

    with pytest.raises(ProtectedError):
        ballot.poll.delete()


def test_ballot_cannot_be_deleted():
    ballot = BallotFactory()

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        ballot.delete()

    assert Ballot.objects.exists()


def test_poll_without_votes_goes_with_its_choices():
    PollFactory(draft=True).delete()

    assert not Choice.objects.exists()


def test_no_column_takes_a_network_address():
    types = {type(field) for model in apps.get_app_config("polls").get_models() for field in model._meta.get_fields()}

    assert not types & {models.GenericIPAddressField, models.IPAddressField}


@pytest.mark.parametrize("state", ["closed", "open", "taken back"])
def test_database_keeps_a_poll_that_readers_could_see(state):
    poll = PollFactory(closed=state == "closed", choices=[])
    if state == "taken back":
        Poll.objects.update(is_published=False)

    with pytest.raises(IntegrityError, match="readers could see"), transaction.atomic():
        Poll.objects.filter(pk=poll.pk).delete()

    assert Poll.objects.exists()


def test_database_does_not_forget_that_readers_could_see_a_poll():
    poll = PollFactory()
    Poll.objects.update(is_published=False)

    Poll.objects.update(was_public=False)

    poll.refresh_from_db()
    assert poll.has_been_public(timezone.now())


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_poll_changed_before_it_opens_has_not_been_public(state):
    poll = PollFactory(**{state: True})
    poll.save()

    poll.refresh_from_db()
    assert not poll.has_been_public(timezone.now())
