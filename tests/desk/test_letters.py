"""Letters that the administrator's work sends: after the commit, told where they fail, on the record."""

from smtplib import SMTPException

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.urls import reverse

from newsroom.desk import letters, roles
from newsroom.desk.models import User
from tests.desk.test_accounts import change_url, fields
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

ADD = reverse("admin:desk_user_add")


@pytest.fixture
def administrator(client):
    administrator = UserFactory(last_name="Lê Thị", first_name="Quản", roles=[roles.ADMINISTRATOR])
    client.force_login(administrator)
    return administrator


@pytest.fixture
def owner():
    return UserFactory(username="lan", email="cu@bao.example", language="en", roles=[roles.REPORTER])


def refuse(*args, **kwargs):
    raise SMTPException("away")


def levels(response):
    return [message.level_tag for message in response.context["messages"]]


def test_invitation_leaves_after_the_account_stands(client, administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(ADD, fields())
        assert mail.outbox == []

    assert [letter.to for letter in mail.outbox] == [["moi@bao.example"]]


@pytest.mark.django_db(transaction=True)
def test_invitation_that_was_not_taken_is_told_and_the_account_stands(client, monkeypatch, caplog):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))
    monkeypatch.setattr(letters, "send_mail", refuse)

    response = client.post(ADD, fields(), follow=True)

    assert "error" in levels(response)
    assert "moi@bao.example" in response.content.decode()
    assert User.objects.filter(username="moi").exists()


def test_former_address_is_told_of_a_new_one_in_its_owners_language(
    client, administrator, owner, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(change_url(owner), fields(owner, email="moi@bao.example"))

    [letter] = mail.outbox
    assert letter.to == ["cu@bao.example"]
    assert letter.subject == "Your account at Báo Ninh Bình has a new e-mail address"
    assert "Lê Thị Quản" in letter.body
    assert "moi@bao.example" not in letter.body


def test_other_changes_of_an_account_send_no_letter(client, administrator, owner, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(change_url(owner), fields(owner, email=owner.email, last_name="Trần"))

    owner.refresh_from_db()
    assert owner.last_name == "Trần"
    assert mail.outbox == []


def test_account_without_an_address_gets_its_first_in_silence(
    client, administrator, django_capture_on_commit_callbacks
):
    owner = UserFactory(username="lan", email="", roles=[roles.REPORTER])

    with django_capture_on_commit_callbacks(execute=True):
        client.post(change_url(owner), fields(owner))

    owner.refresh_from_db()
    assert owner.email == "lan@bao.example"
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_notice_that_was_not_taken_is_told_and_logged(client, monkeypatch, caplog):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))
    owner = UserFactory(username="lan", email="cu@bao.example", roles=[roles.REPORTER])
    monkeypatch.setattr(letters, "send_mail", refuse)

    response = client.post(change_url(owner), fields(owner, email="moi@bao.example"), follow=True)

    owner.refresh_from_db()
    assert owner.email == "moi@bao.example"
    assert "error" in levels(response)
    assert "cu@bao.example" in response.content.decode()
    assert [record.exc_info[0] for record in caplog.records] == [SMTPException]


def test_sent_link_is_in_the_log_with_its_address(client, administrator, owner):
    client.post(reverse("admin:desk_user_password_link", args=[owner.pk]))

    [entry] = LogEntry.objects.all()
    assert (entry.user, entry.object_id) == (administrator, str(owner.pk))
    assert "cu@bao.example" in entry.change_message


def test_link_that_was_not_taken_is_not_in_the_log(client, administrator, owner, monkeypatch, caplog):
    monkeypatch.setattr(letters, "send_mail", refuse)

    client.post(reverse("admin:desk_user_password_link", args=[owner.pk]))

    assert not LogEntry.objects.exists()
