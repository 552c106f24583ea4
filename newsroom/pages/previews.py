"""Links by which somebody without an account sees, for a time, what is not published: what stories and polls share.

An app makes its own model of `PreviewLink`, says what closes a link beyond its term, and shows the thing by a view
under `for_the_invited`. The address is signed, not stored: the database holds no secret, and the desk can show it
again.
"""

from functools import wraps

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

LIVES = (1, 3, 7, 14)
"""Days for which a link may be made."""
DEFAULT_LIFE = 3


class PreviewLinkQuerySet(models.QuerySet):
    def within_term(self, at):
        """Links that nobody revoked, that run at `at`, of people who still work here; twin of `is_within_term`."""
        return self.filter(revoked_at=None, expires_at__gt=at, made_by__is_active=True)

    def by_token(self, token):
        """The link whose address holds `token`, live or not; None where we never signed it."""
        try:
            return self.filter(pk=int(self.model.signer().unsign(token))).first()
        except (BadSignature, ValueError):
            return None


class PreviewLink(models.Model):
    """Rows stay: they say who showed what. A subclass says its `SALT`, `get_absolute_url`, and when it `is_live`."""

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"), db_default=Now())
    expires_at = models.DateTimeField(_("valid until"))
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("revoked by")
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0)
    opened_at = models.DateTimeField(_("last opened"), null=True)

    SALT = None

    class Meta:
        abstract = True

    @classmethod
    def signer(cls):
        return Signer(sep=".", salt=cls.SALT)

    @property
    def token(self):
        """What stands in the address: the row's key, signed."""
        return self.signer().sign(str(self.pk))

    def is_within_term(self, at):
        """Twin of the queryset's `within_term`."""
        return not self.revoked_at and self.made_by.is_active and self.expires_at > at

    def revoke(self, by):
        """Let it open nothing any more. Revoking twice keeps the first name and time."""
        type(self).objects.filter(pk=self.pk, revoked_at=None).update(revoked_by=by, revoked_at=Now())

    def count_opening(self):
        """One opening more. Nothing is kept of who opened it."""
        type(self).objects.filter(pk=self.pk).update(opened=F("opened") + 1, opened_at=Now())


def revoked_by_somebody(name):
    """The constraint of every such model, which needs a name of its own in each."""
    somebody = Q(revoked_at__isnull=False, revoked_by__isnull=False)
    return models.CheckConstraint(condition=Q(revoked_at=None, revoked_by=None) | somebody, name=name)


def life_of(days):
    """The number of days that a form asks for; what is no such number is the usual life."""
    return int(days) if days.isdecimal() and len(days) < 4 else DEFAULT_LIFE


def for_the_invited(find, opens):
    """For a view of a link: `find` takes the token and returns the link or None, which is 404; one that `opens` says
    no of is 410. No cache keeps what it answers, no search engine lists it.
    """

    def decorate(view):
        @require_safe
        @wraps(view)
        def respond(request, token):
            link = find(token)
            if link is None:
                raise Http404
            answer = view(request, link) if opens(link) else render(request, "preview/dead.html", status=410)
            answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
            answer["Cache-Control"] = "no-store"
            answer["Referrer-Policy"] = "same-origin"
            return answer

        return respond

    return decorate
