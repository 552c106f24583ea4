"""Price groups, instruments and quotes for tests. Quotes are written as rows: intake has tests of its own."""

from datetime import timedelta

import factory
from django.utils import timezone

from markets.models import Group, Held, Holiday, Instrument, Listing, Quote, Source, SourceToken
from tests.factories.desk import UserFactory


class GroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Group

    name = factory.Sequence(lambda n: f"Nhóm {n}")
    slug = factory.Sequence(lambda n: f"nhom-{n}")
    order = factory.Sequence(lambda n: n)


class SourceFactory(factory.django.DjangoModelFactory):
    """A source by name; `feed=True` gives it a format and an address."""

    class Meta:
        model = Source
        django_get_or_create = ["name"]

    class Params:
        feed = factory.Trait(provider="vietcombank-xml", url="https://bank.example/rates.xml")

    name = "Tiệm vàng thử nghiệm"


class InstrumentFactory(factory.django.DjangoModelFactory):
    """A pair such as gold; `single=True` makes it a single price such as petrol, `spread=True` a range such as pork."""

    class Meta:
        model = Instrument

    class Params:
        single = factory.Trait(
            kind=Instrument.Kind.SINGLE, unit="đồng/lít", plausible_low=10_000, plausible_high=40_000
        )
        spread = factory.Trait(kind=Instrument.Kind.RANGE, unit="đồng/kg", plausible_low=20_000, plausible_high=150_000)

    group = factory.SubFactory(GroupFactory)
    name = factory.Sequence(lambda n: f"Mặt hàng {n}")
    slug = factory.Sequence(lambda n: f"mat-hang-{n}")
    kind = Instrument.Kind.PAIR
    unit = "đồng/lượng"
    plausible_low, plausible_high = 50_000_000, 400_000_000
    order = factory.Sequence(lambda n: n)


class QuoteFactory(factory.django.DjangoModelFactory):
    """A quote of a pair, an hour old; `single=True` that of a single-price instrument."""

    class Meta:
        model = Quote

    class Params:
        single = factory.Trait(
            instrument=factory.SubFactory(InstrumentFactory, single=True), buy=None, sell=None, price=20_000
        )
        spread = factory.Trait(
            instrument=factory.SubFactory(InstrumentFactory, spread=True), buy=None, sell=None, low=60_000, high=62_000
        )

    instrument = factory.SubFactory(InstrumentFactory)
    buy = 148_000_000
    sell = 150_000_000
    source = factory.SubFactory(SourceFactory)
    quoted_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))


class ListingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Listing

    source = factory.SubFactory(SourceFactory, feed=True, name="Ngân hàng thử nghiệm")
    key = factory.Sequence(lambda n: f"dòng {n}")
    instrument = factory.SubFactory(InstrumentFactory)


class HeldFactory(factory.django.DjangoModelFactory):
    """A selling price ten times too large that waits."""

    class Meta:
        model = Held

    instrument = factory.SubFactory(InstrumentFactory)
    source = factory.SubFactory(SourceFactory, feed=True, name="Ngân hàng thử nghiệm")
    buy = 148_000_000
    sell = 1_500_000_000
    channel = "feed"
    raw = "sell=1,500,000,000"
    quoted_at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=30))
    findings = factory.LazyFunction(
        lambda: [{"code": "slip", "field": "sell", "facts": {"times": "10", "way": "large"}, "suggested": "150000000"}]
    )


class HolidayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Holiday

    day = factory.LazyFunction(timezone.localdate)
    name = "Ngày nghỉ"


class SourceTokenFactory(factory.django.DjangoModelFactory):
    """A row of a token whose text nobody knows; `markets.tokens.issue` makes one with its text."""

    class Meta:
        model = SourceToken

    source = factory.SubFactory(SourceFactory)
    digest = factory.Sequence(lambda n: f"{n:064}")
    made_by = factory.SubFactory(UserFactory)
