from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

MOMENT = datetime(2026, 11, 22, 2, 5, 9, 123456, tzinfo=UTC)


def render(expression, value):
    return Template("{% load vietnamese %}{{ value|" + expression + " }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("expression", "value", "shown"),
    [
        ("vnumber", 7_250_000, "7.250.000"),
        ("vnumber:2", Decimal("1.5"), "1,50"),
        ("vchange", -2000, "−2.000"),
        ("vchange:1", Decimal("0.25"), "+0,3"),
        ("vdatetime", MOMENT, "22/11/2026 - 09:05"),
        ("vdate", MOMENT, "22/11/2026"),
        ("vlongdate", MOMENT, "Chủ nhật, 22/11/2026"),
        ("isodatetime", MOMENT, "2026-11-22T09:05:09+07:00"),
    ],
)
def test_filter_shows(expression, value, shown):
    assert render(expression, value) == shown


@pytest.mark.parametrize("expression", ["vnumber", "vchange", "vdatetime", "vdate", "vlongdate", "isodatetime"])
def test_filter_shows_nothing_for_a_missing_value(expression):
    assert render(expression, None) == ""
