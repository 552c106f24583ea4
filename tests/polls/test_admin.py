from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from lxml import html

from newsroom.text.vietnamese import format_number
from polls.admin.poll import LOCKED
from polls.models import Choice, Poll, State
from polls.voter import digest
from polls.voting import Outcome, cast_vote
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory, tally

pytestmark = pytest.mark.django_db

LIST = reverse("admin:polls_poll_changelist")
ADD = reverse("admin:polls_poll_add")


def _change(poll):
    return reverse("admin:polls_poll_change", args=[poll.pk])


def _delete(poll):
    return reverse("admin:polls_poll_delete", args=[poll.pk])


def _move(poll):
    return reverse("admin:polls_poll_move", args=[poll.pk])


def _client_who_may(client, *actions):
    user = UserFactory()
    codenames = [action if "_" in action else f"{action}_poll" for action in actions]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls", codename__in=codenames))
    client.force_login(user)
    return client


@pytest.fixture
def editor(client):
    return _client_who_may(client, "view", "add", "change", "delete", "publish")


def _form(poll=None, texts=("Đẹp", "Xấu"), **changes):
    """What the poll's form sends; the choices of a saved poll keep their rows."""
    rows = list(poll.choices.all()) if poll else []
    data = {"question": "Bạn thấy thế nào?", "opens_at_0": "2026-11-22", "opens_at_1": "09:05:00"}
    data |= {"kind": "one", "show_results": "always"}
    data |= {"choices-TOTAL_FORMS": len(texts), "choices-INITIAL_FORMS": len(rows)}
    for place, text in enumerate(texts):
        data |= {f"choices-{place}-text": text, f"choices-{place}-order": place + 1}
    for place, choice in enumerate(rows):
        data |= {f"choices-{place}-id": choice.pk, f"choices-{place}-poll": poll.pk}
    return data | changes


def _voted_in():
    poll = PollFactory(question="Câu hỏi cũ?")
    outcome = cast_vote(poll_id=poll.pk, choices=[poll.choices.first().pk], voter=digest("a browser", poll.pk))
    assert outcome is Outcome.ACCEPTED
    return poll


# --- Writing -------------------------------------------------------------------------------------------------------


def test_new_poll_gets_slug_author_and_ordered_choices(editor):
    response = editor.post(ADD, _form(texts=["Đẹp", "Xấu"], **{"choices-0-order": 2, "choices-1-order": 1}))

    poll = Poll.objects.get()
    assert response.url == LIST
    assert poll.slug == "ban-thay-the-nao"
    assert poll.created_by == UserFactory._meta.model.objects.get()
    assert [choice.text for choice in poll.choices.all()] == ["Xấu", "Đẹp"]


def test_new_choices_without_order_follow_the_others(editor):
    editor.post(ADD, _form(texts=["Một", "Hai", "Ba"], **{f"choices-{place}-order": "" for place in range(3)}))

    assert [choice.text for choice in Choice.objects.all()] == ["Một", "Hai", "Ba"]


def test_draft_may_have_one_choice(editor):
    editor.post(ADD, _form(texts=["Đẹp"]))

    assert Poll.objects.exists()


def test_picture_and_deletion_of_a_choice_are_named_where_no_column_heads_them(editor):
    poll = PollFactory(draft=True)
    page = html.fromstring(editor.get(_change(poll)).content.decode())

    named = {label.get("for"): label.text for label in page.xpath("//label[@class='column-name']")}

    assert (named["id_choices-0-picture"], named["id_choices-0-DELETE"]) == ("Ảnh", "Xóa phương án này")
    assert all(page.xpath(f"//input[@id='{field}']") for field in ("id_choices-0-picture", "id_choices-0-DELETE"))


def test_poll_that_no_reader_has_seen_may_be_changed(editor):
    poll = PollFactory(draft=True, choices=["Đẹp", "Xấu"])

    editor.post(_change(poll), _form(poll, texts=["Rất đẹp", "Xấu"], question="Câu hỏi mới?"))

    poll.refresh_from_db()
    assert poll.question == "Câu hỏi mới?"
    assert [choice.text for choice in poll.choices.all()] == ["Rất đẹp", "Xấu"]


