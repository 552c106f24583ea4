import json

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from newsroom.pages import metadata

register = template.Library()

# As Django's json_script: inside <script> only these could end it or begin a comment.
_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&"}


@register.simple_tag
def structured_data(page, publisher):
    """`{% structured_data metadata paper.publisher %}`: the page as schema.org in JSON-LD, a script element per object.

    The Content-Security-Policy does not concern it: the browser takes it for data and runs nothing.
    """
    things = metadata.structured_data(page, publisher)
    return format_html_join("\n", '<script type="application/ld+json">{}</script>', ([_json(t)] for t in things))


def _json(value):
    return mark_safe(json.dumps(value, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 (escaped for a script)
