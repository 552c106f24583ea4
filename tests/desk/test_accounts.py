"""Accounts and roles: the table in code is what the database holds, and administrators cannot climb."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse

from newsroom.desk import roles
from newsroom.desk.models import User
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

ACCOUNTS = reverse("admin:desk_user_changelist")


@pytest.mark.parametrize("role", roles.ROLES)
def test_group_holds_exactly_the_rights_of_its_role(role):
    held = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")

    assert set(held) == roles.permissions_of(role)


def test_group_changed_by_hand_is_put_right():
    group = Group.objects.get(name=roles.REPORTER)
    group.permissions.clear()

    roles.sync_roles()

    assert group.permissions.count() == len(roles.permissions_of(roles.REPORTER))


def test_administrator_adds_an_account_that_may_sign_in(client):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))
    reporter = Group.objects.get(name=roles.REPORTER)

    client.post(reverse("admin:desk_user_add"), {
        "username": "moi", "last_name": "Vũ", "first_name": "Mới", "email": "", "usable_password": "true",
        "password1": "mat-khau-rat-dai", "password2": "mat-khau-rat-dai", "groups": [reporter.pk],
    })  # fmt: skip

    user = User.objects.get(username="moi")
    assert (user.is_staff, user.is_superuser, list(user.groups.all())) == (True, False, [reporter])
    assert str(user) == "Vũ Mới"


def test_administrator_can_neither_see_nor_make_a_superuser(client):
    administrator = UserFactory(roles=[roles.ADMINISTRATOR])
    emergency = UserFactory(username="emergency", is_superuser=True)
    client.force_login(administrator)

    assert "emergency" not in client.get(ACCOUNTS).content.decode()
    for name in ("desk_user_change", "auth_user_password_change"):
        assert client.get(reverse(f"admin:{name}", args=[emergency.pk])).status_code in (302, 404)
    client.post(reverse("admin:desk_user_change", args=[administrator.pk]), {
        "username": administrator.username, "is_active": "on", "is_superuser": "on", "user_permissions": ["1"],
        "groups": [Group.objects.get(name=roles.ADMINISTRATOR).pk],
    })  # fmt: skip
    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert not administrator.user_permissions.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, django_assert_num_queries, count):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))
    for _ in range(count):
        UserFactory(roles=[roles.REPORTER, roles.MARKET_DESK])

    with django_assert_num_queries(9):
        assert client.get(ACCOUNTS).status_code == 200


def test_log_of_the_desk_refuses_to_be_rewritten(client):
    client.force_login(UserFactory(roles=[roles.ADMINISTRATOR]))
    client.post(reverse("admin:desk_user_add"), {
        "username": "moi", "usable_password": "true", "password1": "mat-khau-rat-dai", "password2": "mat-khau-rat-dai",
    })  # fmt: skip

    assert LogEntry.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        LogEntry.objects.update(change_message="")
