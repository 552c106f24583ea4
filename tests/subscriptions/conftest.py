import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone

from markets import decisions
from markets.models import Quote
from newsroom.subscriptions import receivers
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory


@pytest.fixture
def gold(db):
    """An instrument that stands at 150 million since yesterday."""
    instrument = InstrumentFactory(name="Vàng miếng", slug="vang-mieng")
    QuoteFactory(instrument=instrument, quoted_at=timezone.now() - timedelta(days=1))
    return instrument


@pytest.fixture
def judge(db):
    return UserFactory(is_superuser=True)


@pytest.fixture
def stands_at(gold):
    """Lets gold stand at a selling price, in millions, and whoever is concerned be told."""

    def quote(millions, **facts):
        last = Quote.objects.filter(instrument=gold).newest_first().first().quoted_at
        facts = {"quoted_at": last + timedelta(minutes=5), **facts}
        one = QuoteFactory(instrument=gold, buy=140_000_000, sell=int(millions * 1_000_000), **facts)
        receivers.tell()
        return one

    return quote


@pytest.fixture
def corrects(judge):
    """Corrects a quote to a selling price in millions, None takes it back; whoever is concerned is told."""

    def correct(quote, millions):
        values = {"buy": Decimal(140_000_000), "sell": Decimal(int(millions * 1_000_000))} if millions else {}
        correction = decisions.correct(quote, by=judge, values=values, why="Gõ nhầm", confirmed=True)
        receivers.tell()
        return correction

    return correct


def links_in(letter, kind):
    """The paths of the links to confirm (`xac-nhan`) or to leave (`thoi`) in a letter's text."""
    return re.findall(rf"https?://[^/\s]+(/ban-tin/{kind}/\S+/)", letter.body)


def sent():
    """Subjects of what was sent since this was last asked."""
    subjects = [letter.subject for letter in mail.outbox]
    mail.outbox.clear()
    return subjects
