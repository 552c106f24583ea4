"""The document is a valid one, names every address, and the page for people shows all of it."""

import re
from pathlib import Path

import pytest
from django.urls import get_resolver
from openapi_spec_validator import OpenAPIV31SpecValidator

from markets import findings, intake, sanity
from markets.api.document import document
from markets.fetching import received

pytestmark = pytest.mark.django_db


def test_document_is_valid_openapi(api):
    OpenAPIV31SpecValidator(api.document).validate()


def test_document_names_every_address_and_no_other(api):
    routes = next(one for one in get_resolver().url_patterns if str(one.pattern) == "api/v1/").url_patterns
    ours = {"/api/v1/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(route.pattern)) for route in routes}

    assert set(api.document["paths"]) == ours - {"/api/v1/"}


def test_every_property_is_described():
    schemas = document()["components"]["schemas"]
    bare = [
        (name, field)
        for name, schema in schemas.items()
        for field, one in schema["properties"].items()
        if not (one.get("description") or "$ref" in one or one.get("type") == "array")
    ]

    assert bare == []


def test_example_is_what_the_document_asks_for(api):
    content = api.document["paths"]["/api/v1/quotes"]["post"]["requestBody"]["content"]["application/json"]

    api.validate(content["example"], content["schema"])


def test_every_finding_has_a_code_in_the_document():
    used = set(re.findall(r'Finding\("([a-z_]+)"', "".join(map(_source, (sanity, intake, received)))))

    assert used <= set(findings.CODES)


def test_page_for_people_shows_every_address_and_explains_every_error(client, api):
    page = client.get("/api/v1/").content.decode()

    assert [path for path in api.document["paths"] if path not in page] == []
    assert all(f'id="loi-{status}"' in page for status in (400, 401, 404, 405, 413, 415, 429))


def _source(module):
    return Path(module.__file__).read_text(encoding="utf-8")
