from django import template
from django.utils.safestring import mark_safe

from photos import labels

register = template.Library()

# Pixels; what a browser that knows no srcset gets, and the size that is announced.
_PLAIN = 960


@register.filter
def with_labels(html):
    """A text that was cleaned when it was stored, with the AI label beside each picture that has one."""
    return mark_safe(labels.label_pictures(html))  # noqa: S308 (stored clean; the labels are escaped)


@register.inclusion_tag("components/_picture.html")
def picture(photo, alt=None, sizes="100vw", eager=False):
    """A photo, or its shape, in all its renditions:
    `{% picture photo alt="…" sizes="(min-width: 60em) 40em, 100vw" eager=True %}`.

    Without `alt` the photo's own alternative text stands; `alt=""` says that the picture is an ornament. `sizes` is how
    wide it is set, in CSS terms. `eager` is for the one picture that is in view at once.
    """
    shape = getattr(photo, "shape", photo)
    return {
        "photo": shape,
        "plain": shape.rendition(_PLAIN),
        "alt": photo.alt if alt is None else alt,
        "sizes": sizes,
        "eager": eager,
    }
