"""The admin's log holds what was there before and after, for accounts, roles and settings; never a password."""

import json
from urllib.parse import urlsplit

import pytest
from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.models import Section, Tag
from newsroom.desk import changes, roles
from newsroom.front.models import Paper
from tests.factories.articles import PersonFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = UserFactory(roles=[roles.ADMINISTRATOR])
    client.force_login(user)
    return user


@pytest.fixture
def chief(client):
    user = UserFactory(roles=[roles.DESK_CHIEF])
    client.force_login(user)
    return user


def values():
    """Of the newest entry: before and after by field."""
    message = LogEntry.objects.order_by("pk").last().change_message
    return {label: (before, after) for part in json.loads(message) for label, before, after in part.get("values", ())}


def account_form(account, **changed):
    return {"username": account.username, "last_name": "Trần", "first_name": "An", "email": "an@bao.example",
            "is_active": "on", "groups": [Group.objects.get(name=roles.REPORTER).pk], **changed}  # fmt: skip


def change(account):
    return reverse("admin:desk_user_change", args=[account.pk])


def test_roles_and_sections_of_an_account_are_logged_by_name(client, administrator):
    account = UserFactory(roles=[roles.REPORTER], last_name="Trần", first_name="An", email="an@bao.example")
    old, new = SectionFactory(name="Kinh tế"), SectionFactory(name="Văn hóa")
    account.sections_edited.add(old)
    editor = Group.objects.get(name=roles.EDITOR).pk

    client.post(change(account), account_form(account, groups=[editor], sections_edited=[new.pk]))

    assert sorted(values().values()) == [("Kinh tế", "Văn hóa"), ("Phóng viên", "Biên tập viên")]


def test_deactivation_of_an_account_is_logged_in_words(client, administrator):
    account = UserFactory(roles=[roles.REPORTER], last_name="Trần", first_name="An", email="an@bao.example")

    client.post(change(account), account_form(account, is_active=""))

    assert list(values().values()) == [("Có", "Không")]


def test_new_account_is_logged_with_all_it_was_given(client, administrator):
    client.post(reverse("admin:desk_user_add"), account_form(UserFactory.build(username="moi")))

    logged = LogEntry.objects.filter(action_flag=1).get()
    said = [after for part in json.loads(logged.change_message) for _field, _before, after in part.get("values", ())]
    assert {"moi", "Trần", "An", "an@bao.example", "Phóng viên"} <= set(said)


def test_paper_settings_are_logged(client, administrator):
    paper = Paper.objects.create(pk=1, name="Báo Cũ")
    fields = {field.name: getattr(paper, field.name) or "" for field in Paper._meta.fields if field.name != "is_demo"}

    client.post(reverse("admin:front_paper_change", args=[1]), fields | {"name": "Báo Mới"})

    assert list(values().values()) == [("Báo Cũ", "Báo Mới")]


def test_editors_of_a_section_are_logged(client, chief):
    old, new = UserFactory(first_name="An"), UserFactory(first_name="Bình")
    section = SectionFactory(name="Kinh tế")
    section.editors.add(old)

    client.post(
        reverse("admin:articles_section_change", args=[section.pk]), {"name": "Kinh tế mới", "editors": [new.pk]}
    )

    assert sorted(values().values()) == [("An", "Bình"), ("Kinh tế", "Kinh tế mới")]


def test_person_is_logged_with_the_account_behind(client, chief):
    person, account = PersonFactory(full_name="Trần An"), UserFactory(first_name="Tài khoản")

    client.post(
        reverse("admin:articles_person_change", args=[person.pk]), {"full_name": "Trần An", "account": account.pk}
    )

    assert list(values().values()) == [("", "Tài khoản")]


def test_what_was_deleted_is_logged_with_what_it_held(client, chief):
    tag = TagFactory(name="đê điều")

    client.post(reverse("admin:articles_tag_delete", args=[tag.pk]), {"post": "yes"})

    assert not Tag.objects.exists()
    assert ("đê điều", "") in values().values()


def test_many_deleted_at_once_are_logged_each(client, chief):
    sections = SectionFactory.create_batch(3)
    data = {"action": "delete_selected", "_selected_action": [one.pk for one in sections], "post": "yes"}

    client.post(reverse("admin:articles_section_changelist"), data)

    assert not Section.objects.exists()
    assert [entry.action_flag for entry in LogEntry.objects.all()] == [3, 3, 3]
    assert (sections[2].name, "") in values().values() or (sections[0].name, "") in values().values()


def test_order_of_the_sections_is_logged_once(client, chief):
    one, two = SectionFactory(name="Một", position=1), SectionFactory(name="Hai", position=2)
    moved = {"updatedItems": [[two.pk, 1], [one.pk, 2]]}

    client.post(reverse("admin:articles_section_sortable_update"), moved, content_type="application/json")

    assert LogEntry.objects.count() == 1
    assert list(values().values()) == [("Một, Hai", "Hai, Một")]


def test_save_that_changes_nothing_logs_no_values(client, chief):
    section = SectionFactory(name="Kinh tế")

    client.post(reverse("admin:articles_section_change", args=[section.pk]), {"name": "Kinh tế"})

    assert values() == {}


def test_new_password_is_logged_without_a_word_of_it(client, administrator):
    secret = "mat-khau-moi-rat-dai"

    client.post(
        reverse("admin:password_change"),
        {"old_password": "secret", "new_password1": secret, "new_password2": secret},
    )

    administrator.refresh_from_db()
    message = LogEntry.objects.get(object_id=administrator.pk).change_message
    assert administrator.check_password(secret)
    assert secret not in message
    assert administrator.password not in message


def test_no_form_puts_a_password_into_the_log():
    class PasswordForm(forms.Form):
        password = forms.CharField()

    form = PasswordForm({"password": "rat-kin"}, initial={"password": "argon2$cu"})
    assert form.is_valid()

    assert changes.of_form(form) == [["password", "", "…"]]


def test_refused_password_is_not_logged(client, administrator):
    client.post(reverse("admin:password_change"), {"old_password": "khong-phai"})

    assert not LogEntry.objects.exists()


def test_password_link_and_its_use_are_logged(client, administrator):
    account = UserFactory(email="an@bao.example")

    client.post(reverse("admin:desk_user_password_link", args=[account.pk]))
    assert list(values().values()) == [("", "an@bao.example")]

    client.logout()
    link = next(word for word in mail.outbox[0].body.split() if "/admin/password/" in word)
    form = client.get(urlsplit(link).path, follow=True)
    secret = "mat-khau-moi-rat-dai"
    client.post(form.redirect_chain[-1][0], {"new_password1": secret, "new_password2": secret})

    assert LogEntry.objects.order_by("pk").last().user == account


def test_own_language_is_logged_once_it_changes(client, administrator):
    for language in ("en", "en"):
        client.post(reverse("admin:my_account"), {"language": language})

    assert LogEntry.objects.count() == 1
    assert list(values().values()) == [("Tiếng Việt", "English")]


def test_log_cannot_be_rewritten_or_deleted(client, administrator):
    client.post(reverse("admin:my_account"), {"language": "en"})

    for attack in (lambda: LogEntry.objects.update(change_message=""), lambda: LogEntry.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            attack()
