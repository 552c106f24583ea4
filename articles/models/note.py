from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineField, PlainTextField

LONGEST = 2000


class Note(models.Model):
    """An editorial note (*ghi chú biên tập*) on a story, on a passage of it, or an answer. Readers never see it. A
    working copy has none of its own: it shows those of its story.

    A passage is known by its words (`quote`) and its neighbours (`articles.passage`). A note that its author deleted
    keeps its place with an empty text; what it said stands in its entries. Written by `articles.notes` only.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="notes", verbose_name=_("story"))
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("answers")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    text = PlainTextField(
        _("note"), validators=[MaxLengthValidator(LONGEST)], error_messages={"blank": _("A note needs words.")}
    )
    quote = LineField(_("passage"), max_length=1000, blank=True)
    before = LineField(_("before the passage"), max_length=40, blank=True)
    after = LineField(_("after the passage"), max_length=40, blank=True)
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name=_("mentioned")
    )
    edited_at = models.DateTimeField(_("edited at"), null=True, editable=False)
    deleted_at = models.DateTimeField(_("deleted at"), null=True, editable=False)
    resolved_at = models.DateTimeField(_("resolved at"), null=True, editable=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolved by")
    )

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self):
        return self.text


class NoteEntry(models.Model):
    """What was done to a note: who, when, and the words as they stood then. Append-only by database trigger."""

    class Act(models.TextChoices):
        WRITTEN = "written", _("Written")
        EDITED = "edited", _("Edited")
        DELETED = "deleted", _("Deleted")
        RESOLVED = "resolved", _("Resolved")
        REOPENED = "reopened", _("Reopened")

    note = models.ForeignKey(Note, models.PROTECT, related_name="entries", verbose_name=_("note"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    text = PlainTextField(_("note"))

    class Meta:
        verbose_name = _("entry on a note")
        verbose_name_plural = _("entries on notes")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return str(self.get_act_display())
