"""The address that takes votes, as browsers and scripts meet it."""

import pytest
from django.test import Client
from django.urls import reverse

from polls.models import Ballot, Tally
from polls.results import result_of, vote_count
from polls.views import Refusal
from polls.voter import COOKIE
from polls.voting import Outcome
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

BALLOT = 'class="ballot"'
JSON = "application/json"
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def poll():
    return PollFactory(question="Bạn thấy giao diện mới thế nào?", choices=["Đẹp", "Chưa <đẹp>"])


def _vote(client, poll, choice=None, **headers):
    data = {"choice": (choice or poll.choices.first()).pk}
    return client.post(poll.get_vote_url(), data, headers={**OWN_PAGE, **headers})


def _nothing_counted():
    return not Ballot.objects.exists() and not Tally.objects.exists()


# --- A vote by form ------------------------------------------------------------------------------------------------


def test_accepted_vote_leads_to_the_thanks(client, poll):
    response = _vote(client, poll)

    assert response.status_code == 303
    assert response.url == f"{poll.get_absolute_url()}?phieu=da-ghi#ket-qua"
    assert [share.votes for share in result_of(poll).shares] == [1, 0]


def _second(client, poll):
    _vote(client, poll)
    return _vote(client, poll, choice=poll.choices.last())


def _closed(client, poll):
    closed = PollFactory(closed=True)
    return _vote(client, closed)


def _choice_of_another_poll(client, poll):
    return _vote(client, poll, choice=PollFactory().choices.first())


def _foreign(client, poll):
    return _vote(client, poll, **{"Sec-Fetch-Site": "cross-site"})


REFUSED = [
    (_second, 409, Outcome.ALREADY_VOTED, False),
    (_closed, 410, Outcome.CLOSED, False),
    (_choice_of_another_poll, 400, Outcome.UNKNOWN_CHOICE, True),
    (_foreign, 403, Refusal.FOREIGN, True),
]


@pytest.mark.parametrize(("attempt", "status", "answer", "has_ballot"), REFUSED)
def test_refused_vote_is_answered_by_the_page_of_the_poll(client, poll, attempt, status, answer, has_ballot):
    response = attempt(client, poll)
    page = response.content.decode()

    assert response.status_code == status
    assert str(answer.label) in page
    assert 'id="ket-qua"' in page
    assert (BALLOT in page) is has_ballot
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("attempt", [_closed, _choice_of_another_poll, _foreign])
def test_refused_vote_changes_nothing_and_sets_no_cookie(client, poll, attempt):
    response = attempt(client, poll)

    assert _nothing_counted()
    assert not response.cookies


def test_second_vote_changes_nothing(client, poll):
    _second(client, poll)

    assert Ballot.objects.count() == 1
    assert [share.votes for share in result_of(poll).shares] == [1, 0]


@pytest.mark.parametrize("data", [{}, {"choice": ""}, {"choice": "x"}, {"choice": "\x00"}, {"choice": "9" * 5000}])
def test_missing_or_malformed_choice_is_400_with_the_form_again(client, poll, data):
    response = client.post(poll.get_vote_url(), data, headers=OWN_PAGE)

    assert response.status_code == 400
    assert BALLOT in response.content.decode()
    assert _nothing_counted()


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_vote_in_a_hidden_poll_is_404(client, state):
    poll = PollFactory(**{state: True})

    assert _vote(client, poll).status_code == 404
    assert _nothing_counted()


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch", "options"])
def test_only_a_post_votes(client, poll, method):
    address = f"{poll.get_vote_url()}?choice={poll.choices.first().pk}"

    response = getattr(client, method)(address, headers=OWN_PAGE)

    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert _nothing_counted()


def test_vote_by_get_leads_back_to_the_poll(client, poll):
    page = client.get(poll.get_vote_url()).content.decode()

    assert str(Refusal.NOT_POSTED.label) in page
    assert f'href="{poll.get_absolute_url()}"' in page


def test_vote_needs_no_token(poll):
    assert _vote(Client(enforce_csrf_checks=True), poll).status_code == 303


def test_vote_that_says_nothing_of_its_source_is_refused(client, poll):
    response = client.post(poll.get_vote_url(), {"choice": poll.choices.first().pk})

    assert response.status_code == 403
    assert _nothing_counted()


def _oversized(client, poll):
    return client.post(poll.get_vote_url(), {"choice": "1", "more": "x" * 20_000}, headers=OWN_PAGE)


def _talkative(client, poll):
    return client.post(poll.get_vote_url(), {"choice": poll.choices.first().pk, "reason": "x" * 501}, headers=OWN_PAGE)


def _malformed(client, poll):
    body = f"choice={poll.choices.first().pk}"
    return client.post(poll.get_vote_url(), body, content_type="multipart/form-data", headers=OWN_PAGE)


def _forged_proof(client, poll):
    return client.post(poll.get_vote_url(), {"choice": poll.choices.first().pk, "altcha": "e30="}, headers=OWN_PAGE)


def _two_in_one(client, poll):
    return client.post(poll.get_vote_url(), {"choice": [each.pk for each in poll.choices.all()]}, headers=OWN_PAGE)


def _in_json(client, poll):
    return client.post(poll.get_vote_url(), {"choice": poll.choices.first().pk}, content_type=JSON, headers=OWN_PAGE)


