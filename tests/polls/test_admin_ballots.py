"""A poll's ballots at the desk: over time, by place, bursts discarded by the batch, exported as CSV."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from polls import figures, review
from polls.models import Ballot, Poll, PollEntry, Standing
from polls.results import result_of
from polls.workflow import Kind, Visibility
from tests.factories.desk import UserFactory
from tests.factories.polls import BallotFactory, PollFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
NETWORK = "a" * 32


def account(*codenames):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls", codename__in=codenames))
    return user


@pytest.fixture
def editor(client):
    client.force_login(account("view_poll", "review_ballots", "view_sealed_result", "read_reasons"))
    return client


def page(poll):
    return reverse("admin:polls_poll_ballots", args=[poll.pk])


def sheet(poll):
    return reverse("admin:polls_poll_export", args=[poll.pk])


def cast(poll, number, hours_ago=0, **facts):
    """Ballots cast a quarter past an hour, `hours_ago`."""
    at = timezone.now().replace(minute=15, second=33, microsecond=0) - hours_ago * HOUR
    return BallotFactory.create_batch(number, poll=poll, created_at=at, **facts)


@pytest.fixture
def poll():
    """With four ordinary hours, and one in which most came from one network."""
    poll = PollFactory(opens_at=timezone.now() - timedelta(days=3))
    for hours_ago in (5, 6, 7, 8):
        cast(poll, 2, hours_ago, place="side", network="b" * 32)
    cast(poll, 3, 4, place="page", network="c" * 32)
    cast(poll, 31, 4, place="page", network=NETWORK)
    return poll


def bursts(poll):
    return {burst.network: burst for burst in figures.figures_of(poll).bursts}


# --- Figures -------------------------------------------------------------------------------------------------------


def test_figures_count_by_hour_place_and_standing(poll):
    cast(poll, 1, 5, standing=Standing.PENDING)

    told = figures.figures_of(poll)

    assert sorted(hour.total() for hour in told.hours.values()) == [2, 2, 2, 3, 34]
    assert told.standings == {Standing.COUNTED: 42, Standing.PENDING: 1}
    with translation.override("en"):
        assert [(str(label), number, percent) for label, number, percent in told.places] == [
            ("Page of the poll", 34, 81),
            ("Side column", 8, 19),
        ]


def test_figures_find_the_hour_and_the_network_that_stand_out(poll):
    assert {network: burst.number for network, burst in bursts(poll).items()} == {"": 34, NETWORK: 31}


def test_ballots_without_a_network_are_no_network(poll):
    cast(poll, 40, 30)

    assert set(bursts(poll)) == {"", NETWORK}


def test_figures_of_other_polls_stay_out(poll):
    assert figures.figures_of(PollFactory()).hours == {}


@pytest.mark.parametrize("hours", [1, 3])
def test_page_takes_the_same_queries_for_any_number_of_hours(editor, django_assert_num_queries, hours):
    poll = PollFactory()
    for hours_ago in range(hours):
        cast(poll, 2, hours_ago)

    with django_assert_num_queries(8):
        editor.get(page(poll))


def test_page_shows_chart_table_and_places(editor, poll):
    text = editor.get(page(poll)).content.decode()

    assert text.count("poll-chart__counted") == 5
    assert text.count('class="poll-chart__mark"') == 1
    assert text.count('name="burst"') == 2
    assert "poll-places" in text


def test_page_of_a_poll_without_ballots_says_so(editor):
    text = editor.get(page(PollFactory(draft=True))).content.decode()

    assert "poll-chart" not in text
    assert sheet(PollFactory()) not in text


# --- Discarding ----------------------------------------------------------------------------------------------------


def test_network_of_an_hour_is_discarded_with_a_reason_and_nothing_else(editor, poll):
    other_hour = cast(poll, 1, 5, network=NETWORK)

    editor.post(page(poll), {"burst": bursts(poll)[NETWORK].key, "reason": "Máy gửi"})

    gone = Ballot.objects.filter(standing=Standing.DISCARDED)
    assert (gone.count(), set(gone.values_list("network", flat=True))) == (31, {NETWORK})
    assert not gone.filter(pk=other_hour[0].pk).exists()
    entry = PollEntry.objects.get(act="discarded")
    assert (entry.number, entry.note.endswith(": Máy gửi")) == (31, True)
    assert result_of(poll).total == Ballot.objects.filter(standing=Standing.COUNTED).count() == 12


def test_both_bursts_of_an_hour_count_every_ballot_once(editor, poll):
    editor.post(page(poll), {"burst": [burst.key for burst in bursts(poll).values()], "reason": "Máy gửi"})

    assert sum(PollEntry.objects.filter(act="discarded").values_list("number", flat=True)) == 34
    assert Ballot.objects.filter(standing=Standing.DISCARDED).count() == 34
    assert bursts(poll) == {}


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nothing_is_discarded(editor, poll, reason):
    editor.post(page(poll), {"burst": bursts(poll)[NETWORK].key, "reason": reason})

    assert not Ballot.objects.filter(standing=Standing.DISCARDED).exists()


def test_only_what_is_marked_can_be_discarded(editor, poll):
    quiet = min(figures.figures_of(poll).hours)
    forged = [f"{quiet.isoformat()}/", f"{quiet.isoformat()}/{'b' * 32}", "/", "x", "2026-99-99T00:00/", f"/{NETWORK}"]

    for key in forged:
        editor.post(page(poll), {"burst": key, "reason": "Máy gửi"})

    assert not Ballot.objects.filter(standing=Standing.DISCARDED).exists()
    assert not PollEntry.objects.filter(act="discarded").exists()


@pytest.mark.django_db(transaction=True)
def test_no_burst_is_discarded_while_the_tally_of_another_is_held(editor, poll, monkeypatch):
    """A reader who changes a vote takes ballot and tally in one order; two batches in a transaction would cross it."""
    inside, discard = [], review.discard
    monkeypatch.setattr(
        review, "discard", lambda *args, **how: inside.append(connection.in_atomic_block) or discard(*args, **how)
    )

    editor.post(page(poll), {"burst": [burst.key for burst in bursts(poll).values()], "reason": "Máy gửi"})

    assert inside == [False, False]


def test_burst_of_one_poll_discards_nothing_in_another(editor, poll):
    other = PollFactory()
    cast(other, 31, 4, network=NETWORK)

    editor.post(page(other), {"burst": [b.key for b in bursts(other).values()], "reason": "Máy gửi"})

    assert not poll.ballots.filter(standing=Standing.DISCARDED).exists()


# --- Rights --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codenames", "status"),
    [
        (["view_poll", "change_poll", "publish_poll", "view_sealed_result"], 403),
        (["view_poll", "review_ballots"], 403),
        (["view_poll", "review_ballots", "view_sealed_result"], 200),
    ],
)
def test_sealed_figures_are_for_those_who_may_know_and_judge(client, poll, codenames, status):
    Poll.objects.update(show_results=Visibility.AFTER_CLOSE)
    client.force_login(account(*codenames))

    assert client.get(page(poll)).status_code == status
    assert client.post(sheet(poll)).status_code == status


def test_desk_page_tells_no_number_of_judged_ballots_to_those_who_may_not_know(client, poll):
    Poll.objects.update(show_results=Visibility.AFTER_CLOSE)
    PollEntry.objects.create(poll=poll, act="discarded", by=UserFactory(), number=4321)
    client.force_login(account("view_poll"))

    assert "4.321" not in client.get(reverse("admin:polls_poll_change", args=[poll.pk])).content.decode()


def test_discarding_and_export_ask_for_the_token_of_our_own_form(poll):
    foreign = Client(enforce_csrf_checks=True)
    foreign.force_login(account("view_poll", "review_ballots", "view_sealed_result"))

    answers = [
        foreign.post(page(poll), {"burst": bursts(poll)[NETWORK].key, "reason": "x"}),
        foreign.post(sheet(poll)),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not PollEntry.objects.exists()


def test_get_exports_and_logs_nothing(editor, poll):
    assert editor.get(sheet(poll)).status_code == 405
    assert not PollEntry.objects.exists()


# --- Export --------------------------------------------------------------------------------------------------------


def exported(client, poll):
    text = b"".join(client.post(sheet(poll)).streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def test_export_has_a_line_for_each_ballot_and_is_on_the_trail(editor, poll):
    head, *lines = exported(editor, poll)

    assert len(head) == 4
    assert len(lines) == 42
    assert {line[3] for line in lines} == {"Đẹp"}
    assert list(PollEntry.objects.values_list("act", flat=True)) == ["exported"]


def test_export_holds_nothing_that_leads_to_a_reader(editor):
    poll = PollFactory()
    ballot = cast(poll, 1, network=NETWORK, address="d" * 32, agent="e" * 32, reason="Bí mật của tôi")[0]

    text = b"".join(editor.post(sheet(poll)).streaming_content).decode()

    kept = [ballot.voter, ballot.network, ballot.address, ballot.agent, ballot.reason, str(ballot.pk)]
    assert [value for value in kept if value in text] == []
    assert re.findall(r"\d\d:\d\d", text) == [f"{timezone.localtime(ballot.created_at):%H}:00"]


def test_export_shuffles_the_ballots(editor):
    poll = PollFactory()
    first, second = poll.choices.all()
    cast(poll, 20, choices=[first.pk])
    cast(poll, 20, choices=[second.pk])

    answers = [line[3] for line in exported(editor, poll)[1:]]

    assert answers.count("Đẹp") == 20
    assert answers not in (sorted(answers), sorted(answers, reverse=True))


@pytest.mark.parametrize(("codenames", "told"), [([], False), (["read_reasons"], True)])
def test_export_has_reasons_by_right_only(client, codenames, told):
    poll = PollFactory(asks_reason=True)
    cast(poll, 1, reason="=HYPERLINK(“x”)")
    client.force_login(account("view_poll", "review_ballots", "view_sealed_result", *codenames))

    head, line = exported(client, poll)

    assert (len(head), len(line)) == ((5, 5) if told else (4, 4))
    assert (line[-1] == "'=HYPERLINK(“x”)") is told


def test_export_of_several_and_ranking_has_a_column_for_each_answer(editor):
    several = PollFactory(kind=Kind.SEVERAL, max_choices=2, choices=["Một", "=Hai", "Ba"])
    ranking = PollFactory(kind=Kind.RANKING, choices=["Một", "=Hai", "Ba"])
    for poll in (several, ranking):
        one, _two, three = (choice.pk for choice in poll.choices.all())
        cast(poll, 1, choices=[three, one])

    sheets = [exported(editor, poll) for poll in (several, ranking)]

    assert [head[3:] for head, _line in sheets] == [["Một", "'=Hai", "Ba"]] * 2
    assert [line[3:] for _head, line in sheets] == [["1", "", "1"], ["2", "", "1"]]


def test_export_takes_the_same_queries_for_any_number_of_ballots(editor, django_assert_num_queries):
    for number in (1, 3):
        poll = PollFactory()
        cast(poll, number)
        with django_assert_num_queries(8):
            assert len(exported(editor, poll)) == number + 1
