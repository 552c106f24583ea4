"""Tokens of sources: issued and revoked by people with the right, shown once, and what a request proves by one."""

from django.core.exceptions import PermissionDenied
from django.db.models.functions import Now

from markets.models import Source, SourceToken
from markets.models.token import digest, new_text


def issue(source: Source, *, by) -> tuple[SourceToken, str]:
    """A new token of `source` and its text, which nobody can read again. Needs `markets.issue_token`."""
    _require(by)
    text = new_text()
    return SourceToken.objects.create(source=source, digest=digest(text), made_by=by), text


def revoke(token: SourceToken, *, by) -> bool:
    """From now on it opens nothing; False where it did not any more. Needs `markets.issue_token`."""
    _require(by)
    return bool(SourceToken.objects.valid().filter(pk=token.pk).update(revoked_at=Now()))


def holder(authorization: str) -> SourceToken | None:
    """The valid token that an `Authorization` header bears, with its source; None where it bears none."""
    scheme, _space, text = authorization.partition(" ")
    if scheme.lower() != "bearer" or not text.strip():
        return None
    return SourceToken.objects.valid().of_text(text.strip()).select_related("source").first()


def _require(by):
    if not by.has_perm("markets.issue_token"):
        raise PermissionDenied
