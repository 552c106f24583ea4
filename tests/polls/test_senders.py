"""Many readers behind one address, and scripts that would vote like many."""

import base64
import json
import re
from http import HTTPStatus

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.db import connection
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from polls import challenge, keys
from polls.models import Ballot, Key, Standing
from polls.results import result_of
from polls.traces import sender_of
from polls.voter import COOKIE, digest
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

ADDRESS = "203.0.113.77"
AGENT = "Mozilla/5.0 (Linux; Android 13) TestPhone/7"


@pytest.fixture(autouse=True)
def _cheap_proofs(monkeypatch):
    monkeypatch.setattr(challenge, "ROUNDS", 1)
    monkeypatch.setattr(challenge, "PREFIX", "0")


@pytest.fixture
def poll():
    return PollFactory()


def _vote(poll, number=0, client=None, address=ADDRESS, agent=AGENT, **fields):
    """A vote by a browser whose script gave itself the name of this number; `key=""` is one without scripts."""
    fields = {"choice": poll.choices.first().pk, "key": f"browser-number-{number:06}", **fields}
    headers = {"Sec-Fetch-Site": "same-origin", "Accept": "application/json", "User-Agent": agent}
    return (client or Client()).post(poll.get_vote_url(), fields, headers=headers, REMOTE_ADDR=address)


def _crowd(poll, size=30, **options):
    return [_vote(poll, number, **options).status_code for number in range(size)]


def _solved(response):
    task = Challenge.from_dict(response.json()["challenge"])
    return Payload(task, solve_challenge(task)).to_base64()


# --- Many readers behind one address -------------------------------------------------------------------------------


def test_first_thirty_votes_from_an_address_are_never_challenged_and_the_next_is(poll):
    assert _crowd(poll) == [HTTPStatus.OK] * 30

    response = _vote(poll, 30)

    assert response.status_code == HTTPStatus.PRECONDITION_REQUIRED
    assert response.json()["outcome"] == "challenged"
    assert result_of(poll).total == 30
    assert not response.cookies


def test_five_hundred_browsers_behind_one_address_vote_within_a_minute(poll):
    for number in range(500):
        response = _vote(poll, number, agent=f"Browser/{number % 7}")
        if response.status_code == HTTPStatus.PRECONDITION_REQUIRED:
            response = _vote(poll, number, agent=f"Browser/{number % 7}", altcha=_solved(response))
        assert response.status_code == HTTPStatus.OK

    assert result_of(poll).total == 500
    assert Ballot.objects.filter(is_proven=True).count() == 470


def test_script_that_drops_cookies_and_rotates_its_name_pays_for_each_vote(poll):
    answers = [_vote(poll, number, agent=f"Mozilla/{number}").status_code for number in range(60)]

    assert answers.count(HTTPStatus.OK) == 30
    assert answers.count(HTTPStatus.PRECONDITION_REQUIRED) == 30


def test_script_that_moves_within_its_ipv6_network_pays(poll):
    answers = [_vote(poll, number, address=f"2001:db8:5:6::{number:x}").status_code for number in range(1, 40)]

    assert answers.count(HTTPStatus.OK) == 30


def test_neighbours_addresses_are_not_challenged_for_each_other(poll):
    _crowd(poll)

    assert _vote(poll, 99, address="203.0.113.78").status_code == HTTPStatus.OK


def test_busy_poll_does_not_make_another_busy(poll):
    _crowd(poll)

    assert _vote(PollFactory(), 30).status_code == HTTPStatus.OK


def test_who_has_voted_is_told_so_and_not_challenged(poll):
    _crowd(poll)

    assert _vote(poll, 3).json()["outcome"] == "repeated"


def test_address_is_calm_again_after_a_minute(poll):
    _crowd(poll)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE polls_ballot SET created_at = created_at - interval '61 seconds'")

    assert _vote(poll, 30).status_code == HTTPStatus.OK


def test_reader_without_scripts_is_counted_after_review(poll):
    _crowd(poll)
    client = Client()

    response = _vote(poll, client=client, key="")

    assert response.status_code == HTTPStatus.ACCEPTED
    assert client.cookies[COOKIE]
    assert Ballot.objects.get(standing=Standing.PENDING).choices == [poll.choices.first().pk]
    assert result_of(poll).total == 30
    assert _vote(poll, client=client, key="").json()["outcome"] == "repeated"


def test_whole_network_is_challenged_when_it_sends_hundreds(poll):
    with connection.cursor() as cursor:
        network = sender_of(_request(), poll_id=poll.pk, is_nameless=False).network
        cursor.execute(
            "INSERT INTO polls_ballot"
            " (poll_id, choices, voter, address, network, standing, reason, place, agent, is_proven)"
            " SELECT %s, ARRAY[1], lpad(i::text, 64, '0'), i::text, %s, 'counted', '', '', '', false"
            " FROM generate_series(1, 600) AS i",
            [poll.pk, network],
        )

    assert _vote(poll, address="203.0.113.200").status_code == HTTPStatus.PRECONDITION_REQUIRED
    assert _vote(poll, address="203.0.113.200", key="").status_code == HTTPStatus.TOO_MANY_REQUESTS


# --- The proof -----------------------------------------------------------------------------------------------------


def test_proof_is_of_no_use_to_another_voter_or_in_another_poll(poll):
    _crowd(poll)
    proof = _solved(_vote(poll, 30))

    for other, number in ((poll, 31), (PollFactory(), 30)):
        response = _vote(other, number, altcha=proof)
        assert (response.status_code, response.json()["outcome"]) == (HTTPStatus.BAD_REQUEST, "no_proof")
    assert Ballot.objects.count() == 30


