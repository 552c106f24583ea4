"""The first password, and a new one, are chosen by their owner behind a link in a letter."""

import re
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from newsroom.desk import background, letters, roles
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

ASK = reverse("admin_password_reset")
GOOD = "thuyen-nan-tren-song-Van"


@pytest.fixture(autouse=True)
def _no_letter_sent_yet():
    cache.clear()


@pytest.fixture
def invited():
    account = UserFactory(username="moi", first_name="Mới", email="moi@bao.example", roles=[roles.REPORTER])
    account.set_unusable_password()
    account.save()
    return account


def link_in(letter):
    return re.search(r"https?://\S+", letter.body)[0]


def path_of(link, settings):
    return link.removeprefix(settings.SITE_URL)


def choose(client, path, password=GOOD):
    """Follow the link and post the form behind it."""
    form = client.get(path, follow=True)
    return client.post(form.request["PATH_INFO"], {"new_password1": password, "new_password2": password})


def test_invited_person_chooses_a_password_and_signs_in(client, invited, mailoutbox, settings):
    letters.send_password_link(invited, by=UserFactory(last_name="Lê Thị", first_name="Quản"))

    done = choose(client, path_of(link_in(mailoutbox[0]), settings))

    assert done.status_code == 302
    client.post(reverse("admin:login"), {"username": "moi", "password": GOOD, "next": "/admin/"})
    assert client.get("/admin/").status_code == 200


def test_invitation_names_who_invites_and_the_user_name(invited, mailoutbox):
    letters.send_password_link(invited, by=UserFactory(last_name="Lê Thị", first_name="Quản"))

    assert mailoutbox[0].subject == "Tài khoản của bạn tại Báo Ninh Bình"
    assert "Lê Thị Quản" in mailoutbox[0].body
    assert "moi" in mailoutbox[0].body
    assert "3 ngày" in mailoutbox[0].body
    assert "&" not in mailoutbox[0].body


def test_letter_is_written_in_the_language_of_its_reader(invited, mailoutbox):
    invited.language = "en"

    letters.send_password_link(invited)

    assert mailoutbox[0].subject == "Your account at Báo Ninh Bình"


def test_link_works_once(client, invited, mailoutbox, settings):
    letters.send_password_link(invited)
    path = path_of(link_in(mailoutbox[0]), settings)
    choose(client, path)

    again = client.get(path, follow=True)

    assert not again.context["validlink"]


def test_newer_link_ends_the_earlier_ones(client, invited, mailoutbox, settings):
    letters.send_password_link(invited)
    letters.send_password_link(invited)
    older, newer = (path_of(link_in(letter), settings) for letter in mailoutbox)

    assert not client.get(older, follow=True).context["validlink"]
    assert client.get(newer, follow=True).context["validlink"]


def test_newer_link_ends_the_form_behind_an_earlier_one(client, invited, mailoutbox, settings):
    letters.send_password_link(invited)
    opened = client.get(path_of(link_in(mailoutbox[0]), settings), follow=True).request["PATH_INFO"]
    letters.send_password_link(invited)

    client.post(opened, {"new_password1": GOOD, "new_password2": GOOD})

    invited.refresh_from_db()
    assert invited.is_invited()


def test_link_of_an_old_letter_is_dead(client, invited, mailoutbox, settings):
    settings.PASSWORD_RESET_TIMEOUT = -1
    letters.send_password_link(invited)

    assert not client.get(path_of(link_in(mailoutbox[0]), settings), follow=True).context["validlink"]