# --- Once readers have seen it --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forged",
    [
        {"texts": ["Một", "Hai"]},
        {"texts": ["Đẹp", "Chưa đẹp", "Ba"]},
        {"texts": ["Đẹp", "Chưa đẹp"], "choices-0-order": 2, "choices-1-order": 1},
        {"texts": ["Đẹp", "Chưa đẹp"], "choices-1-DELETE": "on"},
    ],
    ids=["reworded", "added", "reordered", "removed"],
)
def test_voted_poll_keeps_question_and_choices_against_a_handmade_form(editor, forged):
    poll = _voted_in()
    before = list(poll.choices.values_list("pk", "text", "order"))

    editor.post(_change(poll), _form(poll, slug="khac", intro="Lời dẫn mới", **forged))

    poll.refresh_from_db()
    assert poll.intro == "Lời dẫn mới"
    assert (poll.question, poll.slug) == ("Câu hỏi cũ?", "cau-hoi-cu")
    assert list(poll.choices.values_list("pk", "text", "order")) == before


def test_voted_poll_may_still_be_closed(editor):
    poll = _voted_in()
    over = timezone.localtime() - timedelta(hours=1)
    times = {"closes_at_0": f"{over:%Y-%m-%d}", "closes_at_1": f"{over:%H:%M}"}

    response = editor.post(_change(poll), _form(poll, **times))

    assert response.status_code == 302
    assert Poll.objects.closed().exists()


