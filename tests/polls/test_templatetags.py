import pytest
from django.template import Context, Template

from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db


def _widget():
    return Template("{% load polls %}{% front_poll %}").render(Context())


def test_front_poll_renders_nothing_on_an_empty_database():
    assert _widget().strip() == ""


def test_front_poll_is_a_ballot_of_the_poll():
    poll = PollFactory(on_front=True, choices=["Đẹp", "Chưa đẹp", "Xấu"])

    widget = _widget()

    assert poll.question in widget
    assert f'action="{poll.get_vote_url()}"' in widget
    assert f'href="{poll.get_absolute_url()}#ket-qua"' in widget
    assert widget.count('type="radio"') == 3
    assert widget.count("<button") == 1


def test_front_poll_is_the_newest_open_one_for_the_front():
    PollFactory(on_front=True, question="Cũ?")
    PollFactory(on_front=True, question="Mới?")
    for other in ({"closed": True}, {"scheduled": True}, {"draft": True}):
        PollFactory(on_front=True, question="Không mở?", **other)
    PollFactory(on_front=False, question="Nơi khác?")

    widget = _widget()

    assert "Mới?" in widget
    assert not any(question in widget for question in ("Cũ?", "Không mở?", "Nơi khác?"))


@pytest.mark.parametrize("state", ["closed", "scheduled", "draft"])
def test_front_poll_shows_no_poll_that_takes_no_votes(state):
    PollFactory(on_front=True, **{state: True})

    assert _widget().strip() == ""


@pytest.mark.parametrize("size", [1, 3])
def test_front_poll_takes_two_queries(django_assert_num_queries, size):
    for _ in range(size):
        PollFactory(on_front=True, choices=[f"Ý kiến {number}" for number in range(size)])

    with django_assert_num_queries(2):
        _widget()


def test_vote_count_filter_writes_numbers_with_dots():
    assert "1.234" in Template("{% load polls %}{{ total|vote_count }}").render(Context({"total": 1234}))
