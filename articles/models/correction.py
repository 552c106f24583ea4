from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import PlainTextField


class CorrectionTerm(models.Model):
    """How long a correction stands on the front page, from a day on: a dated setting, since the law may change it.

    A correction keeps the term that was in force when it was issued.
    """

    valid_from = models.DateField(
        _("valid from"), unique=True, error_messages={"unique": _("There is a term from this day on already.")}
    )
    days = models.PositiveSmallIntegerField(_("days on the front page"), default=7)

    class Meta:
        verbose_name = _("term of corrections")
        verbose_name_plural = _("terms of corrections")
        ordering = ["-valid_from"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__gte=1), name="correction_stands_a_day",
                violation_error_message=_("A correction stands on the front page for one day at least."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.valid_from:%d/%m/%Y}"

    @classmethod
    def on(cls, day):
        """The term in force on a day; the default, unsaved, where none is entered."""
        return cls.objects.filter(valid_from__lte=day).first() or cls(valid_from=day)


class CorrectionQuerySet(models.QuerySet):
    def public(self, at=None):
        """Corrections of stories that readers may see; with its story a correction goes, too."""
        stories = self.model.article.field.related_model.objects.published(at)
        return self.filter(Exists(stories.filter(pk=OuterRef("article"))))

    def on_front(self, at=None):
        """Those that still have their place on the front page."""
        return self.public(at).filter(front_until__gt=at or Now())

    def newest_first(self):
        return self.order_by("-issued_at", "-pk")

    def for_page(self):
        """With the story that each names (one query)."""
        return self.select_related("article__section").defer("article__body")


class Correction(models.Model):
    """A correction with apology as the press law words it (decree 237/2026/NĐ-CP, art. 19). Append-only by trigger:
    what was wrong in one is put right by a further one.

    `version` is that of the mended story: older versions hold the false passage and are closed.
    """

    HEADING = "Thông tin cải chính, xin lỗi"
    """The law's own words, in no other language."""

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="corrections", verbose_name=_("story"), editable=False
    )
    version = models.PositiveIntegerField(_("version"), editable=False)
    false_statement = PlainTextField(
        _("false statement"), max_length=2000, help_text=_("Word for word as it was published.")
    )
    corrected_statement = PlainTextField(
        _("corrected statement"), max_length=4000, help_text=_("What is right, so that it can be read by itself.")
    )
    apology = PlainTextField(_("apology"), max_length=2000, help_text=_("To whom, and for what."))
    issued_at = models.DateTimeField(_("issued at"), db_default=Now(), editable=False)
    front_until = models.DateTimeField(_("on the front page until"), editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"), editable=False
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["issued_at", "pk"]
        default_permissions = ()
        permissions = [
            ("issue_correction", "Can issue a correction"),
            ("view_corrected_passage", "Can read what stood in a story before its correction"),
        ]
        indexes = [
            models.Index(fields=["-issued_at", "-id"], name="correction_newest"),
            models.Index(fields=["front_until"], name="correction_on_front"),
        ]

    def __str__(self):
        return f"{self.HEADING}: {self.article}"

    def get_absolute_url(self):
        return f"{self.article.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        """Its place on every page that prints it."""
        return f"cai-chinh-{self.pk}"

    def stand_from(self, now):
        """Set how long it stands on the front page, by the term in force at the moment `now`."""
        term = CorrectionTerm.on(timezone.localdate(now, timezone.get_default_timezone()))
        self.front_until = now + timedelta(days=term.days)
