"""Price groups, instruments and quotes for tests. Quotes are written as rows: intake has tests of its own."""

from datetime import timedelta

import factory
from django.utils import timezone

from markets.models import Group, Instrument, Quote


class GroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Group

    name = factory.Sequence(lambda n: f"Nhóm {n}")
    slug = factory.Sequence(lambda n: f"nhom-{n}")
    order = factory.Sequence(lambda n: n)


class InstrumentFactory(factory.django.DjangoModelFactory):
    """A pair such as gold; `single=True` makes it a single price such as petrol."""

    class Meta:
        model = Instrument

    class Params:
        single = factory.Trait(kind=Instrument.Kind.SINGLE, unit="đồng/lít")

    group = factory.SubFactory(GroupFactory)
    name = factory.Sequence(lambda n: f"Mặt hàng {n}")
    slug = factory.Sequence(lambda n: f"mat-hang-{n}")
    kind = Instrument.Kind.PAIR
    unit = "đồng/lượng"
    order = factory.Sequence(lambda n: n)


class QuoteFactory(factory.django.DjangoModelFactory):
    """A quote of a pair, an hour old; `single=True` that of a single-price instrument."""

    class Meta:
        model = Quote

    class Params:
        single = factory.Trait(
            instrument=factory.SubFactory(InstrumentFactory, single=True), buy=None, sell=None, price=20_000
        )

    instrument = factory.SubFactory(InstrumentFactory)
    buy = 148_000_000
    sell = 150_000_000
    source = "Tiệm vàng thử nghiệm"
    quoted_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
