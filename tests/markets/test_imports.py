"""Prices from files: read, shown, and recorded once somebody has said so."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from markets import export, files, headings, imports
from markets.imports import Outcome, moment_of
from markets.models import Channel, Held, Import, Quote
from markets.providers.base import FormatError
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def workbook(*rows, edit=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if edit:
        edit(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def upload(content, by, **facts):
    facts = {"name": "gia.csv", "source": "Tiệm A", "quoted_at": timezone.now() - timedelta(minutes=1)} | facts
    return imports.read(content, by=by, **facts)


@pytest.fixture
def gold():
    return QuoteFactory(instrument__name="Vàng miếng", quoted_at=AT).instrument


# --- Files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1258"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_csv_is_read_in_any_usual_clothes(mark, encoding):
    text = f"Mặt hàng{mark}Giá\r\n\r\nGạo tẻ{mark}20000\r\n"
    if encoding == "windows-1258":
        text = text.replace("Mặt hàng", "Ma\u0323\u0306t hàng".replace("\u0323\u0306", "\u0323")).replace(
            "ẻ", "e\u0309"
        )
        text = text.replace("ạ", "a\u0323").replace("Ma\u0323t", "Mă\u0323t")

    rows = files.rows_of(text.encode(encoding))

    assert rows == [["Mặt hàng", "Giá"], ["Gạo tẻ", "20000"]]


def test_the_separator_line_of_excel_is_no_row():
    assert files.rows_of(b"sep=;\nTen;Gia\nA;1") == [["Ten", "Gia"], ["A", "1"]]


def test_a_workbook_gives_values_dates_and_numbers_as_the_paper_writes_them():
    content = workbook(
        ["Tên", "Giá", "Thời gian"],
        ["A", 148000000, datetime(2026, 11, 20, 9, 30)],  # noqa: DTZ001
        ["B", 26.5, date(2026, 11, 20)],
    )

    assert files.rows_of(content)[1:] == [["A", "148.000.000", "20/11/2026 09:30"], ["B", "26,5", "20/11/2026"]]


def test_a_formula_is_never_calculated():
    content = workbook(["Tên", "Giá"], ["A", "=1+1"], ["B", "2"])

    assert files.rows_of(content)[1:] == [["A"], ["B", "2"]]


def _bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (files.LARGEST_UNPACKED + 1))
    return file.getvalue()


def _with_entities():
    content = workbook(["Tên", "Giá"], ["A", 1])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/styles.xml":
                text = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text.partition(b"?>")[2]
            new.writestr(part.filename, text)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"Ten;Gia\n", id="headings alone"),
        pytest.param(b"<!DOCTYPE html><html>", id="page"),
        pytest.param(b"\x00\x01\x02", id="bytes"),
        pytest.param(b"PK\x03\x04 broken", id="broken archive"),
        pytest.param(b"Ten;Gia\n" + b"A;1\n" * (files.MOST_ROWS + 1), id="rows"),
        pytest.param(b"Ten" + b";x" * (files.MOST_COLUMNS + 1) + b"\nA;1\n", id="columns"),
        pytest.param(b"x" * (files.LARGEST + 1), id="large"),
    ],
)
def test_what_is_no_price_list_is_refused(content):
    with pytest.raises(FormatError):
        files.rows_of(content)


@pytest.mark.parametrize("make", [_bomb, _with_entities])
def test_a_workbook_that_attacks_is_refused(make):
    with pytest.raises(FormatError):
        files.rows_of(make())


WORKBOOK = workbook(["Tên", "Giá", "Ngày"], ["A", 1, AT.replace(tzinfo=None)], ["B", "=1+2", 3.5])


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_never_worse(data):
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        wounded = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == wounded:
                at = data.draw(st.integers(0, len(content) - 1))
                end = at + data.draw(st.integers(0, 30))
                content[at:end] = data.draw(st.sampled_from([b"", b"<", b'"', b"9", b">"]))
            new.writestr(name, bytes(content))
    damaged = bytearray(packed.getvalue())
    if data.draw(st.booleans()):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] ^= data.draw(st.integers(1, 255))

    with suppress(FormatError):
        files.rows_of(bytes(damaged))


@pytest.mark.parametrize(
    ("written", "hour", "is_timed"),
    [
        ("20/11/2026 09:30", (9, 30), True),
        ("20/11/2026", (0, 0), False),
        ("2026-11-20", (0, 0), False),
        ("46.346", (0, 0), False),
        ("46.346,395833333336", (9, 30), True),
    ],
)
def test_times_are_read_day_first_or_by_excels_number(written, hour, is_timed):
    moment, timed = moment_of(written)

    assert (moment.day, moment.month, moment.year) == (20, 11, 2026)
    assert ((moment.hour, moment.minute), timed) == (hour, is_timed)
    assert moment.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize("written", ["11/20/2026", "1.5", "999.999", "hôm qua", "31/02/2026"])
def test_other_times_are_refused(written):
    with pytest.raises(ValueError, match="2026"):
        moment_of(written)


# --- Preview


def test_preview_tells_new_changed_odd_same_and_refused_apart(gold, market_desk):
    content = "\n".join([
        "Mặt hàng;Mua vào;Bán ra;Thời gian",
        "Vàng miếng;148.100.000;150.100.000;21/11/2026 09:00",
        "Vàng miếng;148.100.000;150.100.000;20/11/2026 09:00",
        "Vàng miếng;148.000.000;150.000.000;20/11/2026 09:00",
        "Vàng miếng;14.800.000;15.000.000;21/11/2026 10:00",
        "Bạc;1;2;20/11/2026 09:00",
        "Vàng miếng;148,100,000;;21/11/2026 11:00",
        "Vàng miếng;150.000.000;148.000.000;21/11/2026 12:00",
        "vang mieng;1;2;hôm qua",
    ])  # fmt: skip
    found = upload(content.encode(), market_desk)

    lines = imports.preview(found)

    new, changed, odd, same, refused = Outcome
    assert [line.outcome for line in lines] == [new, changed, same, odd, *[refused] * 4]
    assert [line.number for line in lines] == list(range(2, 10))
    assert all(line.why for line in lines if line.outcome in (changed, odd, refused))
    assert lines[1].verdict.before.sell == 150_000_000
    assert Quote.objects.count() == 1


def test_preview_records_nothing_and_confirmation_once(gold, market_desk):
    rows = b"Item,Buying price,Selling price,Time\n" + "Vàng miếng,148100000,150100000,21/11/2026 09:00\n".encode()
    found = upload(rows + "Vàng miếng,14800000,15000000,21/11/2026 10:00\nX,1,2,\n".encode(), market_desk)
    imports.preview(found)
    assert (Quote.objects.count(), Held.objects.count()) == (1, 0)

    receipt = imports.confirm(found, by=market_desk)

    [quote], [held] = receipt.quotes, receipt.held
    assert (quote.channel, quote.sell, quote.entered_by) == (Channel.FILE, 150_100_000, market_desk)
    assert quote.source.name == "Tiệm A"
    assert held.buy == 14_800_000
    with pytest.raises(ValidationError) as refusal:
        imports.confirm(found, by=market_desk)
    assert refusal.value.code == "decided"
    assert Quote.objects.count() == 2


def test_what_differs_is_held_even_where_it_is_confirmed(gold, judge):
    found = upload("Tên;Bán ra;Ngày giờ\nVàng miếng;151.000.000;20/11/2026 09:00".encode(), judge)

    receipt = imports.confirm(found, by=judge, confirmed=True)

    assert (len(receipt.quotes), len(receipt.held)) == (0, 1)


@pytest.mark.parametrize("who", ["judge", "market_desk"])
def test_what_looks_odd_is_confirmed_by_those_who_may(who, gold, request):
    account = request.getfixturevalue(who)
    found = upload("Tên;Bán ra\nVàng miếng;101.000.000".encode(), account)

    receipt = imports.confirm(found, by=account, confirmed=True)

    assert (len(receipt.quotes), len(receipt.held)) == ((1, 0) if who == "judge" else (0, 1))


def test_units_are_converted_exactly_and_repeated(market_desk):
    InstrumentFactory(name="Gạo", single=True, unit="đồng/kg")
    InstrumentFactory(name="Heo", spread=True)
    found = upload('Tên,ĐVT,Giá\nGạo,Nghìn đồng/kg,20.5\nHeo,"""",55-57\n'.encode(), market_desk)

    rice, pork = [line.entry for line in imports.preview(found)]

    assert (rice.price, rice.raw, rice.raw_unit) == (Decimal(20500), "20.5", "Nghìn đồng/kg")
    assert (pork.low, pork.high) == (55_000, 57_000)