def test_link_stands_on_the_address_of_the_paper_whatever_host_was_asked(client, invited, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(ASK, {"email": invited.email}, headers={"host": "evil.example"})

    assert link_in(mailoutbox[0]).startswith(settings.SITE_URL + "/admin/password/")


@pytest.mark.parametrize("password", ["12345678", "ngan", "moi@bao.example"])
def test_weak_password_is_refused(client, invited, mailoutbox, settings, password):
    letters.send_password_link(invited)

    response = choose(client, path_of(link_in(mailoutbox[0]), settings), password)

    invited.refresh_from_db()
    assert response.status_code == 200
    assert response.context["form"].errors
    assert invited.is_invited()


def test_forgotten_password_sends_the_same_answer_whoever_asks(client, mailoutbox):
    account = UserFactory(email="co@bao.example")

    known, unknown = (client.post(ASK, {"email": f"{name}@bao.example"}) for name in ("co", "khong"))

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [letter.to for letter in mailoutbox] == [[account.email]]


def test_answer_is_given_before_anybody_looks_for_the_account(
    client, mailoutbox, monkeypatch, django_assert_num_queries
):
    UserFactory(email="co@bao.example")
    jobs = []
    monkeypatch.setattr(background, "run", lambda job, *args: jobs.append((job, args)))

    with django_assert_num_queries(0):
        assert client.post(ASK, {"email": "co@bao.example"}).status_code == 302

    assert mailoutbox == []
    [(job, args)] = jobs
    job(*args)
    assert [letter.to for letter in mailoutbox] == [["co@bao.example"]]


def test_deactivated_account_gets_no_letter(client, mailoutbox):
    UserFactory(email="nghi@bao.example", is_active=False)

    client.post(ASK, {"email": "nghi@bao.example"})

    assert mailoutbox == []


def test_asking_again_at_once_sends_no_second_letter(client, mailoutbox):
    UserFactory(email="co@bao.example")

    client.post(ASK, {"email": "co@bao.example"})
    client.post(ASK, {"email": "co@bao.example"})

    assert len(mailoutbox) == 1


def test_mail_server_that_is_away_is_told_to_the_administrator_only(client, invited, monkeypatch, caplog):
    def refuse(*args, **kwargs):
        raise SMTPException("away")

    monkeypatch.setattr(letters, "send_mail", refuse)
    assert client.post(ASK, {"email": invited.email}).status_code == 302
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))

    response = client.post(reverse("admin:desk_user_password_link", args=[invited.pk]), follow=True)

    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert invited.email in response.content.decode()


def test_letter_that_was_not_taken_may_be_asked_for_again_at_once(client, invited, mailoutbox, monkeypatch, caplog):
    def refuse(*args, **kwargs):
        raise SMTPException("away")

    with monkeypatch.context() as away:
        away.setattr(letters, "send_mail", refuse)
        client.post(ASK, {"email": invited.email})
    client.post(ASK, {"email": invited.email})

    assert len(mailoutbox) == 1


def test_way_ends_at_the_sign_in_page(client, invited, settings):
    done = choose(client, path_of(letters.new_password_link(invited), settings))

    assert f'href="{reverse("admin:login")}"' in client.get(done.url).content.decode()


def test_new_password_ends_every_sign_in(client, invited, settings):
    elsewhere = type(client)()
    elsewhere.force_login(invited)

    choose(client, path_of(letters.new_password_link(invited), settings))

    assert not invited.sessions.exists()


@pytest.mark.parametrize("invitation", [True, False])
def test_administrator_sends_the_link_again(client, invited, mailoutbox, invitation):
    account = invited if invitation else UserFactory(email="co@bao.example", roles=[roles.REPORTER])
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))

    client.post(reverse("admin:desk_user_password_link", args=[account.pk]))

    subject = "Tài khoản của bạn tại Báo Ninh Bình" if invitation else "Mật khẩu mới cho tài khoản tại Báo Ninh Bình"
    assert [letter.subject for letter in mailoutbox] == [subject]


def test_deactivated_account_is_sent_no_link(client, invited, mailoutbox):
    invited.is_active = False
    invited.save()
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))

    assert client.post(reverse("admin:desk_user_password_link", args=[invited.pk])).status_code == 404
    assert mailoutbox == []


def test_administrator_cannot_set_a_password(client, invited):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))

    assert client.get(f"/admin/desk/user/{invited.pk}/password/").status_code in (302, 404)
    assert "password1" not in client.get(reverse("admin:desk_user_change", args=[invited.pk])).content.decode()
    assert mail.outbox == []
