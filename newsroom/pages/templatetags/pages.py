from django import template
from django.core.files.storage import storages
from django.templatetags.static import static

from newsroom.pages import drawing
from newsroom.pages.bundles import BUNDLES, BundlingStorage

register = template.Library()


@register.filter(is_safe=True)
def one_line(text):
    """Runs of white space to one space: for what a template block hands to <title> and <meta>."""
    return " ".join(text.split())


@register.simple_tag
def bundle(name):
    """Addresses of a bundle of `newsroom.pages.bundles`: the one file where it was joined, else its parts."""
    joined = isinstance(storages["staticfiles"], BundlingStorage)
    return [static(part) for part in ([name] if joined else BUNDLES[name])]


@register.simple_tag
def drawn(template, **values):
    """`{% drawn "components/_card.html" card=story.card %}`: an include that knows its values only (pages.drawing)."""
    return drawing.drawn(template, values)
