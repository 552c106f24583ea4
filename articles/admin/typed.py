"""What a story form holds, read as the content of a revision: for comparing, before anything is valid or saved."""

from django.http import QueryDict

from articles.byline import Role
from articles.models import Article
from articles.revisions import TEXT_FIELDS
from newsroom.text.fields import MAX_LENGTH
from newsroom.text.vietnamese import slugify

_ROW = ("pen_name", "role", "position", "DELETE")
MOST_ROWS = 100
MOST_DIGITS = 9  # of a key, so that it fits the database


def as_post(typed: list) -> QueryDict:
    """The form's fields, (name, value) by (name, value), as a request would bring them."""
    data = QueryDict(mutable=True)
    for name, value in typed:
        data.appendlist(name, value)
    return data


def content(typed: list, fixed_slug: str = "") -> dict:
    """The form's fields as `articles.revisions.content_of` spells them; what is no valid choice counts as none. A story
    whose address readers know keeps `fixed_slug`.
    """
    data = as_post(typed)
    text = dict(_value(name, data.get(name, "")) for name in TEXT_FIELDS)
    text["slug"] = fixed_slug or text["slug"] or slugify(text["title"])
    return {**text, "bylines": _bylines(data), "tags": sorted(filter(None, map(_key, data.getlist("tags"))))}


def _value(name, text):
    field = Article._meta.get_field(name)
    if field.is_relation:
        return field.attname, _key(text)
    if name == "body" and len(text) > MAX_LENGTH:
        text = ""
    return name, field.tidy(text) if hasattr(field, "tidy") else text


def _bylines(data):
    rows = range(min(_key(data.get("bylines-TOTAL_FORMS")) or 0, MOST_ROWS))
    lines = [{name: data.get(f"bylines-{row}-{name}") for name in _ROW} for row in rows]
    kept = [line for line in lines if _key(line["pen_name"]) and line["role"] in Role.values and not line["DELETE"]]
    kept.sort(key=lambda line: _key(line["position"]) or len(lines))
    return [[int(line["pen_name"]), line["role"]] for line in kept]


def _key(text):
    return int(text) if text and text.isdecimal() and len(text) <= MOST_DIGITS else None
