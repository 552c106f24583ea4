import pytest
from django.urls import reverse

from polls.models import Choice, Poll
from polls.results import vote_count
from polls.voting import Outcome
from tests.factories.polls import PollFactory, tally

pytestmark = pytest.mark.django_db

BALLOT = 'class="ballot"'


@pytest.fixture
def poll():
    return PollFactory(question="Bạn thấy giao diện mới thế nào?", choices=["Đẹp", "Chưa <đẹp>"])


def test_index_on_an_empty_database(client):
    assert client.get("/binh-chon/").status_code == 200


def test_index_lists_what_is_published(client):
    visible = [PollFactory(), PollFactory(closed=True)]
    hidden = [PollFactory(draft=True), PollFactory(scheduled=True)]

    page = client.get(reverse("polls:index")).content.decode()

    assert [poll.question in page for poll in visible] == [True, True]
    assert [poll.question in page for poll in hidden] == [False, False]


def test_index_shows_the_totals_of_closed_polls(client):
    tally(PollFactory(closed=True), 617, 617)

    assert vote_count(1234) in client.get(reverse("polls:index")).content.decode()


@pytest.mark.parametrize("size", [1, 3])
def test_index_takes_the_same_queries_for_any_number_of_polls(client, django_assert_num_queries, size):
    for _ in range(size):
        PollFactory()
        PollFactory(closed=True)

    with django_assert_num_queries(4):  # two of the masthead's
        client.get(reverse("polls:index"))


def test_poll_page_shows_ballot_and_result(client, poll):
    tally(poll, 1234, 0)

    page = client.get(poll.get_absolute_url()).content.decode()

    assert page.count('type="radio"') == 2
    assert '<span class="poll-results__percent">100%</span>' in page
    assert '<span class="poll-results__votes">1.234</span>' in page
    assert '<span class="poll-results__votes">0</span>' in page
    assert vote_count(1234) in page
    assert "Chưa &lt;đẹp&gt;" in page


def test_poll_page_without_votes_says_so(client, poll):
    page = client.get(poll.get_absolute_url()).content.decode()

    assert vote_count(0) in page
    assert "poll-results__row" not in page


def test_poll_page_writes_numbers_of_machines_without_separators(client, settings):
    settings.USE_THOUSAND_SEPARATOR = True
    settings.NUMBER_GROUPING = 3
    poll = PollFactory(pk=1_234_567, choices=[], draft=True)
    Choice.objects.create(pk=7_654_321, poll=poll, text="Đẹp")
    Poll.objects.update(is_published=True)

    page = client.get(poll.get_absolute_url()).content.decode()

    assert 'value="7654321"' in page
    assert "-1234567/vote/" in page


def test_closed_poll_page_shows_the_result_only(client):
    poll = PollFactory(closed=True)

    page = client.get(poll.get_absolute_url()).content.decode()

    assert BALLOT not in page
    assert 'id="ket-qua"' in page


@pytest.mark.parametrize("size", [1, 3])
def test_poll_page_takes_the_same_queries_for_any_number_of_choices(client, django_assert_num_queries, size):
    poll = PollFactory(choices=[f"Ý kiến {number}" for number in range(size)])

    with django_assert_num_queries(8):  # poll, choices, tally, two of the note, corrections, two of the masthead's
        client.get(poll.get_absolute_url())


def test_wrong_slug_redirects_for_good(client, poll):
    response = client.get(reverse("polls:poll", args=["sai", poll.pk]))

    assert response.status_code == 301
    assert response.url == poll.get_absolute_url()


@pytest.mark.parametrize("state", ["draft", "scheduled"])
@pytest.mark.parametrize("slug", ["sai", None], ids=["wrong slug", "right slug"])
def test_hidden_poll_is_404_and_never_a_redirect(client, state, slug):
    poll = PollFactory(**{state: True})

    response = client.get(reverse("polls:poll", args=[slug or poll.slug, poll.pk]))

    assert response.status_code == 404


@pytest.mark.parametrize("pk", [0, 10**30])
def test_poll_that_does_not_exist_is_404(client, pk):
    assert client.get(reverse("polls:poll", args=["sai", pk])).status_code == 404


def test_thanks_are_given_without_ballot_and_never_stored(client, poll):
    response = client.get(poll.get_absolute_url(), {"phieu": "da-ghi"})

    assert str(Outcome.ACCEPTED.label) in response.content.decode()
    assert BALLOT not in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"


def test_unknown_notice_is_the_plain_page_and_never_stored(client, poll):
    response = client.get(poll.get_absolute_url(), {"phieu": "<script>"})

    assert response.content == client.get(poll.get_absolute_url()).content
    assert response.headers["Cache-Control"] == "no-store"
