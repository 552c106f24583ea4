import pytest
from django.test import RequestFactory

from newsroom.pages.origin import is_same_origin

OURS = "http://testserver"
THEIRS = "http://evil.example"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": OURS, "Referer": f"{OURS}/"}, False),
        ({"Origin": OURS}, True),
        ({"Origin": THEIRS}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://testserver"}, False),
        ({"Origin": f"{OURS}:8000"}, False),
        ({"Origin": f"{OURS}.evil.example"}, False),
        ({"Origin": THEIRS, "Referer": f"{OURS}/"}, False),
        ({"Origin": "", "Referer": f"{OURS}/"}, False),
        ({"Referer": f"{OURS}/binh-chon/"}, True),
        ({"Referer": f"{THEIRS}/?{OURS}/"}, False),
        ({"Referer": f"{OURS}@evil.example/"}, False),
        ({"Referer": "http://[broken"}, False),
        ({"Referer": ""}, False),
        ({}, False),
    ],
    ids=str,
)
def test_only_our_own_pages_are_same_origin(headers, expected):
    request = RequestFactory().post("/", headers=headers)

    assert is_same_origin(request) is expected


def test_origin_is_compared_with_the_scheme_of_the_request():
    request = RequestFactory().post("/", headers={"Origin": "https://testserver"}, secure=True)

    assert is_same_origin(request) is True
