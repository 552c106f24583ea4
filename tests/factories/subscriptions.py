"""Subscriptions for tests: confirmed, waiting for a price to rise to a level above the factory's quote."""

import factory
from django.utils import timezone

from newsroom.subscriptions.models import Kind, Subscription
from tests.factories.markets import QuoteFactory


class SubscriptionFactory(factory.django.DjangoModelFactory):
    """`pending=True` is one that nobody confirmed."""

    class Meta:
        model = Subscription

    class Params:
        pending = factory.Trait(confirmed_at=None)

    email = factory.Sequence(lambda n: f"ban-doc-{n}@bao.example")
    kind = Kind.PRICE
    instrument = factory.LazyFunction(lambda: QuoteFactory().instrument)
    level = 151_000_000
    is_rise = True
    confirmed_at = factory.LazyFunction(timezone.now)
