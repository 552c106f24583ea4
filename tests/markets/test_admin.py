import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from markets.models import Group, Instrument, Quote
from newsroom.text.vietnamese import format_datetime
from tests.factories.desk import UserFactory
from tests.factories.markets import GroupFactory, InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def chief(client, onlooker):
    client.force_login(onlooker)
    return client


@pytest.fixture
def trader(client, market_desk):
    client.force_login(market_desk)
    return client


def address(name, *args):
    return reverse(f"admin:markets_{name}", args=args)


# --- Quotes are read, never written


def test_quote_list_shows_values_as_papers_print_them(trader, market_desk):
    QuoteFactory(instrument__name="Vàng miếng", source__name="Cửa hàng A", entered_by=market_desk)

    page = trader.get(address("quote_changelist")).content.decode()

    assert all(shown in page for shown in ("Vàng miếng", "148.000.000", "150.000.000", "Cửa hàng A", str(market_desk)))


def test_quote_list_prints_time_value_and_unit_as_the_house_does(trader):
    QuoteFactory(quoted_at=AT)
    QuoteFactory(single=True, quoted_at=AT)
    QuoteFactory(buy=None, quoted_at=AT)

    page = trader.get(address("quote_changelist")).content.decode()

    assert page.count('<td class="field-time">20/11/2026 - 09:00</td>') == 3
    for value in ("148.000.000 / 150.000.000", "20.000", "– / 150.000.000"):
        assert f'<td class="field-value">{value}</td>' in page
    assert '<td class="field-unit">đồng/lít</td>' in page


def test_quote_list_begins_with_the_newest_price(trader):
    middle = QuoteFactory(quoted_at=AT)
    new = QuoteFactory(quoted_at=AT + timedelta(days=1))
    old = QuoteFactory(quoted_at=AT - timedelta(days=1))

    assert list(trader.get(address("quote_changelist")).context["cl"].result_list) == [new, middle, old]


def test_quote_list_is_filtered_by_group_and_by_instrument(trader):
    wanted = QuoteFactory()
    sibling = QuoteFactory(instrument__group=wanted.instrument.group)
    QuoteFactory()

    def listed(**asked):
        return set(trader.get(address("quote_changelist"), asked).context["cl"].result_list)

    assert listed(instrument__group__id__exact=wanted.instrument.group_id) == {wanted, sibling}
    assert listed(instrument__id__exact=wanted.instrument_id) == {wanted}


def test_quote_can_be_looked_at_but_not_touched(client):
    quote = QuoteFactory()
    client.force_login(UserFactory(is_superuser=True))

    assert client.get(address("quote_change", quote.pk)).status_code == 200
    for refused in (
        client.get(address("quote_add")),
        client.post(address("quote_change", quote.pk), {"sell": "1"}),
        client.post(address("quote_delete", quote.pk), {"post": "yes"}),
    ):
        assert refused.status_code == 403
    client.post(address("quote_changelist"), {"action": "delete_selected", "_selected_action": [quote.pk], "post": "y"})
    assert Quote.objects.get() == quote


def test_fields_edited_in_a_list_say_whose_they_are(chief):
    GroupFactory(name="Vàng")
    InstrumentFactory(name="Vàng miếng")

    assert 'aria-label="Vàng: ' in chief.get(address("group_changelist")).content.decode()
    assert 'aria-label="Vàng miếng: ' in chief.get(address("instrument_changelist")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"), [("quote_changelist", 12), ("instrument_changelist", 7), ("group_changelist", 6)]
)
def test_lists_take_a_constant_number_of_queries(name, queries, count, client, django_assert_num_queries):
    for instrument in InstrumentFactory.create_batch(count):
        QuoteFactory(instrument=instrument, quoted_at=AT, entered_by=UserFactory())
    client.force_login(UserFactory(is_superuser=True))

    with django_assert_num_queries(queries):
        client.get(address(name))


# --- Price list


