"""A poll in a story, in the frame of another site, and as JSON."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from newsroom.desk import roles
from newsroom.pages import embeds
from newsroom.text.richtext import clean
from polls.models import Poll
from polls.workflow import Kind, Visibility
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory, tally

pytestmark = pytest.mark.django_db

HIDDEN = {"draft": {"draft": True}, "scheduled": {"scheduled": True}}


def figure(poll):
    return f'<figure data-embed="poll"><a href="{poll.get_absolute_url()}">{poll.question}</a></figure>'


def path_of(poll, name):
    return reverse(f"polls:{name}", args=[poll.slug, poll.pk])


def withdrawn():
    poll = PollFactory()
    Poll.objects.filter(pk=poll.pk).update(is_published=False)
    return poll


def test_address_of_a_poll_is_an_embed():
    poll = PollFactory(question="Đẹp?")

    assert clean(figure(poll)) == figure(poll)


def test_open_poll_is_a_ballot_from_a_story():
    poll = PollFactory(choices=["Đẹp", "Chưa đẹp"])
    tally(poll, 3, 1)

    drawn = embeds.draw(figure(poll))

    assert f'action="{poll.get_vote_url()}"' in drawn
    assert 'name="place" value="story"' in drawn
    assert f'href="{poll.get_absolute_url()}#ket-qua"' in drawn
    assert "poll-results" not in drawn  # the page with the story is kept longer than a tally holds


def test_closed_poll_is_its_result():
    poll = PollFactory(closed=True)
    tally(poll, 3, 1)

    drawn = embeds.draw(figure(poll))

    assert "<form" not in drawn
    assert "75%" in drawn


def test_closed_poll_whose_result_is_sealed_tells_nothing():
    poll = PollFactory(closed=True, show_results=Visibility.NEVER)
    tally(poll, 3, 1)

    drawn = embeds.draw(figure(poll))

    assert poll.question in drawn
    assert "poll-results" not in drawn
    assert "75%" not in drawn


@pytest.mark.parametrize("state", [*HIDDEN, "withdrawn", "deleted"])
def test_poll_that_readers_may_not_see_leaves_nothing(state):
    poll = withdrawn() if state == "withdrawn" else PollFactory(**HIDDEN.get(state, {"draft": True}))
    html = figure(poll)
    if state == "deleted":
        poll.delete()

    assert embeds.draw(f"<p>Tin</p>{html}") == "<p>Tin</p>"
    assert embeds.hidden(html) == [poll.question]


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_polls_takes_three_queries(django_assert_num_queries, count):
    polls = [*PollFactory.create_batch(count), *PollFactory.create_batch(count, closed=True)]

    with django_assert_num_queries(3):  # polls, choices, tallies of those that are closed
        embeds.draw("".join(map(figure, polls)))


def test_frame_has_the_choices_and_a_way_to_vote_on_our_page(client, settings):
    poll = PollFactory(choices=["Đẹp", "Chưa <đẹp>"], show_results=Visibility.AFTER_CLOSE)

    page = client.get(path_of(poll, "frame")).content.decode()

    assert "Chưa &lt;đẹp&gt;" in page
    assert "<form" not in page
    assert f'href="{settings.SITE_URL}{poll.get_absolute_url()}?nhung"' in page
    assert page.count('target="_blank"') == page.count('rel="noopener"') == 2


def test_frame_shows_a_public_result(client):
    poll = PollFactory()
    tally(poll, 3, 1)

    assert "75%" in client.get(path_of(poll, "frame")).content.decode()


def test_ballot_on_the_page_that_the_frame_leads_to_says_where_it_came_from(client):
    poll = PollFactory()

    assert 'name="place" value="embed"' in client.get(f"{poll.get_absolute_url()}?nhung").content.decode()
    assert 'name="place" value="page"' in client.get(poll.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["frame", "json"])
@pytest.mark.parametrize("state", [*HIDDEN, "withdrawn"])
def test_poll_that_readers_may_not_see_is_nowhere(client, name, state):
    poll = withdrawn() if state == "withdrawn" else PollFactory(**HIDDEN[state])

    answer = client.get(path_of(poll, name))

    assert answer.status_code == 404
    assert poll.question not in answer.content.decode()
    assert embeds.frame_of(poll.get_absolute_url()) is None


@pytest.mark.parametrize("name", ["frame", "json"])
def test_wrong_slug_leads_to_the_right_one(client, name):
    poll = PollFactory()

    answer = client.get(reverse(f"polls:{name}", args=["sai", poll.pk]))

    assert (answer.status_code, answer["Location"]) == (301, path_of(poll, name))


def test_json_says_what_the_page_says(client, settings):
    poll = PollFactory(question="Đẹp?", choices=["Đẹp", "Chưa đẹp"])
    tally(poll, 3, 1)
    good, bad = poll.choices.all()

    answer = client.get(path_of(poll, "json"))

    assert answer["Access-Control-Allow-Origin"] == "*"
    said = answer.json()
    assert said.pop("opens_at").startswith("20")
    assert said.pop("result")["choices"] == [
        {"id": good.pk, "text": "Đẹp", "votes": 3, "percent": 75},
        {"id": bad.pk, "text": "Chưa đẹp", "votes": 1, "percent": 25},
    ]
    assert said == {
        "id": poll.pk,
        "url": settings.SITE_URL + poll.get_absolute_url(),
        "question": "Đẹp?",
        "intro": "",
        "kind": "one",
        "state": "open",
        "closes_at": None,
        "choices": [{"id": good.pk, "text": "Đẹp"}, {"id": bad.pk, "text": "Chưa đẹp"}],
    }


def test_page_of_a_public_poll_leads_programs_to_its_json(client):
    poll = PollFactory()

    assert f'href="{path_of(poll, "json")}"' in client.get(poll.get_absolute_url()).content.decode()


def test_json_is_not_sent_again_to_who_has_it(client):
    poll = PollFactory()
    tag = client.get(path_of(poll, "json"))["ETag"]

    again = client.get(path_of(poll, "json"), headers={"If-None-Match": tag})
    tally(poll, 1, 0)
    changed = client.get(path_of(poll, "json"), headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200


NEVER, LATER, VOTERS = Visibility.NEVER, Visibility.AFTER_CLOSE, Visibility.AFTER_VOTE


@pytest.mark.parametrize(("sealed", "state"), [(NEVER, {}), (NEVER, {"closed": True}), (LATER, {}), (VOTERS, {})])
def test_sealed_result_is_absent_everywhere_and_not_even_counted(client, django_assert_num_queries, sealed, state):
    poll = PollFactory(show_results=sealed, choices=["Đẹp", "Chưa đẹp"], **state)
    tally(poll, 912_345, 0)

    with django_assert_num_queries(2):  # poll, choices
        said = client.get(path_of(poll, "json"))
    frame, story = client.get(path_of(poll, "frame")).content.decode(), embeds.draw(figure(poll))

    assert "result" not in said.json()
    assert [text for text in (said.content.decode(), frame, story) if re.search(r"912.?345|100%", text)] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_poll_has_a_frame_and_json(client, kind):
    poll = PollFactory(kind=kind, max_choices=2 if kind == Kind.SEVERAL else None)
    tally(poll, *[1] * poll.choices.count())

    assert client.get(path_of(poll, "frame")).status_code == 200
    assert client.get(path_of(poll, "json")).json()["result"]["total"] == poll.choices.count()


def test_desk_finds_polls_without_accents_newest_first_with_their_state():
    polls = [PollFactory(question="Chợ đêm một?"), PollFactory(question="Chợ đêm hai?", closed=True)]
    PollFactory(question="Khác?")

    found = embeds.search("poll", "cho dem", AnonymousUser())

    assert {(it.title, it.path) for it in found} == {(poll.question, poll.get_absolute_url()) for poll in polls}
    assert all(it.note for it in found)


def test_desk_finds_what_readers_do_not_see_only_for_who_may_see_it():
    PollFactory(draft=True, question="Còn kín?")

    def found(role):
        return [it.title for it in embeds.search("poll", "", UserFactory(roles=[role]))]

    assert found(roles.REPORTER) == []
    assert found(roles.DESK_CHIEF) == ["Còn kín?"]


def test_list_of_polls_is_no_embed():
    link = '<a href="/binh-chon/">a</a>'

    assert clean(f'<figure data-embed="poll">{link}</figure>') == f"<p>{link}</p>"


def test_number_that_no_poll_has_leaves_nothing():
    assert embeds.draw('<figure data-embed="poll"><a href="/binh-chon/x-999999999999999999/">a</a></figure>') == ""
