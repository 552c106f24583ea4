"""The one way in which a model makes its slug from another of its fields."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.text.vietnamese import slugify


def fill_slug(thing, source: str):
    """Make `thing.slug` from the field named `source` where nobody chose one. For `clean`: raises ValidationError,
    beside that field, where the text has nothing to make a slug from.
    """
    text = getattr(thing, source)
    thing.slug = thing.slug or slugify(text, max_length=thing._meta.get_field("slug").max_length)
    if text and not thing.slug:
        raise ValidationError({source: _("An address is made from this: it needs a letter or a figure.")})
