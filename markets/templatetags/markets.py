from django import template

from markets.board import blocks, is_all_demo
from markets.models import Group, Instrument
from markets.sparkline import with_sparklines
from markets.stale import judged
from newsroom.pages.prepared import prepared
from newsroom.pages.store import shows

register = template.Library()


@prepared()
def _on_front():
    return Instrument.objects.on_front().select_related("group").with_latest().with_clock()


@register.inclusion_tag("components/_prices.html", takes_context=True)
def price_widget(context):
    """The instruments chosen for the front page that have a price. Three queries; nothing at all without prices."""
    shows(context.get("request"), "prices:front")
    shown = blocks(with_sparklines(each for each in judged(_on_front()) if each.latest))
    return {"blocks": shown, "demo_said": is_all_demo(shown)}


@register.simple_tag
def price_groups():
    """Every group in order, for the desk's links to the day sheets. One query."""
    return Group.objects.all()
