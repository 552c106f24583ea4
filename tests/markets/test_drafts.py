"""What lies on a day sheet before it is recorded."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from markets import drafts
from markets.models import Draft, OpenSheet, Quote, Source
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def gold():
    """An instrument with a price of yesterday."""
    return QuoteFactory(quoted_at=timezone.now() - timedelta(days=1)).instrument


@pytest.fixture
def desk(client, market_desk):
    client.force_login(market_desk)
    return client


def cell(instrument, name):
    return f"instrument-{instrument.pk}-{name}"


def keep(client, instrument, **changed):
    cells = {
        cell(instrument, name) if name in instrument.value_fields else name: text for name, text in changed.items()
    }
    address = reverse("admin:markets_group_sheet_keep", args=[instrument.group_id])
    return client.post(address, {"changed": json.dumps(cells)})


def sheet(instrument):
    return reverse("admin:markets_group_sheet", args=[instrument.group_id])


def test_what_is_kept_is_found_again_by_everybody(desk, gold, client):
    keep(desk, gold, buy="148.000.000", source="Tiệm A")
    client.force_login(UserFactory(is_superuser=True))

    page = client.get(sheet(gold)).content.decode()

    assert 'value="148.000.000"' in page
    assert 'value="Tiệm A"' in page
    assert not Quote.objects.filter(buy=148_000_000, quoted_at__gt=timezone.now() - timedelta(hours=1)).exists()


def test_cells_of_two_people_are_merged(gold, market_desk):
    drafts.keep(gold.group, {cell(gold, "buy"): "1", "source": "Tiệm A"}, by=market_desk)

    cells = drafts.keep(gold.group, {cell(gold, "sell"): "2", cell(gold, "buy"): " "}, by=UserFactory())

    assert cells == drafts.cells_of(gold.group) == {cell(gold, "sell"): "2", "source": "Tiệm A"}


def test_only_fields_of_the_sheet_are_kept_and_not_at_any_length(gold, market_desk):
    other = InstrumentFactory()
    wanted = {
        cell(other, "buy"): "1",
        cell(gold, "price"): "1",
        "x": "x",
        cell(gold, "buy"): "9" * 999,
    }

    assert drafts.keep(gold.group, wanted, by=market_desk) == {cell(gold, "buy"): "9" * drafts.LONGEST}


@pytest.mark.parametrize("changed", ["x", "[1]", "{" * 20])
def test_what_is_no_json_object_is_refused(changed, desk, gold):
    answer = desk.post(reverse("admin:markets_group_sheet_keep", args=[gold.group_id]), {"changed": changed})

    assert answer.status_code == 400
    assert not Draft.objects.exists()


def test_warnings_come_from_the_rules_that_record(desk, gold):
    with translation.override("vi"):
        answer = keep(desk, gold, buy="148.000.000", sell="1.500.000.000", source="Nguồn chưa có").json()

    assert answer["warnings"][cell(gold, "sell")]["level"] == "odd"
    assert "10" in answer["warnings"][cell(gold, "sell")]["said"]
    assert not Source.objects.filter(name="Nguồn chưa có").exists()
    assert Quote.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ({"buy": "11.5"}, "buy"),
        ({"buy": "3", "sell": "2"}, "buy"),
        ({"sell": "1", "quoted_at": "2100-01-01T01:00"}, ""),
    ],
)
def test_what_would_be_refused_is_said_at_its_cell(typed, at, desk, gold):
    warnings = keep(desk, gold, **typed).json()["warnings"]

    assert warnings[cell(gold, at) if at else "quoted_at"]["level"] == "refused"


def test_a_usual_price_warns_of_nothing(desk, gold):
    assert keep(desk, gold, buy="148.100.000", sell="150.100.000").json()["warnings"] == {}


def test_what_is_recorded_lies_on_the_sheet_no_more(desk, gold):
    keep(desk, gold, buy="148.100.000", source="Tiệm A")
    typed = {cell(gold, "buy"): "148.100.000", cell(gold, "sell"): "150.000.000", "source": "Tiệm A"}

    desk.post(sheet(gold), typed | {"quoted_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}"})

    assert Quote.objects.count() == 2
    assert drafts.cells_of(gold.group) == {}


def test_what_is_refused_stays_on_the_sheet(desk, gold):
    keep(desk, gold, buy="11.5")

    desk.post(sheet(gold), {cell(gold, "buy"): "11.5", "source": "A", "quoted_at": "2026-11-20T09:00"})

    assert drafts.cells_of(gold.group) == {cell(gold, "buy"): "11.5"}


def test_those_who_have_it_open_see_each_other_until_they_leave(desk, gold, market_desk):
    other = UserFactory(last_name="Trần", first_name="Bình")
    drafts.come(gold.group, other)

    assert keep(desk, gold).json()["others"] == [str(other)]
    assert drafts.others(gold.group, other) == [str(market_desk)]

    desk.post(reverse("admin:markets_group_sheet_keep", args=[gold.group_id]), {"left": "1"})
    assert drafts.others(gold.group, other) == []


def test_who_was_not_heard_of_for_long_has_gone(gold, market_desk):
    drafts.come(gold.group, UserFactory())
    OpenSheet.objects.update(seen_at=timezone.now() - timedelta(minutes=2))

    assert drafts.others(gold.group, market_desk) == []


@pytest.mark.parametrize("confirmed", [True, False])
@pytest.mark.parametrize("who", ["judge", "market_desk"])
def test_what_is_odd_is_confirmed_by_those_who_may(who, confirmed, client, gold, request):
    client.force_login(request.getfixturevalue(who))
    typed = {cell(gold, "buy"): "100.000.000", cell(gold, "sell"): "102.000.000", "source": "A"}
    typed |= {"quoted_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}"}
    if confirmed:
        typed[cell(gold, "confirmed")] = "on"

    client.post(sheet(gold), typed)

    assert Quote.objects.filter(buy=100_000_000).exists() == (confirmed and who == "judge")


@pytest.mark.parametrize("count", [1, 3])
def test_keeping_takes_a_constant_number_of_queries(count, desk, market_desk, django_assert_num_queries):
    group = QuoteFactory().instrument.group
    for _ in range(count - 1):
        QuoteFactory(instrument__group=group)
    changed = {cell(one, "sell"): "150.100.000" for one in group.instruments.all()}
    address = reverse("admin:markets_group_sheet_keep", args=[group.pk])
    desk.post(address, {"changed": json.dumps(changed)})

    with django_assert_num_queries(23):
        desk.post(address, {"changed": json.dumps(changed)})


def test_a_cell_that_cannot_be_read_keeps_nobody_from_judging_the_one_beside_it(desk, gold):
    warnings = keep(desk, gold, buy="14.800.000", sell="11.5").json()["warnings"]

    assert [warnings[cell(gold, name)]["level"] for name in ("buy", "sell")] == ["odd", "refused"]


@pytest.mark.parametrize(("price", "is_found"), [({}, False), ({"buy": "148.000.000"}, True)])
def test_source_and_time_alone_do_not_outlast_their_day(price, is_found, gold, market_desk):
    cells = {cell(gold, name): text for name, text in price.items()} | {"quoted_at": "2026-11-20T09:00"}
    drafts.keep(gold.group, cells, by=market_desk)
    assert drafts.cells_of(gold.group) == cells

    Draft.objects.update(changed_at=timezone.now() - timedelta(days=1))

    assert drafts.cells_of(gold.group) == (cells if is_found else {})