@pytest.mark.parametrize(
    ("attempt", "status", "answer"),
    [
        (_oversized, 413, Refusal.TOO_LARGE),
        (_talkative, 413, Refusal.TOO_LARGE),
        (_malformed, 400, Refusal.UNREADABLE),
        (_forged_proof, 400, Refusal.NO_PROOF),
        (_two_in_one, 400, Outcome.TOO_MANY_CHOICES),
        (_in_json, 400, Outcome.UNKNOWN_CHOICE),
    ],
)
def test_bad_submission_gets_a_clear_answer_and_changes_nothing(client, poll, attempt, status, answer):
    response = attempt(client, poll)

    assert response.status_code == status
    assert str(answer.label) in response.content.decode()
    assert BALLOT in response.content.decode()
    assert _nothing_counted()
    assert not response.cookies


@pytest.mark.parametrize("number", [2**63, 10**19, 10**40])
def test_number_beyond_those_of_the_database_is_no_poll(client, poll, number):
    address = reverse("polls:vote", args=["x", number])

    assert client.post(address, {"choice": poll.choices.first().pk}, headers=OWN_PAGE).status_code == 404
    assert _nothing_counted()


def test_vote_is_one_round_trip_to_the_database(client, poll, django_assert_num_queries):
    _vote(client, PollFactory())  # the keys are remembered from here on

    choice = poll.choices.first()

    with django_assert_num_queries(1):
        _vote(Client(), poll, choice=choice)


def test_changed_vote_leads_to_its_own_thanks(client):
    poll = PollFactory(may_change=True)
    _vote(client, poll)

    response = _vote(client, poll, choice=poll.choices.last())

    assert (response.status_code, response.url) == (303, f"{poll.get_absolute_url()}?phieu=da-doi#ket-qua")
    assert [share.votes for share in result_of(poll).shares] == [0, 1]
    page = client.get(response.url).content.decode()
    assert str(Outcome.CHANGED.label) in page
    assert BALLOT in page


def test_vote_at_an_old_address_of_the_poll_is_counted_and_led_home(client, poll):
    choice = poll.choices.first().pk
    response = client.post(f"/binh-chon/ten-cu-{poll.pk}/vote/", {"choice": choice}, headers=OWN_PAGE)

    assert client.get(response.url).url == f"{poll.get_absolute_url()}?phieu=da-ghi"
    assert result_of(poll).total == 1


# --- The cookie ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/binh-chon/", "poll"])
def test_pages_are_the_same_for_a_voter_and_set_no_cookie(client, poll, address):
    address = poll.get_absolute_url() if address == "poll" else address
    _vote(client, poll)
    assert COOKIE in client.cookies
    stranger = Client()

    for_voter, for_stranger = client.get(address), stranger.get(address)

    assert for_voter.content == for_stranger.content
    assert not for_voter.cookies
    assert not for_stranger.cookies
    assert "Cookie" not in for_voter.get("Vary", "")


def test_accepted_vote_sets_the_cookie(client, poll):
    assert set(_vote(client, poll).cookies) == {COOKIE}


def test_tampered_cookie_is_a_new_browser(client, poll):
    _vote(client, poll)
    client.cookies[COOKIE] = "x" + client.cookies[COOKIE].value

    assert _vote(client, poll).status_code == 303
    assert Ballot.objects.count() == 2


def test_votes_of_one_browser_in_two_polls_cannot_be_linked(client, poll):
    other = PollFactory()

    assert [_vote(client, each).status_code for each in (poll, other)] == [303, 303]

    voters = Ballot.objects.values_list("voter", flat=True)
    assert len(set(voters)) == 2
    assert all(client.cookies[COOKIE].value.split(":")[0] not in voter for voter in voters)


# --- A vote by script ----------------------------------------------------------------------------------------------


def test_accepted_vote_as_json(client, poll):
    first, second = poll.choices.all()

    response = _vote(client, poll, choice=second, Accept=JSON)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == JSON
    assert response.headers["Cache-Control"] == "no-store"
    assert COOKIE in response.cookies
    assert response.json() == {
        "outcome": "accepted",
        "message": Outcome.ACCEPTED.label,
        "total": 1,
        "summary": vote_count(1),
        "choices": [
            {"id": first.pk, "text": "Đẹp", "votes": 0, "percent": 0},
            {"id": second.pk, "text": "Chưa <đẹp>", "votes": 1, "percent": 100},
        ],
        "page": f"{poll.get_absolute_url()}?phieu=da-ghi#ket-qua",
    }


@pytest.mark.parametrize(("attempt", "status", "answer", "_has_ballot"), REFUSED)
def test_refused_vote_as_json(client, poll, attempt, status, answer, _has_ballot):
    client.defaults["HTTP_ACCEPT"] = JSON

    response = attempt(client, poll)

    assert response.status_code == status
    assert response.json()["outcome"] == answer.value
    assert response.json()["message"] == answer.label
    assert response.headers["Cache-Control"] == "no-store"


def test_vote_by_get_as_json(client, poll):
    response = client.get(poll.get_vote_url(), headers={"Accept": JSON})

    assert response.status_code == 405
    assert response.json()["outcome"] == "not_posted"


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("application/json;q=0.9, text/html", "text/html; charset=utf-8"),
        ("text/html;q=0.5, application/json", JSON),
        ("*/*", "text/html; charset=utf-8"),
        ("image/png", "text/html; charset=utf-8"),
    ],
)
def test_answer_comes_in_the_type_that_the_request_prefers(client, poll, accept, content_type):
    response = client.get(poll.get_vote_url(), headers={"Accept": accept})

    assert response.headers["Content-Type"] == content_type
