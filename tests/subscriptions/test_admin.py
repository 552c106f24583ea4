"""The desk's view of subscriptions: counts, no address in full, deletion on request on the record."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from newsroom.desk import roles
from newsroom.subscriptions import actions
from newsroom.subscriptions.models import Subscription, mask
from tests.factories.desk import UserFactory
from tests.factories.markets import QuoteFactory
from tests.factories.subscriptions import SubscriptionFactory

pytestmark = pytest.mark.django_db

LIST = reverse("admin:subscriptions_subscription_changelist")
FORGET = reverse("admin:subscriptions_forget")


@pytest.fixture
def administrator(client):
    administrator = UserFactory(roles=[roles.ADMINISTRATOR])
    client.force_login(administrator)
    return administrator


def test_no_screen_shows_an_address_in_full(client, administrator):
    one = SubscriptionFactory(email="nguyen.lan@bao.example")
    pages = [LIST, reverse("admin:subscriptions_subscription_change", args=[one.pk]),
             reverse("admin:subscriptions_subscription_history", args=[one.pk])]  # fmt: skip

    for page in pages:
        response = client.get(page)
        assert response.status_code == 200
        assert "nguyen.lan" not in response.content.decode()
    assert "n…@bao.example" in client.get(LIST).content.decode()


def test_addresses_cannot_be_searched_or_filtered_by(client, administrator):
    SubscriptionFactory(email="nguyen.lan@bao.example")

    assert client.get(f"{LIST}?email__startswith=nguyen").status_code in (302, 400)
    assert 'type="search"' not in client.get(LIST).content.decode()


def test_address_is_deleted_on_request_and_the_audit_says_so_without_it(client, administrator):
    SubscriptionFactory(email="lan@bao.example")
    SubscriptionFactory(email="Lan@bao.example")
    other = SubscriptionFactory()

    client.post(FORGET, {"email": "LAN@bao.example"})

    assert list(Subscription.objects.all()) == [other]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_repr) == (administrator, "L…@bao.example")
    audit = client.get("/admin/audit/").content.decode()
    assert "L…@bao.example" in audit
    assert "LAN@" not in audit


@pytest.mark.parametrize("email", ["la@bao.example", "khong-phai", ""])
def test_unknown_or_damaged_address_deletes_nothing_and_leaves_no_entry(client, administrator, email):
    SubscriptionFactory()

    client.post(FORGET, {"email": email})

    assert (Subscription.objects.count(), LogEntry.objects.count()) == (1, 0)


def test_nobody_else_may_forget():
    with pytest.raises(PermissionDenied):
        actions.forget("lan@bao.example", by=UserFactory(roles=[roles.DESK_CHIEF]))


@pytest.mark.parametrize(("email", "masked"), [("lan@bao.example", "l…@bao.example"), ("l@b.vn", "l…@b.vn")])
def test_mask(email, masked):
    assert mask(email) == masked


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, administrator, count, django_assert_num_queries):
    for _ in range(count):
        SubscriptionFactory(instrument=QuoteFactory().instrument)
    client.get(LIST)

    with django_assert_num_queries(11):
        client.get(LIST)
