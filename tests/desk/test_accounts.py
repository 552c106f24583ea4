"""Accounts and roles: the table in code is what the database holds, and administrators cannot climb."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.rights import oversees
from newsroom.desk import roles
from newsroom.desk.models import AccountState, User
from tests.factories.articles import ArticleFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

ACCOUNTS = reverse("admin:desk_user_changelist")


@pytest.fixture
def administrator(client):
    administrator = UserFactory(roles=[roles.ADMINISTRATOR])
    client.force_login(administrator)
    return administrator


def change_url(account):
    return reverse("admin:desk_user_change", args=[account.pk])


def fields(account=None, **others):
    """What the form of an account posts."""
    group = Group.objects.get(name=others.pop("role", roles.REPORTER))
    name = account.username if account else "moi"
    posted = {"username": name, "last_name": "Vũ", "first_name": "Mới", "email": f"{name}@bao.example"}
    return {**posted, "is_active": "on", "groups": [group.pk], **others}


@pytest.mark.parametrize("role", roles.ROLES)
def test_group_holds_exactly_the_rights_of_its_role(role):
    held = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")

    assert set(held) == roles.permissions_of(role)


def test_group_changed_by_hand_is_put_right():
    group = Group.objects.get(name=roles.REPORTER)
    group.permissions.clear()

    roles.sync_roles()

    assert group.permissions.count() == len(roles.permissions_of(roles.REPORTER))


def test_new_account_is_an_invitation_to_its_owner(client, administrator):
    client.post(reverse("admin:desk_user_add"), fields())

    user = User.objects.get(username="moi")
    assert (user.is_staff, user.is_superuser, user.is_invited()) == (True, False, True)
    assert [group.name for group in user.groups.all()] == [roles.REPORTER]
    assert str(user) == "Vũ Mới"


@pytest.mark.parametrize("missing", ["groups", "email", "first_name"])
def test_account_without_role_address_or_name_is_refused_beside_the_field(
    client, administrator, mailoutbox, django_capture_on_commit_callbacks, missing
):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("admin:desk_user_add"), {**fields(), missing: []})

    assert list(response.context["adminform"].form.errors) == [missing]
    assert not User.objects.filter(username="moi").exists()
    assert mailoutbox == []


def test_two_accounts_cannot_share_an_address(client, administrator):
    UserFactory(email="Moi@bao.example")

    response = client.post(reverse("admin:desk_user_add"), fields())

    assert list(response.context["adminform"].form.errors) == ["email"]


def test_account_keeps_its_address_when_saved_again(client, administrator):
    reporter = UserFactory(username="lan", email="lan@bao.example", roles=[roles.REPORTER])

    client.post(change_url(reporter), fields(reporter))

    reporter.refresh_from_db()
    assert str(reporter) == "Vũ Mới"


def test_administrator_gives_an_editor_sections(client, administrator):
    mine, other = SectionFactory(), SectionFactory()
    editor = UserFactory(roles=[roles.EDITOR])
    editor.sections_edited.add(other)

    client.post(change_url(editor), fields(editor, role=roles.EDITOR, sections_edited=[mine.pk]))

    editor = User.objects.get(pk=editor.pk)
    assert oversees(editor, ArticleFactory(section=mine))
    assert not oversees(editor, ArticleFactory(section=other))


def test_sections_of_an_editor_are_ticked_on_the_form(client, administrator):
    section = SectionFactory(name="Kinh tế")
    SectionFactory(name="Văn hóa")
    editor = UserFactory(roles=[roles.EDITOR])
    editor.sections_edited.add(section)

    form = client.get(change_url(editor)).context["adminform"].form

    assert list(form["sections_edited"].value()) == [section.pk]


def test_deactivated_account_is_signed_out_and_keeps_its_bylines(client, administrator):
    reporter = UserFactory(roles=[roles.REPORTER])
    pen_name = PenNameFactory(person=PersonFactory(account=reporter))
    story = ArticleFactory(live=True, signed=[pen_name])
    at_the_desk = type(client)()
    at_the_desk.force_login(reporter)

    client.post(change_url(reporter), {**fields(reporter), "is_active": ""})

    assert at_the_desk.get("/admin/").status_code == 302
    assert pen_name.name in client.get(story.get_absolute_url()).content.decode()
    assert client.get(pen_name.get_absolute_url()).status_code == 200


def test_nobody_changes_the_own_rights(client, administrator):
    section = SectionFactory()

    client.post(change_url(administrator), {
        **fields(administrator, role=roles.DESK_CHIEF, sections_edited=[section.pk]), "is_active": "",
    })  # fmt: skip

    administrator.refresh_from_db()
    assert (administrator.first_name, administrator.is_active) == ("Mới", True)
    assert [group.name for group in administrator.groups.all()] == [roles.ADMINISTRATOR]
    assert not administrator.sections_edited.exists()


def test_administrator_can_neither_see_nor_make_a_superuser(client, administrator, mailoutbox):
    emergency = UserFactory(username="emergency", is_superuser=True, email="emergency@bao.example")

    assert "emergency" not in client.get(ACCOUNTS).content.decode()
    assert client.get(change_url(emergency)).status_code == 302
    assert client.post(reverse("admin:desk_user_password_link", args=[emergency.pk])).status_code == 404
    assert mailoutbox == []
    reporter = UserFactory(roles=[roles.REPORTER])
    client.post(change_url(reporter), {**fields(reporter), "is_superuser": "on", "user_permissions": ["1"]})
    reporter.refresh_from_db()
    assert not reporter.is_superuser
    assert not reporter.user_permissions.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, django_assert_num_queries, administrator, count):
    for _ in range(count):
        UserFactory(roles=[roles.REPORTER, roles.MARKET_DESK])

    with django_assert_num_queries(10):
        assert client.get(ACCOUNTS).status_code == 200


@pytest.fixture
def one_in_each_state(administrator):
    invited = UserFactory(username="duoc-moi")
    invited.set_unusable_password()
    invited.save()
    UserFactory(username="da-nghi", is_active=False)
    administrator.username = "dang-dung"
    administrator.save()


def test_state_of_an_account_and_the_query_for_it_agree(one_in_each_state):
    for state in AccountState:
        assert [user.state for user in User.objects.in_state(state)] == [state]


def test_list_is_filtered_by_state_and_role(client, one_in_each_state):
    def names(**query):
        return [user.username for user in client.get(ACCOUNTS, query).context["cl"].result_list]

    assert names(state="invited") == ["duoc-moi"]
    assert names(state="deactivated") == ["da-nghi"]
    assert names(state="active", role=roles.ADMINISTRATOR) == ["dang-dung"]
    assert names(role=roles.REPORTER) == []
    assert "Thư ký tòa soạn" in client.get(ACCOUNTS).content.decode()


def test_list_cannot_be_filtered_by_passwords(client, administrator):
    assert client.get(ACCOUNTS, {"password__startswith": "argon2"}).status_code == 400


def test_log_of_the_desk_refuses_to_be_rewritten(client, administrator):
    client.post(reverse("admin:desk_user_add"), fields())

    assert LogEntry.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        LogEntry.objects.update(change_message="")
