"""The OpenAPI 3.1 document of the API, and the page for people drawn from it: what is said stands here only.

Tests hold the addresses and every answer against it.
"""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from markets.api.answers import TITLES
from markets.api.asked import DAYS, LARGEST_PAGE, MOST_DAYS, PAGE
from markets.api.body import LARGEST, MOST_ROWS
from markets.api.schemas import schemas
from markets.models.token import PER_MINUTE

VERSION = "1.0"
EXAMPLE = {
    "quotes": [
        {
            "instrument": "vang-mieng-sjc",
            "quoted_at": "2026-11-23T09:00:00+07:00",
            "unit": "nghìn đồng/lượng",
            "buy": "147500",
            "sell": "149500",
        }
    ]
}


def document() -> dict:
    """The document, in the paper's language."""
    return {
        "openapi": "3.1.0",
        "info": {"title": _("Market prices"), "version": VERSION, "description": _about()},
        "servers": [{"url": settings.SITE_URL}],
        "paths": {reverse("api:page") + address: methods for address, methods in _paths().items()},
        "components": {
            "schemas": schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": _token()}},
        },
    }


def for_people() -> dict:
    """The document as its page shows it: what is said of it all, operations, and fields by schema."""
    whole = document()
    return {
        "about": whole["info"]["description"],
        "token": _token(),
        "send": whole["servers"][0]["url"] + reverse("api:quotes"),
        "example": json.dumps(EXAMPLE, ensure_ascii=False, indent=2),
        "schema": settings.SITE_URL + reverse("api:schema"),
        "operations": list(_operations(whole)),
        "schemas": [(name, one["description"], _fields(one)) for name, one in whole["components"]["schemas"].items()],
        "problems": sorted(TITLES.items()),
    }


def _operations(whole):
    for address, methods in whole["paths"].items():
        for method, operation in methods.items():
            statuses = list(operation["responses"])
            yield {"address": address, "method": method.upper(), "statuses": statuses, **operation}


def _fields(schema):
    for name, field in schema.get("properties", {}).items():
        yield name, field.get("description", ""), name in schema["required"]


def _about():
    return _(
        "Prices as the paper shows them, for everybody and without a token. Amounts are text, exact, in the unit that "
        "stands beside them. Each has its source and the source's time; what is out of date, demonstration data or "
        "corrected says so. Answers may be kept for a minute; ask again with If-None-Match."
    )


def _token():
    facts = {"requests": PER_MINUTE, "rows": MOST_ROWS, "kilobytes": LARGEST // 1024}
    said = _(
        "A source gets its token from the desk of the paper, once, to be kept secret. It may send %(requests)d "
        "requests a minute, each with up to %(rows)d quotes and %(kilobytes)d kB. A quote sent twice counts once."
    )
    return said % facts


def _paths():
    group = _query("group", _("Only instruments of the group with this slug."), {"type": "string", "maxLength": 120})
    after = _query("after", _("Continue behind this slug."), {"type": "string", "maxLength": 120})
    behind = _query("after", _("Continue behind this correction."), {"type": "integer", "minimum": 0})
    since, until = (_query(name, said, {"type": "string", "format": "date"}) for name, said in _range())
    slug = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}}
    limit = _limit(PAGE, LARGEST_PAGE)
    pages = [group, after, limit]
    return {
        "openapi.json": _get("schema", _("This document"), {"type": "object"}),
        "groups": _get("groups", _("Price groups"), "Groups"),
        "instruments": _get("instruments", _("What is quoted, by slug"), "Instruments", pages),
        "prices": _get("prices", _("The latest price of each instrument, by slug"), "Prices", pages),
        "prices/{slug}": _get("price", _("One instrument with its latest price"), "Price", [slug], missing=True),
        "prices/{slug}/days": _get(
            "days", _("Days of an instrument, oldest first"), "Days", [slug, since, until, _limit(DAYS, MOST_DAYS)],
            missing=True,
        ),
        "prices/{slug}/corrections": _get(
            "corrections", _("What was corrected or taken back"), "Corrections", [slug, behind, limit],
            missing=True,
        ),
        "quotes": {"post": _post()},
    }  # fmt: skip


def _range():
    yield "from", _("First day. Without it, a year before the last.")
    yield "to", _("Last day. Without it, today.")


def _limit(usual, most):
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": usual}
    return _query("limit", _("How many at once."), schema)


def _query(name, said, schema):
    return {"name": name, "in": "query", "description": said, "schema": schema}


def _get(name, summary, schema, parameters=(), *, missing=False):
    """GET, and with it HEAD; `schema` is the name of one in the document, or a schema."""
    wanted = {"$ref": f"#/components/schemas/{schema}"} if isinstance(schema, str) else schema
    answer = {"description": summary, "headers": _headers(), "content": {"application/json": {"schema": wanted}}}
    unchanged = {"description": _("Unchanged since the answer whose ETag was sent.")}
    failures = _failures(400, *([404] if missing else []))
    operation = {"operationId": name, "summary": summary, "parameters": list(parameters)}
    return {"get": {**operation, "responses": {"200": answer, "304": unchanged, **failures}}}


def _headers():
    said = {
        "ETag": _("Names exactly these bytes; to be sent back as If-None-Match."),
        "Last-Modified": _("When the newest price shown was recorded; missing where there is none."),
    }
    return {name: {"description": text, "schema": {"type": "string"}} for name, text in said.items()}


def _post():
    summary = _("Send quotes of a source; each row is told what became of it")
    content = {"schema": {"$ref": "#/components/schemas/Quotes"}, "example": EXAMPLE}
    body = {"required": True, "content": {"application/json": content}}
    rows = {"description": summary, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Rows"}}}}
    responses = {"200": rows, **_failures(400, 401, 413, 415, 429)}
    return {
        "operationId": "quotes", "summary": summary, "security": [{"token": []}], "requestBody": body,
        "responses": responses,
    }  # fmt: skip


def _failures(*statuses):
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status): {"description": str(TITLES[status]), "content": content} for status in statuses}
