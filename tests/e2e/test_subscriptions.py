"""A reader without scripts and cookies asks for letters, confirms, is told, and ends them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone

from markets import intake
from newsroom.subscriptions.models import Subscription
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.subscriptions.conftest import links_in

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_reader_asks_confirms_is_told_and_leaves(actor, scripts):
    gold = InstrumentFactory(name="Vàng miếng", slug="vang-mieng")
    QuoteFactory(instrument=gold, quoted_at=timezone.now() - timedelta(hours=2))
    page = actor(java_script_enabled=scripts, **PHONE)

    page.goto(gold.get_absolute_url())
    page.fill("#bao-gia-level", "1.510.000.000")
    page.fill("#bao-gia-email", "ban-doc@bao.example")
    page.click("#bao-gia button")
    assert page.input_value("#bao-gia-email") == "ban-doc@bao.example"
    assert page.locator("#bao-gia-level-error").is_visible()
    page.fill("#bao-gia-level", "151.000.000")
    page.click("#bao-gia button")
    page.wait_for_url("**/ban-tin/da-gui/")

    [letter] = mail.outbox
    page.goto(links_in(letter, "xac-nhan")[0])
    assert not Subscription.objects.confirmed().exists()
    page.click(".subscribe button")
    page.wait_for_load_state()
    assert Subscription.objects.confirmed().exists()

    clerk = UserFactory(is_superuser=True)
    intake.record(
        by=clerk, instrument=gold, source="Tiệm A", quoted_at=timezone.now(),
        buy=Decimal(149_000_000), sell=Decimal(151_500_000), confirmed=True,
    )  # fmt: skip
    told = mail.outbox[-1]
    assert told.subject.endswith("151.500.000 đồng/lượng")
    page.goto(links_in(told, "thoi")[0])
    page.click(".subscribe button >> nth=0")
    page.wait_for_load_state()

    assert not Subscription.objects.exists()
    assert page.context.cookies() == []