def test_rows_without_headings_are_refused(market_desk):
    with pytest.raises(FormatError):
        upload(b"A;1\nB;2", market_desk)


@pytest.mark.parametrize("count", [1, 3])
def test_preview_takes_a_constant_number_of_queries(count, market_desk, django_assert_num_queries):
    rows = [f"{QuoteFactory(quoted_at=AT).instrument.name};148000000;150000000" for _ in range(count)]
    found = upload("\n".join(["Tên;Mua;Bán", *rows]).encode(), market_desk)
    market_desk.has_perm("markets.add_quote")

    with django_assert_num_queries(8):
        imports.preview(found)


# --- Pages


@pytest.fixture
def desk(client, market_desk):
    client.force_login(market_desk)
    return client


def post_file(client, content=b"", name="gia.csv"):
    content = content or "Tên;Mua;Bán\nVàng miếng;148.100.000;150.100.000".encode()
    typed = {"source": "Tiệm A", "quoted_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}"}
    return client.post(reverse("admin:markets_quote_import"), typed | {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_shown_and_shown_again_before_it_is_recorded(desk, gold):
    address = post_file(desk).url
    for _reload in range(2):
        assert 'class="is-new"' in desk.get(address).content.decode()
    assert Quote.objects.count() == 1

    desk.post(address)

    assert Quote.objects.filter(channel=Channel.FILE).count() == 1
    assert desk.post(address).status_code == 302
    assert Quote.objects.count() == 2


def test_a_discarded_file_is_never_recorded(desk, gold):
    address = post_file(desk).url

    desk.post(address, {"discard": "1"})
    desk.post(address)

    assert Quote.objects.count() == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"A;B\n1;2"])
