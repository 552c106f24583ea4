"""Vietnamese numbers and dates in templates. A missing value shows as nothing."""

from django import template
from django.utils import timezone

from newsroom.text import vietnamese

register = template.Library()


@register.simple_tag
def today():
    """Today as the paper prints it: `Chủ nhật, 22/11/2026`."""
    return vietnamese.format_long_date(timezone.now())


@register.filter
def vnumber(value, decimals=None):
    """`{{ 7250000|vnumber }}` → 7.250.000; `{{ 1.5|vnumber:2 }}` → 1,50."""
    return "" if value is None else vietnamese.format_number(value, decimals)


@register.filter
def vchange(value, decimals=None):
    """A difference with its sign: `{{ change|vchange }}` → +50.000 or −1,5."""
    return "" if value is None else vietnamese.format_change(value, decimals)


@register.filter
def vdatetime(moment):
    """22/11/2026 - 09:05."""
    return vietnamese.format_datetime(moment) if moment else ""


@register.filter
def vzoned(moment):
    """22/11/2026 - 09:05 GMT+7."""
    return vietnamese.format_zoned(moment) if moment else ""


@register.filter
def vtime(moment):
    """09:05."""
    return f"{vietnamese.local(moment):%H:%M}" if moment else ""


@register.filter
def vdate(moment):
    """22/11/2026."""
    return vietnamese.format_date(moment) if moment else ""


@register.filter
def vlongdate(moment):
    """Chủ nhật, 22/11/2026."""
    return vietnamese.format_long_date(moment) if moment else ""


@register.filter
def isodatetime(moment):
    """For machines, to the second with the paper's offset: 2026-11-22T09:05:00+07:00."""
    return vietnamese.local(moment).isoformat(timespec="seconds") if moment else ""
