"""Asks the API as its readers do, and holds each answer against the OpenAPI document that the API itself serves."""

import json
import re

from jsonschema import Draft202012Validator, FormatChecker


class Api:
    def __init__(self, client):
        self.client = client
        self.document = json.loads(client.get("/api/v1/openapi.json").content)

    def get(self, address, **kwargs):
        return self.checked(self.client.get(f"/api/v1/{address}", **kwargs), "get", address)

    def post(self, sent, token="", content_type="application/json"):
        body = sent if isinstance(sent, (str, bytes)) else json.dumps(sent)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        response = self.client.post("/api/v1/quotes", body, content_type=content_type, headers=headers)
        return self.checked(response, "post", "quotes")

    def checked(self, response, method, address):
        operation = self._operation("/api/v1/" + address.partition("?")[0], method)
        documented = operation["responses"][str(response.status_code)]
        assert response.headers["Access-Control-Allow-Origin" if method == "get" else "Cache-Control"]
        assert not response.cookies
        content = documented.get("content", {})
        if not content:
            assert response.content == b""
            return response
        [(kind, media)] = content.items()
        assert response.headers["Content-Type"] == kind
        self.validate(json.loads(response.content), media["schema"])
        assert set(response.headers) & {"ETag"} <= set(documented.get("headers", {}))
        return response

    def _operation(self, path, method):
        for template, methods in self.document["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method in methods:
                return methods[method]
        raise AssertionError(f"{method} {path} is not documented")

    def validate(self, instance, schema):
        """Raises ValidationError unless `instance` is as a schema of the document wants it."""
        rooted = {**schema, "components": self.document["components"]}
        Draft202012Validator(rooted, format_checker=FormatChecker()).validate(instance)
