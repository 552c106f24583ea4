"""Parts of pages that follow from their values alone: a process draws each once, and the last MOST are kept.

There is nothing to purge: what a part shows is what it is remembered by, and its template is given nothing else.
"""

from functools import lru_cache

from django.conf import settings
from django.db.models import Model
from django.template.loader import get_template
from django.utils.translation import get_language

MOST = 3_000
"""Parts that a process remembers, about a kilobyte each."""


class Part:
    """A template and its values; equal to another that would come out the same."""

    __slots__ = ("_facts", "_hash", "template", "values")

    def __init__(self, template: str, values: dict):
        self.template, self.values = template, values
        self._facts = (template, get_language(), *values, *map(_fact, values.values()))
        self._hash = hash(self._facts)

    def __eq__(self, other):
        return self._facts == other._facts

    def __hash__(self):
        return self._hash

    def draw(self):
        return get_template(self.template).render(self.values)


def drawn(template: str, values: dict) -> str:
    """The template with these values and nothing else: neither request nor context processors. A value has to be
    hashable by all that is shown of it; model instances and lists of them are taken by their columns. Raises TypeError
    for others. While DEBUG is on nothing is remembered, so that a template shows as it was just saved.
    """
    part = Part(template, values)
    return part.draw() if settings.DEBUG else _remembered(part)


@lru_cache(MOST)
def _remembered(part):
    return part.draw()


def forget() -> None:
    """Draw everything anew."""
    _remembered.cache_clear()


def _fact(value):
    if isinstance(value, list):
        return tuple(map(_fact, value))
    if isinstance(value, Model):
        return (value.__class__, *(getattr(value, field.attname) for field in value._meta.concrete_fields))
    return type(value), value  # text that is safe and text that is not are equal, and so are 1 and True
