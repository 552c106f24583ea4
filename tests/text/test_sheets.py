"""What readers write stays text in whatever program opens a sheet."""

import pytest

from newsroom.text.sheets import harmless, line


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "  =1", "\t=1", "\r=1", "\n=1", "＝1", "＠a"])
def test_cell_that_begins_like_a_formula_becomes_text(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tốt;=1+1", "tốt;'=1+1"),
        ("tốt; -1;@a", "tốt; '-1;'@a"),
        ("tốt\n=1+1", "tốt\n'=1+1"),
        ("tốt\r\n+1;", "tốt\r\n'+1;"),
        ("tốt;;＝1", "tốt;;'＝1"),
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_program_that_divides_by_semicolons_finds_no_formula_within_a_cell(text, expected):
    """So does Excel where numbers have a decimal comma; quotes within such a cell mean nothing to it."""
    assert harmless(text) == expected


@pytest.mark.parametrize("text", ["Tốt; rất tốt", "a=b", "2-1; 3-1", "giá 5.000 - 6.000", "một\nhai"])
def test_ordinary_text_is_left_alone(text):
    assert harmless(text) == text


def test_line_quotes_what_would_end_a_cell():
    assert line(['a","=1', "b"]) == '"a"",""=1",b\r\n'
