"""Sealed results leak nowhere: page, list, answers to votes, front page, the desk without the right."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from polls.models import Poll, PollEntry, Standing
from polls.workflow import Visibility
from tests.factories.desk import UserFactory
from tests.factories.polls import BallotFactory, PollFactory

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}
VOTES = "poll-results__total"


def poll_with(visibility, **fields):
    return PollFactory(show_results=visibility, on_front=True, **fields)


def vote(client, poll, **headers):
    choice = poll.choices.first().pk
    return client.post(poll.get_vote_url(), {"choice": choice}, headers={"Sec-Fetch-Site": "same-origin", **headers})


def close(poll):
    Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now() - timedelta(seconds=1))


def shown(client, poll, **query):
    return VOTES in client.get(poll.get_absolute_url(), query).content.decode()


@pytest.mark.parametrize(
    ("visibility", "to_all", "to_voters", "after_close"),
    [
        (Visibility.ALWAYS, True, True, True),
        (Visibility.AFTER_VOTE, False, True, True),
        (Visibility.AFTER_CLOSE, False, False, True),
        (Visibility.NEVER, False, False, False),
    ],
)
def test_result_is_shown_to_whom_and_when_it_was_set(client, visibility, to_all, to_voters, after_close):
    poll = poll_with(visibility)

    assert shown(client, poll) is to_all
    answer = vote(client, poll)
    assert (VOTES in client.get(answer["Location"]).content.decode()) is to_voters
    assert shown(client, poll) is to_all, "the page of everybody stays the same for voters"
    close(poll)
    assert shown(client, poll) is after_close


@pytest.mark.parametrize("visibility", [Visibility.AFTER_VOTE, Visibility.AFTER_CLOSE, Visibility.NEVER])
def test_typed_address_of_the_thanks_shows_nothing_to_who_has_not_voted(client, visibility):
    poll = poll_with(visibility)

    assert not shown(client, poll, phieu="da-ghi")


@pytest.mark.parametrize(
    ("visibility", "told"),
    [
        (Visibility.ALWAYS, True),
        (Visibility.AFTER_VOTE, True),
        (Visibility.AFTER_CLOSE, False),
        (Visibility.NEVER, False),
    ],
)
def test_answer_for_scripts_tells_the_figures_only_where_voters_may_know(client, visibility, told):
    poll = poll_with(visibility)

    first, second = vote(client, poll, **JSON).json(), vote(client, poll, **JSON).json()

    assert ("choices" in first, "total" in first, "summary" in first) == (told, told, told)
    assert ("choices" in second) is told
    assert first["message"]


def test_refused_vote_tells_no_sealed_figure(client):
    poll = poll_with(Visibility.AFTER_VOTE)

    refused = client.post(poll.get_vote_url(), {"choice": "0"}, headers={"Sec-Fetch-Site": "same-origin", **JSON})

    assert refused.status_code == 400
    assert "choices" not in refused.json()


def test_list_of_polls_tells_no_total_of_a_poll_whose_result_is_never_published(client):
    poll = poll_with(Visibility.NEVER)
    vote(client, poll)
    close(poll)

    assert "poll-list__total" not in client.get(reverse("polls:index")).content.decode()


@pytest.mark.parametrize(("visibility", "offered"), [(Visibility.ALWAYS, True), (Visibility.AFTER_VOTE, False)])
def test_front_page_offers_results_only_where_there_are_some_to_see(client, visibility, offered):
    poll_with(visibility)

    assert ("#ket-qua" in client.get("/").content.decode()) is offered


@pytest.mark.parametrize("rights", [[], ["view_sealed_result"]])
def test_desk_tells_sealed_figures_by_right_only(client, rights):
    poll = poll_with(Visibility.NEVER)
    vote(client, poll)
    account = UserFactory(is_staff=True)
    account.user_permissions.set(Permission.objects.filter(codename__in=["view_poll", *rights]))
    client.force_login(account)

    pages = [
        client.get(reverse("admin:polls_poll_changelist")),
        client.get(reverse("admin:polls_poll_change", args=[poll.pk])),
    ]

    words = ["column-total", "field-tally"]
    assert [word in page.content.decode() for word, page in zip(words, pages, strict=True)] == [bool(rights)] * 2


# --- Every path at once --------------------------------------------------------------------------------------------

SEALED = [Visibility.AFTER_VOTE, Visibility.AFTER_CLOSE, Visibility.NEVER]


def box_of(poll):
    """As many ballots of each standing as no page says by chance."""
    for standing, number in ((Standing.COUNTED, 37), (Standing.PENDING, 41), (Standing.DISCARDED, 43)):
        BallotFactory.create_batch(number, poll=poll, standing=standing, place="side", network="a" * 32)
    PollEntry.objects.create(poll=poll, act="discarded", number=43, by=UserFactory(), note="Máy gửi")


def everything_readers_get(client, poll):
    addresses = ["/", "/binh-chon/", "/sitemap.xml", "/rss/", "/tim-kiem/?q=chuyen", poll.get_absolute_url()]
    beside = ["nhung/", "?phieu=da-ghi", "?phieu=cho-duyet", "?nhung"]
    addresses += [poll.get_absolute_url() + word for word in beside] + [poll.get_absolute_url()[:-1] + ".json"]
    pages = {address: client.get(address).content.decode() for address in addresses}
    return {address: re.sub("<lastBuildDate>.*?</lastBuildDate>", "", page) for address, page in pages.items()}


@pytest.mark.parametrize("visibility", SEALED)
def test_no_reader_page_changes_by_a_byte_with_the_ballots_of_a_sealed_poll(client, visibility):
    poll = poll_with(visibility)
    before = everything_readers_get(client, poll)

    box_of(poll)

    assert everything_readers_get(client, poll) == before


@pytest.mark.parametrize("visibility", SEALED)
def test_readers_pages_ask_the_database_the_same_whatever_is_in_a_sealed_box(
    client, django_assert_num_queries, visibility
):
    poll = poll_with(visibility)

    for page, queries in ((poll.get_absolute_url(), 5), (reverse("polls:index"), 3)):
        with django_assert_num_queries(queries) as asked:
            client.get(page)
        assert not any("polls_tally" in query["sql"] or "polls_ballot" in query["sql"] for query in asked)


def desk_pages(poll):
    return [
        reverse("admin:polls_poll_changelist"),
        reverse("admin:polls_poll_changelist") + "?o=-3",
        reverse("admin:polls_poll_changelist") + "?total_votes=37",
        reverse("admin:polls_poll_change", args=[poll.pk]),
        reverse("admin:polls_poll_history", args=[poll.pk]),
        *(reverse(f"admin:polls_poll_{name}", args=[poll.pk]) for name in ("ballots", "preview", "correct")),
        reverse("admin:poll_story", args=[poll.pk]),
        reverse("admin:audit"),
        reverse("admin:audit_export"),
        reverse("admin:index"),
    ]


@pytest.mark.parametrize("visibility", SEALED)
@pytest.mark.parametrize(
    "rights",
    [["view_poll"], ["view_poll", "change_poll", "publish_poll", "read_reasons"], ["view_audit"]],
    ids=["sees polls", "writes polls", "audits"],
)
def test_desk_tells_no_number_of_a_sealed_poll_without_the_right(client, visibility, rights):
    poll = poll_with(visibility)
    account = UserFactory(is_staff=True)
    account.user_permissions.set(Permission.objects.filter(codename__in=[*rights, "add_article"]))
    client.force_login(account)
    box_of(poll)

    for address in desk_pages(poll):
        answer = client.get(address)
        text = b"".join(answer).decode()
        found = [number for number in ("37", "41", "43", "121") if f">{number}<" in text or f"({number})" in text]
        assert found == [], address
    assert client.post(reverse("admin:polls_poll_export", args=[poll.pk])).status_code == 403


def test_who_may_know_finds_the_numbers_there(client):
    poll = poll_with(Visibility.NEVER)
    account = UserFactory(is_staff=True)
    account.user_permissions.set(
        Permission.objects.filter(codename__in=["view_poll", "review_ballots", "view_sealed_result"])
    )
    client.force_login(account)
    box_of(poll)

    text = client.get(reverse("admin:polls_poll_ballots", args=[poll.pk])).content.decode()

    assert all(f">{number}<" in text for number in ("37", "41", "43"))
