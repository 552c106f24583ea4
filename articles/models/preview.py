from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.workflow import Status
from newsroom.pages.clock import database_now

CLOSED = frozenset({Status.WITHDRAWN, Status.BINNED})
"""States of a story in which nobody is shown it any more, by no link."""

_SIGNER = Signer(sep=".", salt="articles.preview")


class PreviewLinkQuerySet(models.QuerySet):
    def live(self, at=None):
        """Links that open at `at` (aware datetime; the database's own now unless given); twin of `is_live`."""
        standing = self.filter(revoked_at=None, expires_at__gt=at or Now(), made_by__is_active=True)
        return standing.exclude(article__status__in=CLOSED)

    def for_desk(self, user):
        """Links that `user` may know of: the own ones, and those to stories that `user` may open at the desk."""
        stories = self.model._meta.get_field("article").related_model.objects.for_desk(user)
        return self.filter(models.Q(made_by=user) | models.Q(article__in=stories))

    def by_token(self, token):
        """The link whose address holds `token`, live or not; None where we never signed it."""
        try:
            return self.filter(pk=int(_SIGNER.unsign(token))).first()
        except (BadSignature, ValueError):
            return None


class PreviewLink(models.Model):
    """A way to see a story as readers will, without an account, for a time. Rows stay: they say who showed what.

    The address is signed, not stored: the database holds no secret, and the desk can show the address again.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="preview_links", verbose_name=_("story")
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"), db_default=Now())
    expires_at = models.DateTimeField(_("valid until"))
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("revoked by")
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0)
    opened_at = models.DateTimeField(_("last opened"), null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(revoked_at=None, revoked_by=None)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="revoked_by_somebody",
            ),
        ]

    def __str__(self):
        return str(self.article)

    def get_absolute_url(self):
        return reverse("preview", args=[self.token])

    @property
    def token(self):
        """What stands in the address: the row's key, signed."""
        return _SIGNER.sign(str(self.pk))

    def is_live(self, at=None):
        """Whether the link opens at `at` (the database's now by default); twin of the queryset's `live`."""
        if self.revoked_at or not self.made_by.is_active or self.article.status in CLOSED:
            return False
        return self.expires_at > (at or database_now())
