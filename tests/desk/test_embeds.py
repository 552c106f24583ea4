"""What the story editor's dialog asks the desk."""

import pytest

from newsroom.desk import roles
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/embeds/"


@pytest.fixture
def reporter(client):
    client.force_login(UserFactory(roles=[roles.REPORTER]))
    return client


def test_reporter_finds_a_public_poll(reporter):
    poll = PollFactory(question="Chợ đêm?")
    PollFactory(question="Chợ đêm còn kín?", draft=True)

    [found] = reporter.get(ADDRESS, {"kind": "poll", "q": "  cho   dem "}).json()["found"]

    assert (found["title"], found["path"]) == ("Chợ đêm?", poll.get_absolute_url())


@pytest.mark.parametrize("words", ["%", "_", "\\", "'; --", "x" * 5_000])
def test_signs_of_the_database_are_letters_like_any_other(reporter, words):
    PollFactory(question="Chợ đêm?")

    assert reporter.get(ADDRESS, {"kind": "poll", "q": words}).json() == {"found": []}


@pytest.mark.parametrize("kind", ["", "khong-co", "poll "])
def test_unknown_kind_is_not_there(reporter, kind):
    assert reporter.get(ADDRESS, {"kind": kind}).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 30])
def test_search_asks_as_often_however_much_there_is(reporter, django_assert_num_queries, count):
    group = InstrumentFactory().group
    for _ in range(count):
        QuoteFactory(instrument__group=group)
        PollFactory()

    for kind in ("poll", "price"):
        with django_assert_num_queries(5):  # session, account, rights of it and of its roles, what is found
            assert len(reporter.get(ADDRESS, {"kind": kind}).json()["found"]) == min(count, 20)
