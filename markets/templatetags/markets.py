from django import template

from markets.board import blocks
from markets.models import Group, Instrument

register = template.Library()


@register.inclusion_tag("components/_prices.html")
def price_widget():
    """The instruments chosen for the front page that have a price. Two queries; nothing at all without prices."""
    instruments = Instrument.objects.on_front().select_related("group").with_latest()
    return {"blocks": blocks(instrument for instrument in instruments if instrument.latest)}


@register.simple_tag
def price_groups():
    """Every group in order, for the desk's links to the day sheets. One query."""
    return Group.objects.all()
