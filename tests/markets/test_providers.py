"""Each format is read as its source means it; what is damaged is refused or told, never guessed at."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets.providers import PROVIDERS, FormatError
from markets.providers.base import MOST_ROWS
from tests.markets.payloads import BY_PROVIDER, SAMPLES
from tests.samples import sample

EVERY = pytest.mark.parametrize("code", PROVIDERS)


def read(code, content=None):
    return PROVIDERS[code].read(BY_PROVIDER[code] if content is None else content)


def told(reading):
    """What is said of each row, without its time and raw text."""
    return {
        row.key: (row.unit, *(value for value in (row.buy, row.sell, row.price, row.low, row.high)))
        for row in reading.rows
    }


def D(text):  # noqa: N802
    return Decimal(text)


@pytest.mark.parametrize(
    ("code", "expected", "faults"),
    [
        (
            "vietcombank-xml",
            {
                "USD": ("đồng/USD", D(26100), D(26420), None, None, None),
                "EUR": ("đồng/EUR", D("29900.5"), D("31400.25"), None, None, None),
                "DKK": ("đồng/DKK", None, D("4420.13"), None, None, None),
            },
            0,
        ),
        (
            "vietcombank-json",
            {
                "USD": ("đồng/USD", D(26100), D(26420), None, None, None),
                "EUR": ("đồng/EUR", D("29900.5"), D("31400.25"), None, None, None),
                "KRW": ("đồng/KRW", None, D("19.41"), None, None, None),
            },
            0,
        ),
        (
            "sjc-xml",
            {
                "Hồ Chí Minh / Vàng SJC 1L": ("ngàn đồng/lượng", D(148720), D(150820), None, None, None),
                "Đà Nẵng / Vàng SJC": ("ngàn đồng/lượng", D(148720), D(150840), None, None, None),
            },
            0,
        ),
        (
            "sjc-service",
            {
                "Hồ Chí Minh / Vàng SJC 1L": ("đồng/lượng", D(148700000), D(150700000), None, None, None),
                "Hồ Chí Minh / Vàng nhẫn": ("đồng/lượng", D(146500000), D(149000000), None, None, None),
            },
            1,
        ),
        (
            "btmc",
            {
                "VÀNG MIẾNG SJC": ("đồng/chỉ", D(14870000), D(15070000), None, None, None),
                "VÀNG NGUYÊN LIỆU": ("đồng/chỉ", D(14190000), None, None, None, None),
                "BẠC MIẾNG 999": ("", D(1900000), D(1960000), None, None, None),
            },
            0,
        ),
        ("pnj", {"SJC": ("nghìn đồng/chỉ", D(14870), D(15070), None, None, None)}, 0),
        (
            "doji",
            {
                "dojihanoile": ("", D(14870), D(15070), None, None, None),
                "nhan": ("", None, D(14900), None, None, None),
            },
            0,
        ),
        (
            "petrolimex",
            {
                "Xăng RON 95-III / vùng 1": ("đồng/lít", None, None, D(20300), None, None),
                "Xăng RON 95-III / vùng 2": ("đồng/lít", None, None, D(20700), None, None),
                "Mazút 2B / vùng 1": ("đồng/kg", None, None, D(16100), None, None),
            },
            0,
        ),
        (
            "table",
            {
                "Gạo tẻ thường / Hoa Lư": ("nghìn đồng/kg", None, None, D("11.5"), None, None),
                "Gạo tẻ thường / Nho Quan": ("nghìn đồng/kg", None, None, D("10.5"), None, None),
                "Thịt lợn hơi / Hoa Lư": ("nghìn đồng/kg", None, None, None, D(60), D(62)),
                "Thịt lợn hơi / Nho Quan": ("nghìn đồng/kg", None, None, None, D(58), D(60)),
                "Thịt bò / Hoa Lư": ("nghìn đồng/kg", None, None, D(250), None, None),
            },
            0,
        ),
    ],
)
def test_provider_reads_its_format(code, expected, faults):
    reading = read(code)

    assert told(reading) == expected
    assert len(reading.faults) == faults


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("vietcombank-xml", datetime(2026, 11, 20, 1, 30, 5, tzinfo=UTC)),
        ("vietcombank-json", datetime(2026, 11, 20, 9, 5, 10, tzinfo=UTC)),  # not the Saturday that was asked for
        ("sjc-xml", datetime(2026, 11, 20, 1, 58, 32, tzinfo=UTC)),
        ("sjc-service", datetime(2026, 11, 20, 1, 30, tzinfo=UTC)),
        ("btmc", datetime(2026, 11, 20, 1, 31, tzinfo=UTC)),
        ("doji", datetime(2026, 11, 20, 1, 31, tzinfo=UTC)),
        ("petrolimex", datetime(2026, 11, 19, 8, 0, 0, 123000, tzinfo=UTC)),
        ("pnj", None),
        ("table", None),
    ],
)
def test_provider_reads_the_time_of_the_source_or_none(code, expected):
    assert read(code).rows[0].quoted_at == expected


def test_provider_keeps_what_was_written():
    assert read("vietcombank-xml").rows[0].raw == "Buy=26,100.00; Sell=26,420.00"
    assert read("petrolimex").rows[0].raw == "Zone1Price=20300"


@pytest.mark.parametrize("name", SAMPLES)
def test_provider_reads_what_sources_really_sent(name):
    code, rows = SAMPLES[name]

    reading = read(code, sample(f"market/{name}").read_bytes())

    assert (len(reading.rows), reading.faults) == (rows, [])
    assert all(any((row.buy, row.sell, row.price, row.low)) for row in reading.rows)


# --- Damage

NOT_AN_ANSWER = {
    "empty": b"",
    "blank": b" \n ",
    "page": b"<!DOCTYPE html><html><body><h1>503 Service Unavailable</h1></body></html>",
    "another xml": b"<rates><rate/></rates>",
    "another json": b'{"error": "maintenance"}',
    "a list": b"[1, 2]",
    "null": b"null",
    "binary": bytes(range(256)),
}


@EVERY
@pytest.mark.parametrize("damage", NOT_AN_ANSWER)
def test_provider_refuses_what_is_no_answer(code, damage):
    with pytest.raises(FormatError) as error:
        read(code, NOT_AN_ANSWER[damage])

    assert str(error.value)


@EVERY
def test_provider_refuses_or_shortens_a_truncated_answer_but_invents_nothing(code):
    whole = told(read(code))

    for end in range(0, len(BY_PROVIDER[code]), 7):
        try:
            part = told(read(code, BY_PROVIDER[code][:end]))
        except FormatError:
            continue
        # Only a table has no end that shows; its last cell may be cut short.
        assert code == "table"
        assert set(part) <= set(whole)


@pytest.mark.parametrize("code", ["vietcombank-json", "sjc-service", "btmc", "petrolimex", "table"])
def test_provider_refuses_another_charset(code):
    text = BY_PROVIDER[code].decode()
    if code != "table":
        text = text.encode().decode("unicode_escape")

    with pytest.raises(FormatError):
        read(code, ("Giá cước " + text).encode("utf-16-le"))


@pytest.mark.parametrize("code", ["vietcombank-xml", "sjc-xml", "doji"])
def test_provider_refuses_xml_in_another_charset_than_it_says(code):
    with pytest.raises(FormatError):
        read(
            code, BY_PROVIDER[code].replace(b"<Row", b"<R\xf4w").replace(b"USD", b"US\xd0").replace(b"Minh", b"M\xednh")
        )


@pytest.mark.parametrize("code", ["vietcombank-xml", "sjc-xml", "doji"])
@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://example.com/x.dtd">',
    ],
)
def test_provider_refuses_document_types(code, head):
    body = BY_PROVIDER[code].partition(b"?>\n")[2] or BY_PROVIDER[code]

    with pytest.raises(FormatError):
        read(code, head + body)


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("vietcombank-xml", b"11/20/2026 8:30:05 AM", b"20/11/2026 8:30:05 AM"),
        ("vietcombank-xml", b"11/20/2026 8:30:05 AM", b""),
        ("vietcombank-json", b"2026-11-20T16:05:10+07:00", b"20/11/2026"),
        ("sjc-xml", b"20/11/2026", b"11/20/2026"),
        ("sjc-service", b"08:30 20/11/2026", b"2026-11-20 08:30"),
        ("btmc", b"20/11/2026 08:31", b"2026-11-20 08:31"),
        ("doji", b"20/11/2026", b"11-20-2026"),
        ("petrolimex", b"2026-11-19T08:00:00", b"19/11/2026 08:00"),
    ],
)
def test_provider_refuses_a_time_in_another_order(code, old, new):
    assert old in BY_PROVIDER[code]

    with pytest.raises(FormatError):
        read(code, BY_PROVIDER[code].replace(old, new))


@pytest.mark.parametrize(
    ("code", "old", "new", "key"),
    [
        ("vietcombank-xml", b"26,100.00", b"26.100,00", "USD"),
        ("vietcombank-xml", b"26,100.00", b"2,6100.00", "USD"),
        ("vietcombank-xml", b"26,100.00", b"-26,100.00", "USD"),
        ("vietcombank-xml", b"26,100.00", b"khong", "USD"),
        ("vietcombank-json", b'"26100.00"', b"[26100]", "USD"),
        ("vietcombank-json", b'"26100.00"', b"true", "USD"),
        ("sjc-xml", b"148.720", b"148,72", "Hồ Chí Minh / Vàng SJC 1L"),
        ("sjc-service", b"148,700", b"148.700.000", "Hồ Chí Minh / Vàng SJC 1L"),
        ("btmc", b"14870000", b"14870000d", "VÀNG MIẾNG SJC"),
        ("doji", b"14,870", b"14.870.000", "dojihanoile"),
    ],
)
def test_provider_never_reads_a_number_in_another_notation_as_the_one_it_knows(code, old, new, key):
    reading = read(code, BY_PROVIDER[code].replace(old, new))

    assert told(reading).get(key, (None, None))[1] not in {D(26100), D(148700000), D(14870), D(14870000)} | {
        D(26),
        D("26.1"),
    }
    if code != "sjc-xml":
        assert key not in told(reading)
        assert any(key in fault for fault in reading.faults)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 41])
def test_provider_refuses_numbers_that_are_none(number):
    with pytest.raises(FormatError):
        read("pnj", f'{{"data": [{{"masp": "SJC", "giamua": {number}, "giaban": 5}}]}}'.encode())


def test_provider_takes_none_of_two_rows_of_one_name():
    row = '{"masp": "SJC", "giamua": %d, "giaban": 15070}'

    reading = read("pnj", f'{{"data": [{row % 14870}, {row % 1487}, {row.replace("SJC", "N") % 14000}]}}'.encode())

    assert list(told(reading)) == ["N"]
    assert "SJC" in reading.faults[0]


def test_provider_refuses_endless_answers():
    rows = ",".join(f'{{"masp": "m{n}", "giaban": 5}}' for n in range(MOST_ROWS + 1))

    with pytest.raises(FormatError):
        read("pnj", f'{{"data": [{rows}]}}'.encode())


def test_provider_refuses_json_nested_without_end():
    with pytest.raises(FormatError):
        read("pnj", b'{"data": ' + b"[" * 100_000)


def test_table_by_name_leaves_changes_out():
    written = "Địa phương,Giá (đồng/kg),Tăng/giảm (đồng)\nYên Bái,68.000,+2.000\nHà Nội,-,\n".encode()

    assert told(read("table", written)) == {"Yên Bái": ("đồng/kg", None, None, D(68000), None, None)}


@EVERY
@given(junk=st.binary(max_size=200))
def test_provider_answers_any_bytes_with_a_reading_or_a_format_error(code, junk):
    try:
        reading = read(code, junk)
    except FormatError:
        return
    assert reading.rows
