"""The text of a story in templates."""

from django import template
from django.utils.safestring import mark_safe

from newsroom.text.richtext import tables

register = template.Library()


@register.filter
def with_tables(html):
    """A text that was cleaned when it was stored, its tables set for readers."""
    return mark_safe(tables.set_tables(html))  # noqa: S308 (stored clean; nothing but classes and a frame is added)
