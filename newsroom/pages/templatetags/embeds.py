"""What stories and other sites borrow, in templates."""

from django import template
from django.utils.safestring import mark_safe

from newsroom.pages import embeds

register = template.Library()


@register.filter
def with_embeds(html, at=None):
    """A story's text that was cleaned when it was stored, polls and prices in their places. Last among its filters,
    since what it puts in is no story's HTML. `at` is when the story appeared.
    """
    return mark_safe(embeds.draw(html, at))  # noqa: S308 (stored clean; what is put in comes from templates)


@register.filter
def with_embeds_in_words(html):
    """A story's text that was cleaned when it was stored, polls and prices named."""
    return mark_safe(embeds.in_words(html))  # noqa: S308 (stored clean; what is put in is escaped)
