from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markets.numbers import NumberError, parse
from newsroom.text.vietnamese import format_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("84.500.000", "84500000"),
        ("84500000", "84500000"),
        ("1,25", "1.25"),
        ("26.092,5", "26092.5"),
        ("40.720", "40720"),
        ("0,5", "0.5"),
        ("0", "0"),
        ("  84.500\u00a0", "84500"),
        ("\u200b67.000", "67000"),
    ],
)
def test_parse_reads_vietnamese_notation(typed, meant):
    assert parse(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "-5",
        "+2.000",
        "11.5",
        "1.25",
        "84.50.000",
        "8450.000",
        "0.500",
        "007",
        "157,700",
        "1,",
        ",5",
        "26,092.00",
        "1,2,3",
        "60.000–62.000",
        "84 500",
        "1e5",
        "٣٤",
        "NaN",
    ],
)
def test_parse_refuses_what_it_would_have_to_guess_at(typed):
    with pytest.raises(NumberError):
        parse(typed)


def test_parse_complains_of_the_comma_of_thousands_and_of_the_decimal_dot_in_different_words():
    with pytest.raises(NumberError) as comma:
        parse("157,700")
    with pytest.raises(NumberError) as dot:
        parse("11.5")
    with pytest.raises(NumberError) as word:
        parse("mười")

    assert len({str(comma.value), str(dot.value), str(word.value)}) == 3
    assert "mười" in str(word.value)


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False), st.integers(min_value=0, max_value=2))
def test_parse_reads_back_every_formatted_number(value, decimals):
    shown = format_number(value, decimals)

    assert format_number(parse(shown), decimals) == shown


@given(st.integers(min_value=0, max_value=10**14))
def test_parse_reads_whole_numbers_with_and_without_dots_alike(value):
    assert parse(format_number(value)) == parse(str(value)) == value


@given(st.text(max_size=20))
def test_parse_answers_any_text_with_a_number_or_a_number_error(text):
    try:
        value = parse(text)
    except NumberError:
        return
    assert value >= 0
    assert value.as_tuple().exponent >= -2
