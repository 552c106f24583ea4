"""Tokens with which a source sends prices by itself."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from markets.models.source import Source

PER_MINUTE = 60
"""Requests that one token may make in a minute."""

_MINUTE = timedelta(minutes=1)


class TokenQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(revoked_at=None)

    def of_text(self, text: str):
        """The one whose text this is; a digest of 256 random bits needs neither salt nor slowness."""
        return self.filter(digest=digest(text))

    def count_request(self, pk) -> bool:
        """Count one more request of a token, in one statement; False where it has had its minute's worth."""
        is_over = Q(window_since__lte=Now() - _MINUTE)
        admitted = self.filter(is_over | Q(window_count__lt=PER_MINUTE), pk=pk)
        return (
            admitted.update(
                window_count=Case(When(is_over, then=1), default=F("window_count") + 1),
                window_since=Case(When(is_over, then=Now()), default=F("window_since")),
                used_at=Now(),
            )
            == 1
        )


class SourceToken(models.Model):
    """Lets its holder send prices in the name of a source. Only a digest of it is kept; `markets.tokens` makes it."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="tokens", verbose_name=_("source"))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("issued by"), editable=False
    )
    made_at = models.DateTimeField(_("issued on"), db_default=Now(), editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    window_since = models.DateTimeField(db_default=Now(), editable=False)
    window_count = models.PositiveIntegerField(default=0, editable=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("source token")
        verbose_name_plural = _("source tokens")
        ordering = ["-pk"]
        default_permissions = ()
        permissions = [("issue_token", "Can issue and revoke tokens of sources")]

    def __str__(self):
        return f"{self.source} {self.pk}"

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None


def new_text() -> str:
    """A text that nobody guesses, with a beginning that leak scanners know."""
    return f"gia_{secrets.token_urlsafe(32)}"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