def test_proof_used_again_counts_nothing(poll):
    _crowd(poll)
    proof = _solved(_vote(poll, 30))

    assert _vote(poll, 30, altcha=proof).status_code == HTTPStatus.OK
    assert _vote(poll, 30, altcha=proof).json()["outcome"] == "repeated"
    assert result_of(poll).total == 31


def test_expired_proof_is_refused(poll, monkeypatch):
    _crowd(poll)
    monkeypatch.setattr(challenge, "VALID", -1)
    proof = _solved(_vote(poll, 30))

    assert _vote(poll, 30, altcha=proof).json()["outcome"] == "no_proof"


def test_proof_under_a_destroyed_key_is_refused(poll):
    _crowd(poll)
    proof = _solved(_vote(poll, 30))
    Key.objects.all().delete()
    keys.forget()

    assert _vote(poll, 30, altcha=proof).json()["outcome"] == "no_proof"


def test_forged_proofs_are_refused(poll):
    voter = digest("a browser", poll.pk)
    task = Challenge.from_dict(challenge.issue(poll.pk, voter))
    solved = Payload(task, solve_challenge(task)).to_dict()

    assert challenge.is_proof(Payload.from_dict(solved).to_base64(), poll.pk, voter)
    for place, forged in [("keyPrefix", ""), ("cost", 0), ("expiresAt", None), ("data", {})]:
        parameters = {**solved["challenge"]["parameters"], place: forged}
        payload = Payload.from_dict({**solved, "challenge": {**solved["challenge"], "parameters": parameters}})
        assert not challenge.is_proof(payload.to_base64(), poll.pk, voter)


WORDS = st.sampled_from(["challenge", "solution", "parameters", "data", "salt", "counter", "derivedKey"])
JSON = st.recursive(
    st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=20
)


@given(st.text(max_size=200) | JSON.map(lambda made: base64.b64encode(json.dumps(made).encode()).decode()))
def test_whatever_is_sent_as_a_proof_is_none(text):
    assert not challenge.is_proof(text, 1, "a voter")


# --- One browser, sent twice ---------------------------------------------------------------------------------------


def test_first_votes_of_one_browser_at_once_count_once(poll):
    """The script's name stands for the cookie that the browser does not have yet."""
    first, second = _vote(poll, 1), _vote(poll, 1)

    assert [first.json()["outcome"], second.json()["outcome"]] == ["accepted", "repeated"]
    assert result_of(poll).total == 1


def test_double_tap_without_scripts_counts_once_and_the_last_cookie_is_the_voters(poll):
    _vote(poll, key="")
    client = Client()

    again = _vote(poll, client=client, key="")

    assert again.json()["outcome"] == "repeated"
    assert result_of(poll).total == 1
    assert _vote(poll, client=client, key="", choice=poll.choices.last().pk).json()["outcome"] == "already_voted"


@pytest.mark.parametrize("other", [{"agent": "Other/1"}, {"address": "203.0.113.78"}, {"choice": "last"}])
def test_votes_without_scripts_that_differ_are_two_readers(poll, other):
    other = other | ({"choice": poll.choices.last().pk} if "choice" in other else {})
    _vote(poll, key="")

    assert _vote(poll, key="", **other).status_code == HTTPStatus.OK
    assert result_of(poll).total == 2


def test_same_vote_without_scripts_after_two_seconds_is_another_reader(poll):
    _vote(poll, key="")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE polls_ballot SET created_at = created_at - interval '3 seconds'")

    assert _vote(poll, key="").status_code == HTTPStatus.OK


# --- Nothing is kept of the reader ---------------------------------------------------------------------------------


def _request(address=ADDRESS, agent=AGENT):
    return RequestFactory().post("/", REMOTE_ADDR=address, headers={"User-Agent": agent})


def test_database_holds_neither_address_nor_name_of_the_browser(poll):
    _vote(poll, 1)
    _vote(poll, key="")

    assert Ballot.objects.count() == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT string_agg(r::text, chr(10)) FROM "{table}" AS r')  # noqa: S608  (our own tables)
            held = cursor.fetchone()[0] or ""
            assert not re.search(r"203\.0\.113|TestPhone", held), table


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("203.0.113.7", "203.0.113.7", (True, True)),
        ("203.0.113.7", "203.0.113.8", (False, True)),
        ("203.0.113.7", "203.0.114.7", (False, False)),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", (True, True)),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", (False, True)),
        ("2001:db8:1:2::1", "2001:db8:2:2::1", (False, False)),
        ("::ffff:203.0.113.7", "203.0.113.7", (True, True)),
    ],
)
def test_digests_stand_for_an_address_and_the_network_around_it(one, other, is_same):
    first, second = (sender_of(_request(address), poll_id=1, is_nameless=True) for address in (one, other))

    assert (first.address == second.address, first.network == second.network) == is_same
    assert {len(first.address), len(first.network), len(first.agent)} == {32}


def test_digests_differ_from_poll_to_poll_and_from_key_to_key():
    before = sender_of(_request(), poll_id=1, is_nameless=True)
    other_poll = sender_of(_request(), poll_id=2, is_nameless=True)
    Key.objects.all().delete()
    keys.forget()
    other_key = sender_of(_request(), poll_id=1, is_nameless=True)

    for name in ("address", "network", "agent"):
        assert len({getattr(sender, name) for sender in (before, other_poll, other_key)}) == 3


def test_browser_with_a_name_leaves_no_digest_of_its_program():
    assert sender_of(_request(), poll_id=1, is_nameless=False).agent == ""
