"""What the desk does to a poll beside writing it, as its pages offer it."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from polls.models import Ballot, Correction, Poll, Standing
from polls.results import result_of
from polls.workflow import Kind
from tests.factories.desk import UserFactory
from tests.factories.photos import picture, upload
from tests.factories.polls import BallotFactory, PollFactory
from tests.polls.test_admin import ADD, _change, _form

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = UserFactory()
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="polls"))
    client.force_login(user)
    return client


def _address(name, poll):
    return reverse(f"admin:polls_poll_{name}", args=[poll.pk])


def test_button_publishes_a_draft(editor):
    poll = PollFactory(draft=True)
    assert 'value="publish"' in editor.get(_change(poll)).content.decode()

    editor.post(_address("move", poll), {"_move": "publish"})

    assert Poll.objects.open().get() == poll
    assert 'value="publish"' not in editor.get(_change(poll)).content.decode()


@pytest.mark.parametrize("move", ["publish", "nonsense", ""])
def test_move_that_is_not_possible_changes_nothing(editor, move):
    poll = PollFactory(draft=True, choices=["Một"])

    response = editor.post(_address("move", poll), {"_move": move}, follow=True)

    assert response.status_code == 200
    assert not Poll.objects.filter(is_published=True).exists()


@pytest.mark.parametrize("name", ["move", "preview", "correct", "review"])
def test_poll_that_does_not_exist_is_404(editor, name):
    address = reverse(f"admin:polls_poll_{name}", args=[0])

    assert (editor.post if name == "move" else editor.get)(address).status_code == 404


def test_preview_of_a_draft_is_the_readers_page_with_a_ballot_that_casts_nothing(editor, client):
    poll = PollFactory(draft=True)

    page = editor.get(_address("preview", poll)).content.decode()

    assert poll.question in page
    assert page.count('type="radio"') == 2
    assert poll.get_vote_url() not in page
    assert 'type="submit"' not in page.split('class="ballot"')[1]
    assert "noindex" in page


def test_correction_by_form_leads_back_and_is_listed(editor):
    poll = PollFactory(question="Câu hỏi củ?", choices=["Đẹp", "Xấu"])
    first, second = poll.choices.all()
    words = {"question": "Câu hỏi cũ?", f"choice-{first.pk}": "Đẹp", f"choice-{second.pk}": "Xấu", "note": "Chính tả"}

    response = editor.post(_address("correct", poll), words)

    assert response.url == _change(poll)
    assert (Correction.objects.get().before, Correction.objects.get().after) == ("Câu hỏi củ?", "Câu hỏi cũ?")
    assert "Câu hỏi củ?" in editor.get(_change(poll)).content.decode()


def test_correction_of_nothing_shows_the_form_again(editor):
    poll = PollFactory()
    words = {"question": poll.question, "note": "Chính tả"} | {
        f"choice-{choice.pk}": choice.text for choice in poll.choices.all()
    }

    assert editor.post(_address("correct", poll), words).status_code == 200
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("button", "total", "standing"), [("accept", 2, "counted"), ("discard", 0, "discarded")])
def test_waiting_ballots_are_judged_by_the_network(editor, button, total, standing):
    poll = PollFactory()
    for network in ("a" * 32, "a" * 32, "b" * 32):
        BallotFactory(poll=poll, standing=Standing.PENDING, network=network)
    assert editor.get(_address("review", poll)).content.decode().count('name="network"') == 2

    editor.post(_address("review", poll), {"network": "a" * 32, "note": "Trường học", button: "1"})

    assert result_of(poll).total == total
    assert Ballot.objects.filter(network="a" * 32, standing=standing).count() == 2
    assert Ballot.objects.get(network="b" * 32).standing == Standing.PENDING


def test_review_keeps_the_digests_of_readers_out_of_sight_elsewhere(editor):
    ballot = BallotFactory(standing=Standing.PENDING, network="a" * 32)

    page = editor.get(_address("review", ballot.poll)).content.decode()

    assert ballot.voter not in page


@pytest.mark.parametrize("size", [1, 3])
def test_review_takes_the_same_queries_for_any_number_of_networks(editor, django_assert_num_queries, size):
    poll = PollFactory()
    for number in range(size):
        BallotFactory(poll=poll, standing=Standing.PENDING, network=f"{number:032}")

    with django_assert_num_queries(7):
        editor.get(_address("review", poll))


# --- Kinds ---------------------------------------------------------------------------------------------------------


def test_scale_needs_no_choices_and_gets_its_five(editor):
    editor.post(ADD, _form(texts=["", ""], kind="scale", low_label="Tệ", high_label="Tốt"))

    assert [choice.text for choice in Poll.objects.get().choices.all()] == list("12345")


def test_number_of_ticks_is_asked_for_several_choices_and_dropped_for_others(editor):
    editor.post(ADD, _form(kind="several"))
    assert not Poll.objects.exists()

    editor.post(ADD, _form(kind="several", max_choices="2"))
    editor.post(ADD, _form(kind="ranking", max_choices="2"))

    assert set(Poll.objects.values_list("kind", "max_choices")) == {(Kind.SEVERAL, 2), (Kind.RANKING, None)}


def test_picture_of_a_choice_is_decoded_and_kept_under_a_name_of_ours(editor):
    sent = upload(picture(1200, 900), name="bí mật.png")

    editor.post(ADD, _form(**{"choices-0-picture": sent}))

    choice = Poll.objects.get().choices.first()
    assert (choice.picture_width, choice.picture_height) == (800, 600)
    assert choice.picture.name.startswith("polls/")
    assert "mật" not in choice.picture.name
    with default_storage.open(choice.picture.name) as kept:
        assert kept.read(2) == b"\xff\xd8"


def test_file_that_is_no_picture_is_refused(editor):
    response = editor.post(ADD, _form(**{"choices-0-picture": SimpleUploadedFile("x.svg", b"<svg onload=alert(1)>")}))

    assert response.status_code == 200
    assert not Poll.objects.exists()
