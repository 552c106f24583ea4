"""Tokens at the desk: shown once, revocable, on the record, for desk chiefs."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from markets import tokens
from markets.models import SourceToken
from newsroom.desk import roles
from tests.factories.desk import UserFactory
from tests.factories.markets import ListingFactory, SourceFactory, SourceTokenFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    chief = UserFactory(roles=[roles.DESK_CHIEF])
    client.force_login(chief)
    return chief


@pytest.fixture
def source():
    return ListingFactory(source=SourceFactory(name="Tiệm A")).source


def page_of(source):
    return reverse("admin:markets_source_tokens", args=[source.pk])


def test_token_is_shown_in_the_answer_that_issues_it_and_never_again(client, chief, source):
    shown = client.post(page_of(source))
    [text] = re.findall(r"gia_[\w-]{43}", shown.content.decode())

    assert tokens.holder(f"Bearer {text}").source == source
    assert "no-store" in shown.headers["Cache-Control"]
    assert text not in client.get(page_of(source)).content.decode()
    assert SourceToken.objects.get().made_by == chief


def test_revoked_token_says_so_and_opens_nothing(client, chief, source):
    text = tokens.issue(source, by=chief)[1]

    client.post(reverse("admin:markets_token_revoke", args=[SourceToken.objects.get().pk]))

    assert tokens.holder(f"Bearer {text}") is None
    assert "<form" in client.get(page_of(source)).content.decode()


def test_issuing_and_revoking_are_in_the_log_without_the_token(client, chief, source):
    client.post(page_of(source))
    token = SourceToken.objects.get()
    for _again in range(2):
        client.post(reverse("admin:markets_token_revoke", args=[token.pk]))

    entries = list(LogEntry.objects.order_by("pk").values_list("user", "object_id", "change_message"))
    assert [(user, thing) for user, thing, _message in entries] == [(chief.pk, str(source.pk))] * 2
    assert not any("gia_" in message or token.digest in message for _user, _thing, message in entries)


@pytest.mark.parametrize("role", [roles.MARKET_DESK, roles.EDITOR, roles.ADMINISTRATOR])
def test_nobody_else_issues_or_revokes(role, source):
    account = UserFactory(roles=[role])

    with pytest.raises(PermissionDenied):
        tokens.issue(source, by=account)
    with pytest.raises(PermissionDenied):
        tokens.revoke(SourceTokenFactory(), by=account)


def test_form_of_a_source_leads_to_its_tokens_for_whoever_may_issue(client, chief, source):
    form = reverse("admin:markets_source_change", args=[source.pk])
    assert page_of(source) in client.get(form).content.decode()

    client.force_login(UserFactory(roles=[roles.MARKET_DESK]))
    assert page_of(source) not in client.get(form).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_a_constant_number_of_queries(client, chief, source, count, django_assert_num_queries):
    for _ in range(count):
        SourceTokenFactory(source=source)
    client.get(page_of(source))

    with django_assert_num_queries(8):
        client.get(page_of(source))