def test_group_and_instrument_get_their_slug_from_the_name(chief):
    chief.post(address("group_add"), {"name": "Đồ gỗ", "slug": "", "order": "0"})
    group = Group.objects.get()
    fields = {
        "group": group.pk,
        "name": "Đô la Mỹ",
        "slug": "",
        "kind": "pair",
        "unit": "đồng/USD",
        "calendar": "daily",
        "stale_after": "36",
    }
    chief.post(address("instrument_add"), fields | {"decimals": "0", "order": "0"})

    assert (group.slug, Instrument.objects.get().slug) == ("do-go", "do-la-my")


def test_name_without_letters_makes_no_slug(chief):
    response = chief.post(address("group_add"), {"name": "???", "slug": "", "order": "0"})

    assert response.context["adminform"].form.errors.as_data()["slug"][0].code == "slug"


def test_instrument_meaning_is_fixed_once_quoted(chief):
    quoted, fresh = QuoteFactory().instrument, InstrumentFactory()
    posted = {"name": "Tên mới", "slug": "moi", "kind": "single", "unit": "đồng/chỉ", "decimals": "2", "order": "0"}
    posted |= {"calendar": "daily", "stale_after": "36"}

    for instrument in (quoted, fresh):
        chief.post(address("instrument_change", instrument.pk), posted | {"group": instrument.group_id})

    meaning = Instrument.objects.order_by("pk").values_list("name", *Instrument.FIXED_ONCE_QUOTED)
    assert list(meaning) == [
        ("Tên mới", quoted.slug, "pair", "đồng/lượng", 0),
        ("Tên mới", "moi", "single", "đồng/chỉ", 2),
    ]


# --- Links to the day sheet


@pytest.mark.parametrize("page", ["admin:app_list", "admin:markets_group_changelist", "admin:markets_quote_changelist"])
def test_day_sheets_are_linked_for_those_who_may_enter_prices(page, trader):
    group = GroupFactory()

    response = trader.get(reverse(page, args=["markets"] if page == "admin:app_list" else []))

    assert address("group_sheet", group.pk) in response.content.decode()


@pytest.mark.parametrize("page", ["admin:app_list", "admin:markets_group_changelist", "admin:markets_quote_changelist"])
def test_day_sheets_are_not_linked_for_others(page, chief):
    group = GroupFactory()

    response = chief.get(reverse(page, args=["markets"] if page == "admin:app_list" else []))

    assert response.status_code == 200
    assert address("group_sheet", group.pk) not in response.content.decode()


# --- The day sheet


def typed(*rows, source="Cửa hàng A", quoted_at="2026-11-20T09:00"):
    """A posted sheet; each row is (instrument, {field: text})."""
    values = {f"instrument-{instrument.pk}-{field}": text for instrument, row in rows for field, text in row.items()}
    return {"source": source, "quoted_at": quoted_at} | values


def test_sheet_sends_the_anonymous_to_sign_in(client):
    instrument = InstrumentFactory()
    sheet = address("group_sheet", instrument.group_id)

    for response in (client.get(sheet), client.post(sheet, typed((instrument, {"sell": "150.000.000"})))):
        assert response.status_code == 302
        assert response.url.startswith(reverse("admin:login"))
    assert Quote.objects.count() == 0


def test_sheet_is_forbidden_without_the_right(chief):
    instrument = InstrumentFactory()
    sheet = address("group_sheet", instrument.group_id)

    assert chief.get(sheet).status_code == 403
    assert chief.post(sheet, typed((instrument, {"sell": "150.000.000"}))).status_code == 403
    assert Quote.objects.count() == 0


