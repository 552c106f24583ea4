"""Readers vote by each kind of poll, with scripts and without, on a phone; editors publish and correct."""

from datetime import timedelta
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from django.utils.translation import gettext

from polls.models import Ballot, Standing
from polls.results import result_of
from polls.voting import Outcome
from polls.workflow import Kind
from tests.factories.polls import PollFactory, tally

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
KINDS = [Kind.ONE, Kind.SEVERAL, Kind.RANKING, Kind.SCALE]
NAMES = ["Tràng An", "Tam Cốc", "Cúc Phương", "Vân Long"]


def _poll(kind, **facts):
    most = {"max_choices": 2} if kind == Kind.SEVERAL else {}
    names = {} if kind == Kind.SCALE else {"choices": NAMES}
    return PollFactory(kind=kind, question="Bạn thích nơi nào?", **most, **names, **facts)


def _fill(page, kind):
    """Fill in the ballot; returns what it then says, as places on the paper counted from 0."""
    if kind == Kind.ONE:
        page.get_by_label("Tam Cốc").check()
        return [1]
    if kind == Kind.SEVERAL:
        page.get_by_label("Tràng An").check()
        page.get_by_label("Vân Long").check()
        return [0, 3]
    if kind == Kind.RANKING:
        page.get_by_label("Cúc Phương").select_option("1")
        page.get_by_label("Tràng An").select_option("2")
        return [2, 0]
    page.get_by_label("4", exact=True).check()
    return [3]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("kind", KINDS)
def test_reader_on_a_phone_votes(actor, kind, scripts):
    poll = _poll(kind, asks_reason=True)
    page = actor(java_script_enabled=scripts, **PHONE)
    page.goto(poll.get_absolute_url())

    places = _fill(page, kind)
    page.locator("textarea[name=reason]").fill("Vì đẹp")
    page.locator(".ballot__button").tap()

    page.locator(".poll__notice").wait_for()
    assert str(Outcome.ACCEPTED.label) in page.locator(".poll__notice").inner_text()
    ids = [choice.pk for choice in poll.choices.all()]
    ballot = Ballot.objects.get()
    assert (ballot.choices, ballot.reason) == ([ids[place] for place in places], "Vì đẹp")
    assert page.locator(".poll-results__row").count() == len(ids)
    # How it was counted stands behind the result, this vote included.
    if scripts:
        page.get_by_role("link", name=gettext("How the votes are counted")).tap()
    page.locator(".poll-method summary").tap()
    assert "1" in page.locator(".poll-method li").first.inner_text().split(".")[0]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_ballot_takes_no_more_ticks_than_may_be(page):
    poll = _poll(Kind.SEVERAL)
    page.goto(poll.get_absolute_url())

    _fill(page, Kind.SEVERAL)
    assert page.get_by_label("Tam Cốc").is_disabled()
    page.get_by_label("Vân Long").uncheck()
    assert page.get_by_label("Tam Cốc").is_enabled()


def test_choices_stand_in_an_order_of_the_readers_own_within_a_visit(actor, page):
    poll = PollFactory(is_shuffled=True, choices=[f"Ý {number}" for number in range(9)])

    def order(page):
        page.goto(poll.get_absolute_url())
        return page.locator(".ballot__choice span").all_inner_texts()

    first = order(page)

    assert order(page) == first
    assert sorted(first) == [f"Ý {number}" for number in range(9)]
    assert any(order(actor()) != first for _ in range(3))
    assert order(actor(java_script_enabled=False)) == sorted(first)


def test_two_windows_of_one_browser_at_once_vote_once(page):
    poll = _poll(Kind.ONE)
    other = page.context.new_page()
    for window in (page, other):
        window.goto(poll.get_absolute_url())
        _fill(window, Kind.ONE)
        # Neither has the other's cookie when it is sent.
        window.route("**/vote/", lambda route: route.continue_(headers={**route.request.headers, "cookie": ""}))

    for window in (page, other):
        window.locator(".ballot__button").click()
        window.locator(".poll__notice").wait_for()

    assert Ballot.objects.count() == 1
    assert str(Outcome.REPEATED.label) in other.locator(".poll__notice").inner_text()


def test_double_click_without_scripts_votes_once(actor):
    poll = _poll(Kind.ONE)
    page = actor(java_script_enabled=False)
    page.goto(poll.get_absolute_url())
    _fill(page, Kind.ONE)

    page.locator(".ballot__button").dblclick()
    page.locator(".poll__notice").wait_for()

    first, *more = Ballot.objects.order_by("created_at")
    # Presses further apart, as on a machine with much else to do, are two readers to those who have no cookie yet.
    assert all(late.created_at - first.created_at > timedelta(seconds=2) for late in more)
    page.goto(poll.get_absolute_url())
    page.get_by_label("Vân Long").check()
    page.locator(".ballot__button").click()
    page.locator(".poll__notice").wait_for()
    assert Ballot.objects.count() == 1 + len(more)


def _crowd(poll, live_server):
    """Thirty votes from here, just now."""
    for number in range(30):
        data = urlencode({"choice": poll.choices.first().pk, "key": f"browser-number-{number:06}"}).encode()
        urlopen(Request(live_server.url + poll.get_vote_url(), data, {"Sec-Fetch-Site": "same-origin"}))  # noqa: S310


def test_reader_in_a_crowd_proves_work_without_noticing(page, live_server):
    poll, statuses = _poll(Kind.ONE), []
    _crowd(poll, live_server)
    page.on("response", lambda answer: statuses.append(answer.status) if "/vote/" in answer.url else None)
    page.goto(poll.get_absolute_url())

    _fill(page, Kind.ONE)
    page.locator(".ballot__button").click()
    page.locator(".poll__notice").wait_for()

    assert statuses == [428, 200]
    assert str(Outcome.ACCEPTED.label) in page.locator(".poll__notice").inner_text()
    assert result_of(poll).total == 31
    assert Ballot.objects.get(is_proven=True)


def test_reader_in_a_crowd_without_scripts_is_told_of_the_review(actor, live_server):
    poll = _poll(Kind.ONE)
    _crowd(poll, live_server)
    page = actor(java_script_enabled=False)
    page.goto(poll.get_absolute_url())

    _fill(page, Kind.ONE)
    page.locator(".ballot__button").click()

    assert str(Outcome.PENDING.label) in page.locator(".poll__notice").inner_text()
    assert Ballot.objects.get(standing=Standing.PENDING)


def test_page_of_a_ranking_tells_the_winner(page):
    poll = _poll(Kind.RANKING)
    tally(poll, 4, 3, 2, 1)

    page.goto(poll.get_absolute_url())

    assert "Tràng An" in page.locator(".poll-results__winner").inner_text()
