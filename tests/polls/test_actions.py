from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from polls import actions, review
from polls.models import Choice, Correction, Poll, PollEntry, Standing, State
from polls.results import result_of
from polls.voter import digest
from polls.voting import Outcome, cast_vote
from polls.workflow import MOVES, Kind
from tests.factories.desk import UserFactory
from tests.factories.polls import BallotFactory, PollFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    user = UserFactory()
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls"))
    return user


def _in_state(state):
    poll = PollFactory(**{State.DRAFT: {"draft": True}, State.SCHEDULED: {"scheduled": True},
                          State.CLOSED: {"closed": True}}.get(state, {}))  # fmt: skip
    if state == State.WITHDRAWN:
        Poll.objects.filter(pk=poll.pk).update(is_published=False)
    return Poll.objects.with_now().get(pk=poll.pk)


# --- Moves ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", MOVES)
def test_moves_are_those_of_the_table(editor, state, name):
    poll, move = _in_state(state), MOVES[name]
    assert (move in actions.open_moves(poll, editor)) is (state in move.sources)
    if state not in move.sources:
        with pytest.raises(ValidationError):
            actions.move(name, poll, by=editor, note="vì sao")
        return

    moved = actions.move(name, poll, by=editor, note="vì sao")

    expected = {"take_back": State.DRAFT, "close": State.CLOSED, "withdraw": State.WITHDRAWN}
    assert moved.state(moved.now) is expected.get(name, State.OPEN)
    assert poll.trail.values_list("act", "by", "note").get() == (name, editor.pk, "vì sao")


@pytest.mark.parametrize("name", [name for name, move in MOVES.items() if move.note_required])
def test_move_that_needs_a_note_is_refused_without(editor, name):
    poll = _in_state(MOVES[name].sources[0])

    with pytest.raises(ValidationError):
        actions.move(name, poll, by=editor, note="  ")
    assert not PollEntry.objects.exists()


def test_moves_need_the_right():
    poll = _in_state(State.DRAFT)

    with pytest.raises(PermissionDenied):
        actions.move("publish", poll, by=UserFactory())
    assert actions.open_moves(poll, UserFactory()) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"choices": []},
        {"choices": ["Một"]},
        {"kind": Kind.SEVERAL, "max_choices": 3},
        {"kind": Kind.RANKING, "choices": [str(number) for number in range(9)]},
        {"closes_at": timezone.now() - timedelta(hours=1)},
    ],
)
def test_poll_that_readers_could_not_answer_is_not_published(editor, facts):
    poll = PollFactory(draft=True, **facts)

    with pytest.raises(ValidationError):
        actions.move("publish", poll, by=editor)


def test_scale_has_five_choices(editor):
    poll = actions.create(Poll(question="Mấy điểm?", kind=Kind.SCALE), by=editor)

    assert [choice.text for choice in poll.choices.all()] == ["1", "2", "3", "4", "5"]


def test_trail_is_never_rewritten(editor):
    poll = PollFactory()
    entry = actions.record(poll, PollEntry.Act.EDITED, editor)

    for rewrite in (lambda: PollEntry.objects.update(note="x"), entry.delete):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            rewrite()


def test_draft_goes_with_its_trail(editor):
    poll = actions.create(Poll(question="Mấy điểm?"), by=editor)

    poll.delete()

    assert not PollEntry.objects.exists()


# --- Corrections ---------------------------------------------------------------------------------------------------


def _voted(**facts):
    poll = PollFactory(question="Câu hỏi củ?", choices=["Đep", "Xấu"], **facts)
    cast_vote(poll_id=poll.pk, choices=[poll.choices.first().pk], voter=digest("a browser", poll.pk))
    return poll


def test_correction_mends_the_words_keeps_the_votes_and_is_shown(editor, client):
    poll = _voted()
    choice = poll.choices.first()

    actions.correct(poll, by=editor, note="Sai chính tả.", question="Câu hỏi cũ?", choices={choice.pk: "Đẹp"})

    page = client.get(poll.get_absolute_url()).content.decode()
    assert [share.choice.text for share in result_of(poll).shares] == ["Đẹp", "Xấu"]
    assert [share.votes for share in result_of(poll).shares] == [1, 0]
    assert Correction.objects.count() == 2
    for words in ("Câu hỏi củ?", "Câu hỏi cũ?", "Đep", "Sai chính tả."):
        assert words in page
    assert PollEntry.objects.get().act == "corrected"


@pytest.mark.parametrize(
    ("facts", "correction"),
    [
        ({}, {"note": "", "question": "Câu hỏi cũ?"}),
        ({}, {"note": "Vì sao", "question": "Câu hỏi củ?"}),
        ({"draft": True}, {"note": "Vì sao", "question": "Câu hỏi cũ?"}),
    ],
)
def test_correction_without_reason_or_difference_or_reader_is_refused(editor, facts, correction):
    with pytest.raises(ValidationError):
        actions.correct(_voted(**facts), by=editor, **correction)
    assert not Correction.objects.exists()