def _as_shown(editor, poll):
    """What the browser sends of a form that was just opened and left as it is."""
    form = html.fromstring(editor.get(_change(poll)).content).get_element_by_id("poll_form")
    return {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def test_form_that_leaves_the_close_alone_does_not_open_again_what_was_closed_meanwhile(editor):
    poll = _voted_in()
    shown = _as_shown(editor, poll)
    closed_at = timezone.now() - timedelta(minutes=1)
    Poll.objects.filter(pk=poll.pk).update(closes_at=closed_at, show_results="never")

    editor.post(_change(poll), shown | {"intro": "Lời dẫn mới"})

    poll.refresh_from_db()
    assert (poll.intro, poll.closes_at, poll.show_results) == ("Lời dẫn mới", closed_at, "never")


def test_form_that_changes_the_close_sets_it(editor):
    poll = _voted_in()
    shown = _as_shown(editor, poll)

    editor.post(_change(poll), shown | {"closes_at_0": "2030-01-02", "closes_at_1": "09:05"})

    poll.refresh_from_db()
    assert f"{timezone.localtime(poll.closes_at):%d/%m/%Y %H:%M}" == "02/01/2030 09:05"


def test_form_left_alone_keeps_the_instant_of_the_close(editor):
    closed_at = timezone.now() - timedelta(minutes=1)
    poll = PollFactory(closes_at=closed_at)

    editor.post(_change(poll), _as_shown(editor, poll))

    assert Poll.objects.get().closes_at == closed_at


def test_poll_is_opened_again_by_who_empties_the_close(editor):
    poll = PollFactory(closed=True)

    editor.post(_change(poll), _as_shown(editor, poll) | {"closes_at_0": "", "closes_at_1": ""})

    assert Poll.objects.open().exists()


def test_poll_that_readers_have_seen_says_why_it_is_locked(editor):
    locked, free = PollFactory(), PollFactory(draft=True)

    assert str(LOCKED) in editor.get(_change(locked)).content.decode()
    assert str(LOCKED) not in editor.get(_change(free)).content.decode()


def test_voted_poll_offers_no_deletion_and_its_address_refuses(editor):
    locked, free = _voted_in(), PollFactory(draft=True)

    assert _delete(locked) not in editor.get(_change(locked)).content.decode()
    assert _delete(free) in editor.get(_change(free)).content.decode()
    for response in (editor.get(_delete(locked)), editor.post(_delete(locked), {"post": "yes"})):
        assert response.status_code == 403
    assert Poll.objects.count() == 2


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_poll_that_no_reader_has_seen_can_be_deleted(editor, state):
    poll = PollFactory(**{state: True})

    editor.post(_delete(poll), {"post": "yes"})

    assert not Poll.objects.exists()


@pytest.mark.parametrize("closed", [False, True])
def test_poll_that_readers_could_see_is_kept_without_any_vote(editor, closed):
    poll = PollFactory(closed=closed)

    assert _delete(poll) not in editor.get(_change(poll)).content.decode()
    assert editor.post(_delete(poll), {"post": "yes"}).status_code == 403
    assert Poll.objects.exists()


def test_poll_that_readers_could_see_once_is_kept_when_withdrawn(editor):
    poll = PollFactory()
    editor.post(_move(poll), {"_move": "withdraw", "move_note": "Câu hỏi gây hiểu nhầm."})

    poll.refresh_from_db()
    assert poll.state(timezone.now()) is State.WITHDRAWN
    assert editor.post(_delete(poll), {"post": "yes"}).status_code == 403
    assert Poll.objects.exists()


def test_list_deletes_nothing(editor):
    polls = [PollFactory(), _voted_in()]
    form = {"action": "delete_selected", "_selected_action": [poll.pk for poll in polls], "post": "yes"}

    editor.post(LIST, form)

    assert Poll.objects.count() == 2
    assert "delete_selected" not in editor.get(LIST).content.decode()


def test_ballot_stands_before_its_times(editor):
    page = editor.get(ADD).content.decode()

    places = [page.index(f'name="{name}"') for name in ("question", "choices-0-text", "opens_at_0", "slug")]
    assert places == sorted(places)


# --- The list ------------------------------------------------------------------------------------------------------


@pytest.fixture
def one_of_each():
    """A poll in each state, by state."""
    traits = {State.DRAFT: "draft", State.SCHEDULED: "scheduled", State.OPEN: None, State.CLOSED: "closed"}
    polls = {state: PollFactory(**{trait: True} if trait else {}) for state, trait in traits.items()}
    polls[State.WITHDRAWN] = PollFactory()
    Poll.objects.filter(pk=polls[State.WITHDRAWN].pk).update(is_published=False)
    return polls


def _listed(response):
    return list(response.context["cl"].result_list)


def test_list_shows_state_and_total(client, one_of_each):
    editor = _client_who_may(client, "view", "view_sealed_result")
    tally(one_of_each[State.CLOSED], 617, 617)

    page = editor.get(LIST).content.decode()

    for state in State:
        assert f'<td class="field-mark"><span class="badge badge--{state}">{state.label}</span></td>' in page
    assert f'<td class="field-total">{format_number(1234)} ' in page


def test_list_prints_times_as_the_house_does(editor):
    PollFactory(opens_at=datetime(2026, 11, 1, 2, 5, tzinfo=UTC), closes_at=datetime(2026, 11, 22, 2, 5, tzinfo=UTC))

    page = editor.get(LIST).content.decode()

    assert '<td class="field-opening">01/11/2026 - 09:05</td>' in page
    assert '<td class="field-closing">22/11/2026 - 09:05</td>' in page


def test_list_begins_with_the_newest_opening(editor):
    old = PollFactory(opens_at=datetime(2026, 1, 1, tzinfo=UTC))
    new = PollFactory(opens_at=datetime(2026, 3, 1, tzinfo=UTC))
    middle = PollFactory(opens_at=datetime(2026, 2, 1, tzinfo=UTC))

    assert _listed(editor.get(LIST)) == [new, middle, old]


@pytest.mark.parametrize("state", State)
def test_list_is_filtered_by_state(editor, one_of_each, state):
    assert _listed(editor.get(LIST, {"state": state})) == [one_of_each[state]]


def test_list_ignores_an_unknown_state(editor, one_of_each):
    assert len(_listed(editor.get(LIST, {"state": "?"}))) == len(State)


@pytest.mark.parametrize("size", [1, 3])
def test_list_takes_the_same_queries_for_any_number_of_polls(editor, django_assert_num_queries, size):
    for _ in range(size):
        PollFactory()

    # session, account, two of permissions, count, count of all, polls
    with django_assert_num_queries(8):
        editor.get(LIST)


# --- Rights --------------------------------------------------------------------------------------------------------


def _addresses(poll):
    return {"list": LIST, "add": ADD, "change": _change(poll), "delete": _delete(poll)}


@pytest.mark.parametrize(
    ("actions", "allowed"),
    [
        ([], set()),
        (["view"], {"list", "change"}),
        (["view", "add"], {"list", "add", "change"}),
        (["view", "change"], {"list", "change"}),
        (["view", "delete"], {"list", "change", "delete"}),
    ],
)
def test_pages_ask_for_the_rights_over_polls(client, actions, allowed):
    client = _client_who_may(client, *actions)

    statuses = {name: client.get(address).status_code for name, address in _addresses(PollFactory(draft=True)).items()}

    assert statuses == {name: 200 if name in allowed else 403 for name in statuses}


@pytest.mark.parametrize("actions", [[], ["view"], ["view", "add"], ["view", "delete"]])
def test_handmade_change_without_the_right_is_403_and_changes_nothing(client, actions):
    client = _client_who_may(client, *actions)
    poll = PollFactory(draft=True, question="Câu hỏi cũ?", choices=["Đẹp", "Xấu"])

    response = client.post(_change(poll), _form(poll, texts=["Một", "Hai"], question="Câu hỏi mới?"))

    poll.refresh_from_db()
    assert response.status_code == 403
    assert poll.question == "Câu hỏi cũ?"
    assert [choice.text for choice in poll.choices.all()] == ["Đẹp", "Xấu"]


def test_viewer_sees_choices_and_tallies(client):
    poll = PollFactory(choices=["Đẹp", "Xấu"])
    tally(poll, 1234, 0)

    page = _client_who_may(client, "view").get(_change(poll)).content.decode()

    assert "Đẹp" in page
    assert "1.234" in page
    assert "choices-0-text" not in page


def test_who_may_only_add_writes_choices_too(client):
    _client_who_may(client, "view", "add").post(ADD, _form(texts=["Đẹp", "Xấu"]))

    assert [choice.text for choice in Choice.objects.all()] == ["Đẹp", "Xấu"]


# --- Forged fields -------------------------------------------------------------------------------------------------


def test_forged_form_opens_no_sealed_result_without_the_right_to_publish(client):
    poll = PollFactory(show_results="after_close")
    choices = [choice.text for choice in poll.choices.all()]
    writer = _client_who_may(client, "view", "change")
    forged = {"show_results": "always", "closes_at_0": "2026-11-22", "closes_at_1": "10:00", "is_published": "on"}

    writer.post(_change(poll), _form(poll, texts=choices, intro="Lời dẫn mới", **forged))

    poll.refresh_from_db()
    assert (poll.intro, poll.show_results, poll.closes_at) == ("Lời dẫn mới", "after_close", None)


def test_who_may_publish_says_when_results_show(client):
    poll = PollFactory(show_results="after_close")
    choices = [choice.text for choice in poll.choices.all()]
    publisher = _client_who_may(client, "view", "change", "publish")

    publisher.post(_change(poll), _form(poll, texts=choices, show_results="always"))

    poll.refresh_from_db()
    assert poll.show_results == "always"


def test_forged_fields_of_a_draft_change_nothing_that_has_a_verb_of_its_own(client):
    poll = PollFactory(draft=True)
    writer = _client_who_may(client, "view", "change")
    forged = {"is_published": "on", "was_public": "on", "created_by": "1", "created_at": "2000-01-01"}
    before = Poll.objects.values("is_published", "was_public", "created_by", "created_at").get()

    writer.post(_change(poll), _form(poll, texts=["Đẹp", "Chưa đẹp"], **forged))

    assert Poll.objects.values("is_published", "was_public", "created_by", "created_at").get() == before
