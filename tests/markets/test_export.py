"""Prices as files."""

import csv
import io
import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from markets import decisions, export
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def desk(client):
    client.force_login(UserFactory(is_superuser=True, language="en"))
    with translation.override("en"):
        yield client


def sent(desk, kind, **asked):
    response = desk.get(reverse("admin:markets_quote_export"), {"format": kind, **asked})
    assert "attachment" in response.headers["Content-Disposition"]
    return b"".join(response.streaming_content)


def rows(content):
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_csv_is_what_vietnamese_excel_opens(desk):
    QuoteFactory(instrument__name="Đô la", instrument__decimals=2, sell="26092.50", buy=26_000, quoted_at=AT)

    content = sent(desk, "csv")

    assert content.startswith(b"\xef\xbb\xbf")
    [row] = rows(content)
    assert (row["Item"], row["Selling price"], row["Time"]) == ("Đô la", "26092,50", "20/11/2026 09:00:00")


def test_json_keeps_amounts_exact(desk):
    quote = QuoteFactory(quoted_at=AT)
    QuoteFactory(single=True, quoted_at=AT)

    first, second = json.loads(sent(desk, "json"))

    assert (first["sell"], first["price"], first["number"]) == ("150000000", None, quote.pk)
    assert first["quoted_at"] == "2026-11-20T09:00:00+07:00"
    assert second["unit"] == "đồng/lít"


def test_json_of_nothing_is_an_empty_list(desk):
    assert json.loads(sent(desk, "json")) == []


def test_a_workbook_holds_numbers_and_times(desk):
    QuoteFactory(quoted_at=AT)

    sheet = load_workbook(io.BytesIO(sent(desk, "xlsx"))).active

    heads, row = sheet.iter_rows(values_only=True)
    found = dict(zip(heads, row, strict=True))
    assert found["Selling price"] == 150_000_000
    assert found["Time"] == datetime(2026, 11, 20, 9, 0)  # noqa: DTZ001


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"])
def test_no_text_is_taken_for_a_formula(name, desk):
    QuoteFactory(instrument__name=name)

    assert rows(sent(desk, "csv"))[0]["Item"] == f"'{name}"
    sheet = load_workbook(io.BytesIO(sent(desk, "xlsx"))).active
    assert (sheet["B2"].value, sheet["B2"].data_type) == (f"'{name}", "s")


def test_corrections_are_marked_and_stay_in(desk, judge):
    quote = QuoteFactory(quoted_at=AT)
    right = decisions.correct(quote, by=judge, values={"sell": 151_000_000}, why="Gõ nhầm", confirmed=True)
    decisions.retract(right, by=judge, why="Tiệm đóng cửa")

    found = [(row["State"], row["Corrects"], row["Reason"]) for row in rows(sent(desk, "csv"))]

    assert found == [
        ("corrected", "", ""),
        ("corrected", str(quote.pk), "Gõ nhầm"),
        ("taken-back", str(right.pk), "Tiệm đóng cửa"),
    ]


def test_a_range_is_chosen_by_item_group_and_day(desk):
    wanted = QuoteFactory(quoted_at=AT)
    sister = QuoteFactory(instrument=InstrumentFactory(group=wanted.instrument.group), quoted_at=AT)
    QuoteFactory(instrument=wanted.instrument, quoted_at=AT - timedelta(days=1))
    QuoteFactory(quoted_at=AT)

    def numbers(**asked):
        return {row["number"] for row in json.loads(sent(desk, "json", since="2026-11-20", **asked))}

    assert numbers(group=wanted.instrument.group_id) == {wanted.pk, sister.pk}
    assert numbers(instrument=wanted.instrument_id, until="2026-11-20") == {wanted.pk}


def test_a_day_is_one_of_the_paper(desk):
    QuoteFactory(quoted_at=datetime(2026, 11, 19, 17, 30, tzinfo=UTC))

    assert len(rows(sent(desk, "csv", since="2026-11-20", until="2026-11-20"))) == 1


def test_bad_questions_are_answered_with_the_form(desk):
    response = desk.get(reverse("admin:markets_quote_export"), {"format": "exe", "since": "x"})

    assert set(response.context["form"].errors) == {"format", "since"}


def test_more_than_a_workbook_holds_is_refused(desk, monkeypatch):
    monkeypatch.setattr(export, "MOST_IN_A_WORKBOOK", 0)
    QuoteFactory()

    response = desk.get(reverse("admin:markets_quote_export"), {"format": "xlsx"})

    assert list(response.context["form"].errors) == ["format"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("kind", "queries"), [("csv", 1), ("json", 1), ("xlsx", 2)])
def test_an_export_takes_a_constant_number_of_queries(kind, queries, count, django_assert_num_queries):
    QuoteFactory.create_batch(count)
    write = getattr(export, f"as_{kind}")

    with django_assert_num_queries(queries), closing(write(export.prices())) as sent:
        list(sent)
