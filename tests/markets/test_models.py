from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from markets.models import Group, Instrument, Quote
from tests.factories.desk import UserFactory
from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # 09:00 at the paper


def refused(what):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        what()
    return str(error.value)


# --- The database keeps the promises


def test_quote_cannot_be_changed_or_deleted_by_any_path():
    quote = QuoteFactory()

    def delete_by_sql():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM markets_quote")

    quote.sell += 1
    for attempt in (quote.save, quote.delete, lambda: Quote.objects.update(sell=1), delete_by_sql):
        assert "append-only" in refused(attempt)
    assert Quote.objects.get().sell == 150_000_000


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"buy": 3, "sell": 2}, "markets_quote_buy_up_to_sell"),
        ({"buy": None, "sell": None}, "markets_quote_one_shape"),
        ({"price": 5}, "markets_quote_one_shape"),
        ({"buy": None, "price": 5}, "markets_quote_one_shape"),
        ({"buy": 0}, "markets_quote_positive"),
        ({"buy": None, "sell": -1}, "markets_quote_positive"),
        ({"buy": None, "sell": None, "price": 0}, "markets_quote_positive"),
    ],
)
def test_quote_with_impossible_values_is_refused_by_the_database(values, constraint):
    assert constraint in refused(lambda: QuoteFactory(**values))


@pytest.mark.parametrize(
    "values", [{"buy": 5, "sell": 5}, {"buy": None}, {"sell": None}, {"buy": None, "sell": None, "price": 5}]
)
def test_quote_with_possible_values_is_taken(values):
    QuoteFactory(**values)

    assert Quote.objects.count() == 1


def test_quote_constraints_speak_to_people():
    quote = QuoteFactory.build(instrument=InstrumentFactory(), source=SourceFactory(), buy=3, sell=2)

    with pytest.raises(ValidationError) as error:
        quote.full_clean()

    assert error.value.messages == [str(Quote._meta.constraints[2].violation_error_message)]


def test_quote_is_unique_by_instrument_and_time():
    quote = QuoteFactory()

    assert "markets_quote_once_per_time" in refused(
        lambda: QuoteFactory(instrument=quote.instrument, quoted_at=quote.quoted_at)
    )


def test_quote_is_dated_by_the_database():
    quote = QuoteFactory()

    assert abs(quote.read_at - timezone.now()) < timedelta(minutes=1)


def test_instrument_decimals_end_at_two():
    assert "markets_instrument_decimals_up_to_two" in refused(lambda: InstrumentFactory(decimals=3))


def test_instrument_name_is_unique_within_its_group_only():
    first = InstrumentFactory(name="Vàng nhẫn")
    InstrumentFactory(name="Vàng nhẫn")

    assert "markets_instrument_name_once_per_group" in refused(
        lambda: InstrumentFactory(name="Vàng nhẫn", group=first.group)
    )


def test_what_is_in_use_is_protected():
    quote = QuoteFactory(entered_by=UserFactory())

    for used in (quote.instrument, quote.instrument.group, quote.entered_by):
        with pytest.raises(ProtectedError):
            used.delete()


# --- Latest, previous, change


def test_instrument_without_quote_has_no_latest_previous_or_change():
    instrument = InstrumentFactory()

    assert (instrument.latest, instrument.previous, instrument.change) == (None, None, None)


def test_instrument_latest_goes_by_the_time_of_the_source():
    instrument = InstrumentFactory()
    newest = QuoteFactory(instrument=instrument, quoted_at=AT)
    entered_late = QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(days=1))
    QuoteFactory(instrument=instrument, quoted_at=AT - timedelta(days=2))

    assert (instrument.latest, instrument.previous) == (newest, entered_late)


def test_instrument_change_of_a_pair_follows_the_selling_price():
    instrument = InstrumentFactory()
    QuoteFactory(instrument=instrument, buy=90, sell=100, quoted_at=AT - timedelta(days=1))
    QuoteFactory(instrument=instrument, buy=95, sell=102, quoted_at=AT)

    assert (instrument.change.amount, instrument.change.percent) == (2, Decimal("2.00"))


def test_instrument_change_of_a_single_price_follows_the_price():
    quote = QuoteFactory(single=True, price=100, quoted_at=AT - timedelta(days=1))
    QuoteFactory(single=True, instrument=quote.instrument, price=90, quoted_at=AT)

    assert quote.instrument.change.amount == -10


@pytest.mark.parametrize("sells", [(None, 102), (100, None)])
def test_instrument_change_is_none_where_a_selling_price_is_missing(sells):
    instrument = InstrumentFactory()
    for days, sell in zip((1, 0), sells, strict=True):
        QuoteFactory(instrument=instrument, buy=90, sell=sell, quoted_at=AT - timedelta(days=days))

    assert instrument.change is None


@pytest.mark.parametrize("count", [1, 3])
def test_with_latest_takes_one_query(count, django_assert_num_queries):
    for instrument in InstrumentFactory.create_batch(count):
        for days in range(3):
            QuoteFactory(instrument=instrument, sell=150_000_000 + days, quoted_at=AT + timedelta(days=days))

    with django_assert_num_queries(1):
        found = [(i.latest.sell, i.previous.sell, i.change.amount) for i in Instrument.objects.with_latest()]

    assert found == [(150_000_002, 150_000_001, 1)] * count


# --- Order, address, text


def test_instruments_stand_in_the_order_of_groups_then_their_own():
    second, first = GroupFactory(order=2), GroupFactory(order=1)
    last = InstrumentFactory(group=second, order=0)
    later = InstrumentFactory(group=first, order=2)
    sooner = InstrumentFactory(group=first, order=1)

    assert list(Instrument.objects.all()) == [sooner, later, last]


def test_instrument_address():
    assert InstrumentFactory(slug="vang-sjc").get_absolute_url() == "/gia-ca-thi-truong/vang-sjc/"


def test_names_and_sources_are_tidied_on_every_path():
    group = GroupFactory(name="  Vàng\u200b  miếng ")
    quote = QuoteFactory(source__name=" Cửa hàng\u00a0A ")

    assert Group.objects.get(pk=group.pk).name == "Vàng miếng"
    assert Quote.objects.get(pk=quote.pk).source.name == "Cửa hàng A"


@pytest.mark.parametrize("slug", ["so-sanh", "quy-doi", "nhom"])
def test_no_slug_takes_the_address_of_another_page(slug):
    with pytest.raises(ValidationError) as caught:
        InstrumentFactory.build(group=GroupFactory(), slug=slug).full_clean()

    assert caught.value.error_dict["slug"][0].code == "taken"