def test_a_file_that_cannot_be_read_says_so_at_its_field(content, desk):
    response = post_file(desk, content)

    assert list(response.context["form"].errors) == ["file"]
    assert not Import.objects.exists()


def test_another_ones_file_is_not_found(desk, gold, client):
    address = post_file(desk).url
    client.force_login(UserFactory(is_superuser=True))

    assert client.get(address).status_code == client.post(address).status_code == 404
    with pytest.raises(PermissionDenied):
        imports.confirm(Import.objects.get(), by=UserFactory(is_superuser=True))


def test_the_template_names_every_item_and_is_read_back(desk, gold, market_desk):
    with translation.override("vi"):
        response = desk.get(reverse("admin:markets_quote_import_template"))
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    sheet = book.active

    assert [cell.value for cell in sheet["A"]][1:] == ["Vàng miếng"]
    sheet["C2"], sheet["D2"] = 148_100_000, 150_100_000
    file = io.BytesIO()
    book.save(file)
    [line] = imports.preview(upload(file.getvalue(), market_desk))
    assert line.outcome is Outcome.NEW


def test_what_is_exported_is_imported_as_the_same(desk, gold, market_desk, client):
    client.force_login(UserFactory(is_superuser=True))
    sent = client.get(reverse("admin:markets_quote_export"), {"format": "csv"})
    content = b"".join(sent.streaming_content)

    assert len(list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))) == 2
    assert [line.outcome for line in imports.preview(upload(content, market_desk))] == [Outcome.SAME]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_headings_that_we_write_are_those_that_we_read(language):
    with translation.override(language):
        heads = export.heads()

    read = {*headings.AMOUNTS, "instrument", "unit", "quoted_at", "source"}
    places = {name: place for place, name in enumerate(heads) if name in read}
    assert headings.plan(list(heads.values())) == places