def test_correction_needs_the_right():
    with pytest.raises(PermissionDenied):
        actions.correct(_voted(), by=UserFactory(), note="Vì sao", question="Khác?")


@pytest.mark.parametrize("state", [State.OPEN, State.CLOSED, State.WITHDRAWN])
@pytest.mark.parametrize(
    "silently",
    [
        lambda poll: Poll.objects.update(question="Khác?"),
        lambda poll: Poll.objects.update(kind=Kind.RANKING),
        lambda poll: Choice.objects.filter(pk=poll.choices.first().pk).update(text="Khác"),
        lambda poll: Choice.objects.filter(pk=poll.choices.first().pk).update(order=99),
        lambda poll: Choice.objects.create(poll=poll, text="Khác"),
        lambda poll: poll.choices.first().delete(),
    ],
    ids=["question", "kind", "text", "order", "added", "removed"],
)
def test_database_refuses_to_change_silently_what_readers_saw(state, silently):
    poll = _in_state(state)

    with pytest.raises(IntegrityError, match="readers saw"), transaction.atomic():
        silently(poll)


# --- Review --------------------------------------------------------------------------------------------------------


def test_waiting_ballots_are_counted_once_accepted(editor):
    poll = PollFactory()
    for _ in range(3):
        BallotFactory(poll=poll, standing=Standing.PENDING)
    assert result_of(poll).total == 0

    entry = review.accept(poll, poll.ballots.all(), by=editor, note="Trường học")

    assert result_of(poll).total == 3
    assert (entry.act, entry.number, entry.note) == ("accepted", 3, "Trường học")
    assert set(poll.ballots.values_list("decision", flat=True)) == {entry.pk}


def test_discarded_ballots_stay_and_no_longer_count(editor):
    poll = PollFactory()
    BallotFactory(poll=poll)
    BallotFactory(poll=poll, standing=Standing.PENDING)

    entry = review.discard(poll, poll.ballots.all(), by=editor, reason="Máy bỏ phiếu")

    assert result_of(poll).total == 0
    assert poll.ballots.filter(standing=Standing.DISCARDED).count() == entry.number == 2
    assert review.discard(poll, poll.ballots.all(), by=editor, reason="Lần nữa") is None
    assert review.accept(poll, poll.ballots.all(), by=editor) is None


def test_only_ballots_of_the_poll_are_judged(editor):
    other = BallotFactory()

    assert review.discard(PollFactory(), type(other).objects.all(), by=editor, reason="Máy") is None


def test_discarding_needs_a_reason_and_judging_the_right(editor):
    ballot = BallotFactory(standing=Standing.PENDING)

    with pytest.raises(ValidationError):
        review.discard(ballot.poll, ballot.poll.ballots.all(), by=editor, reason=" ")
    for verb, words in ((review.accept, {}), (review.discard, {"reason": "Máy"})):
        with pytest.raises(PermissionDenied):
            verb(ballot.poll, ballot.poll.ballots.all(), by=UserFactory(), **words)


def test_vote_after_a_move_to_withdrawn_is_unknown(editor):
    poll = _in_state(State.OPEN)
    actions.move("withdraw", poll, by=editor, note="Sai")

    answer = cast_vote(poll_id=poll.pk, choices=[poll.choices.first().pk], voter=digest("a browser", poll.pk))

    assert answer is Outcome.UNKNOWN_POLL


# --- Unsealing -----------------------------------------------------------------------------------------------------

LATER = timezone.now() + timedelta(days=30)


@pytest.mark.parametrize("change", [{"show_results": "always"}, {"closes_at": LATER}], ids=["shown", "close"])
@pytest.mark.parametrize(("codenames", "may"), [(["change_poll"], False), (["change_poll", "publish_poll"], True)])
def test_result_of_a_poll_that_readers_saw_is_opened_by_who_may_publish(change, codenames, may):
    poll, writer = PollFactory(show_results="after_close"), UserFactory()
    writer.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    for name, value in change.items():
        setattr(poll, name, value)

    if not may:
        with pytest.raises(PermissionDenied):
            actions.edit(poll, by=writer)
    else:
        actions.edit(poll, by=writer)
    poll.refresh_from_db()
    assert all((getattr(poll, name) == value) is may for name, value in change.items())


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_when_results_show_is_the_writers_to_say_until_readers_see_the_poll(state):
    poll, writer = PollFactory(**{state: True}), UserFactory()
    writer.user_permissions.set(Permission.objects.filter(codename="change_poll"))
    poll.show_results, poll.closes_at = "never", LATER

    assert actions.edit(poll, by=writer).show_results == "never"


@pytest.mark.parametrize("judge", [review.accept, review.discard])
def test_reason_without_end_is_refused(editor, judge):
    ballot = BallotFactory(standing=Standing.PENDING)

    with pytest.raises(ValidationError):
        judge(ballot.poll, ballot.poll.ballots.all(), by=editor, **{_NOTE[judge]: "x" * 401})


_NOTE = {review.accept: "note", review.discard: "reason"}