def test_sheet_of_an_unknown_group_is_not_found(trader):
    assert trader.get(address("group_sheet", 999)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_sheet_takes_a_constant_number_of_queries(count, trader, django_assert_num_queries):
    group = GroupFactory()
    for instrument in InstrumentFactory.create_batch(count, group=group):
        QuoteFactory(instrument=instrument, quoted_at=AT, entered_by=UserFactory())

    # session, account, two of permissions, bell; group, what lies on the sheet, instruments with their quotes, who else
    # has it open, groups to go to, who entered last
    with django_assert_num_queries(11):
        trader.get(address("group_sheet", group.pk))


def test_sheet_shows_each_instrument_with_unit_last_value_and_its_time(trader):
    quoted = QuoteFactory(instrument__name="Vàng miếng", quoted_at=AT).instrument
    InstrumentFactory(group=quoted.group, name="Vàng nhẫn")
    InstrumentFactory(name="Của nhóm khác")

    page = trader.get(address("group_sheet", quoted.group_id)).content.decode()

    assert all(
        shown in page for shown in ("Vàng miếng", "đồng/lượng", "148.000.000 / 150.000.000", "20/11/2026 - 09:00")
    )
    assert "Vàng nhẫn" in page
    assert "Của nhóm khác" not in page


@pytest.mark.parametrize(("kinds", "headed", "cells"), [([True], 0, 0), ([False], 1, 0), ([True, False], 1, 1)])
def test_sheet_has_as_many_columns_as_its_prices_need(trader, kinds, headed, cells):
    group = GroupFactory()
    for single in kinds:
        InstrumentFactory(group=group, single=single)

    page = trader.get(address("group_sheet", group.pk)).content.decode()

    assert page.count('<th scope="col" colspan="2">') == headed
    assert len(re.findall(r'<td class="sheet__single"\s+colspan="2">', page)) == cells


def test_sheet_says_whose_prices_are_entered_and_leads_to_the_other_groups(trader):
    gold, fuel = GroupFactory(name="Vàng"), GroupFactory(name="Xăng dầu")

    response = trader.get(address("group_sheet", gold.pk))

    page = " ".join(response.content.decode().split())
    assert response.context["title"].endswith(": Vàng")
    assert f'<a href="{address("group_sheet", gold.pk)}" aria-current="page">Vàng</a>' in page
    assert f'<a href="{address("group_sheet", fuel.pk)}" >Xăng dầu</a>' in page


def test_sheet_tells_the_last_entry_and_who_made_it(trader, market_desk):
    quote = QuoteFactory(entered_by=market_desk)
    read = format_datetime(Quote.objects.get().read_at)

    page = " ".join(trader.get(address("group_sheet", quote.instrument.group_id)).content.decode().split())

    assert re.search(rf'class="day-sheet__last"> [^<]*{re.escape(read)}[^<]*{re.escape(str(market_desk))}', page)


def test_sheet_of_a_group_without_instruments_leads_to_adding_one(client):
    group = GroupFactory()
    client.force_login(UserFactory(is_superuser=True))

    page = client.get(address("group_sheet", group.pk)).content.decode()

    assert f"{address('instrument_add')}?group={group.pk}" in page
    assert 'type="submit" class="default"' not in page


def test_sheet_offers_the_fields_of_each_kind(trader):
    pair = InstrumentFactory()
    single = InstrumentFactory(single=True, group=pair.group)

    sheet = trader.get(address("group_sheet", pair.group_id)).context["sheet"]

    assert [(row.instrument, list(row.fields)) for row in sheet.rows] == [(pair, ["buy", "sell"]), (single, ["price"])]


def test_sheet_starts_from_the_source_recorded_last_and_the_present_minute(trader):
    instrument = InstrumentFactory()
    QuoteFactory(instrument=instrument, source__name="Cũ", quoted_at=AT)
    other = InstrumentFactory(group=instrument.group)
    QuoteFactory(instrument=other, source__name="Mới", quoted_at=AT - timedelta(days=1))
    QuoteFactory(source__name="Nhóm khác")
    now = timezone.localtime().replace(tzinfo=None)

    page = trader.get(address("group_sheet", instrument.group_id))

    head = page.context["sheet"].head
    assert head["source"].value() == "Mới"
    assert abs(head["quoted_at"].value() - now) < timedelta(minutes=1)
    assert f'value="{head["quoted_at"].value():%Y-%m-%dT%H:%M}"' in page.content.decode()


def test_sheet_records_what_is_filled_and_skips_what_is_empty(trader, market_desk):
    gold = InstrumentFactory()
    left_out = InstrumentFactory(group=gold.group)
    rate = InstrumentFactory(group=gold.group, single=True, decimals=2, plausible_low=1, plausible_high=2)
    sheet = address("group_sheet", gold.group_id)

    rows = (
        (gold, {"buy": "148.000.000", "sell": "150000000"}),
        (left_out, {"buy": " ", "sell": ""}),
        (rate, {"price": "1,25"}),
    )
    response = trader.post(sheet, typed(*rows), follow=True)

    assert response.redirect_chain == [(f"{sheet}?recorded", 302)]
    kept = Quote.objects.order_by("instrument").values_list(
        "instrument", "buy", "sell", "price", "source__name", "quoted_at"
    )
    assert [[str(value) for value in row[1:4]] for row in kept] == [
        ["148000000.00", "150000000.00", "None"],
        ["None", "None", "1.25"],
    ]
    assert {row[4:] for row in kept} == {("Cửa hàng A", AT)}
    assert set(Quote.objects.values_list("entered_by", flat=True)) == {market_desk.pk}
    [message] = response.context["messages"]
    assert "2" in str(message)


def test_sheet_with_errors_records_nothing_and_keeps_everything_typed(trader):
    first, second = InstrumentFactory.create_batch(2, group=GroupFactory())
    rows = (first, {"buy": "148.000.000", "sell": "150.000.000"}), (second, {"buy": "11.5", "sell": "chưa rõ"})

    response = trader.post(address("group_sheet", first.group_id), typed(*rows, source="Nguồn đã gõ"))

    page = response.content.decode()
    assert response.status_code == 200
    assert Quote.objects.count() == 0
    for text in ("148.000.000", "150.000.000", "11.5", "chưa rõ", "Nguồn đã gõ", "2026-11-20T09:00"):
        assert f'value="{text}"' in page
    assert {field: error[0].code for field, error in response.context["sheet"].rows[1].errors.as_data().items()} == {
        "buy": "number",
        "sell": "number",
    }
    assert page.count('class="errorlist"') == 2


def test_sheet_shows_what_intake_refuses_beside_the_field(trader):
    good, bad = InstrumentFactory.create_batch(2, group=GroupFactory())
    rows = (good, {"buy": "148.000.000", "sell": "150.000.000"}), (bad, {"buy": "3", "sell": "2"})

    response = trader.post(address("group_sheet", good.group_id), typed(*rows))

    sheet = response.context["sheet"]
    assert Quote.objects.count() == 0
    assert sheet.rows[0].errors == {}
    assert [error.code for error in sheet.rows[1].errors.as_data()["buy"]] == ["order"]


def test_sheet_complains_of_a_future_time_once(trader):
    first, second = InstrumentFactory.create_batch(2, group=GroupFactory())
    rows = [(instrument, {"sell": "150.000.000"}) for instrument in (first, second)]

    response = trader.post(address("group_sheet", first.group_id), typed(*rows, quoted_at="2100-01-01T09:00"))

    assert [error.code for error in response.context["sheet"].head.errors.as_data()["quoted_at"]] == ["future"]


def test_sheet_sent_twice_is_recorded_once(trader):
    instrument = InstrumentFactory()
    sheet, rows = address("group_sheet", instrument.group_id), typed((instrument, {"sell": "150.000.000"}))

    trader.post(sheet, rows)
    response = trader.post(sheet, rows)

    assert [error.code for error in response.context["sheet"].head.errors.as_data()["quoted_at"]] == ["unique"]
    assert Quote.objects.count() == 1


@pytest.mark.parametrize("rows", [{}, {"source": "A", "quoted_at": "2026-11-20T09:00"}])
def test_sheet_without_any_price_says_so(rows, trader):
    instrument = InstrumentFactory()

    response = trader.post(address("group_sheet", instrument.group_id), rows)

    assert response.status_code == 200
    assert "errornote" in response.content.decode()
    assert Quote.objects.count() == 0


def test_sheet_ignores_instruments_of_other_groups(trader):
    own, foreign = InstrumentFactory(), InstrumentFactory()

    trader.post(
        address("group_sheet", own.group_id), typed((own, {"sell": "150.000.000"}), (foreign, {"sell": "150.000.000"}))
    )

    assert Quote.objects.get().instrument == own
