import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from polls.ballots import LARGEST, LONGEST_REASON, Paper, TooLargeError, UnreadableError, read

FORM = "application/x-www-form-urlencoded"


def _posted(data, **headers):
    return RequestFactory().post("/", data, **headers)


@pytest.mark.parametrize(
    ("fields", "choices"),
    [
        ({"choice": "7"}, (7,)),
        ({"choice": ["7", "5"]}, (7, 5)),
        ({"rank-7": "2", "rank-5": "1", "rank-9": ""}, (5, 7)),
        ({}, ()),
        ({"choice": ""}, (0,)),
        ({"choice": "x"}, (0,)),
        ({"choice": "-1"}, (0,)),
        ({"choice": "٧"}, (0,)),
        ({"choice": "9" * 19}, (0,)),
        ({"rank-7": "1", "rank-5": "1"}, (0,)),
        ({"rank-7": "1", "rank-5": "3"}, (0,)),
        ({"rank-7": "0", "rank-5": "1"}, (0,)),
        ({"rank-x": "1"}, (0,)),
    ],
)
def test_choices_are_read_from_the_form(fields, choices):
    assert read(_posted(fields)).choices == choices


def test_reason_is_tidied_and_place_and_key_are_known_ones():
    fields = {"choice": "7", "reason": " vì\x00 đẹp\r\n", "place": "side", "key": "a" * 32}

    assert read(_posted(fields)) == Paper(choices=(7,), reason="vì đẹp", place="side", key="a" * 32)


@pytest.mark.parametrize("fields", [{"place": "moon", "key": "short"}, {"place": "\x00", "key": "<script>" * 4}])
def test_unknown_place_and_key_say_nothing(fields):
    assert read(_posted(fields)) == Paper(choices=())


@pytest.mark.parametrize("fields", [{"choice": "1" * LARGEST}, {"reason": "á" * (LONGEST_REASON + 1)}])
def test_more_than_a_ballot_holds_is_too_large(fields):
    with pytest.raises(TooLargeError):
        read(_posted(fields))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"choice=1&" * 1500, FORM),
        (b"choice=1", f"{FORM}; charset=utf-16"),
        (b"choice=1", "multipart/form-data"),
        (b"choice=1", "multipart/form-data; boundary=\xc3\xa1"),
    ],
)
def test_what_is_no_form_is_unreadable(body, content_type):
    with pytest.raises(UnreadableError):
        read(_posted(body, content_type=content_type))


@given(st.binary(max_size=300), st.sampled_from([FORM, "multipart/form-data; boundary=x", "application/json", ""]))
def test_whatever_is_sent_is_a_paper_or_a_refusal(body, content_type):
    try:
        paper = read(_posted(body, content_type=content_type))
    except (UnreadableError, TooLargeError):
        return
    assert all(0 <= choice < 10**18 for choice in paper.choices)
