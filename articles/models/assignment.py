from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.assignments.querysets import AssignmentQuerySet
from articles.assignments.workflow import PENDING, State
from articles.models.article import Genre
from newsroom.pages.clock import database_now
from newsroom.text.fields import LineField, PlainTextField


class Assignment(models.Model):
    """An idea for a story (*đề tài*) with a deadline, given to a reporter or open to all of them.

    Its state moves only through `articles.assignments.actions`.
    """

    idea = LineField(_("idea"), max_length=200, help_text=_("Becomes the working title of the draft."))
    brief = PlainTextField(
        _("what is wanted"), max_length=2000, blank=True, help_text=_("Stays in sight while the story is written.")
    )
    section = models.ForeignKey("articles.Section", models.PROTECT, related_name="+", verbose_name=_("section"))
    genre = models.CharField(_("genre"), max_length=20, choices=Genre, default=Genre.NEWS)
    deadline = models.DateTimeField(_("deadline"))
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assignments",
        verbose_name=_("given to"), help_text=_("Empty: open to every reporter; the first to accept has it."),
    )  # fmt: skip
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN, editable=False)
    story = models.OneToOneField(
        "articles.Article", models.PROTECT, null=True, related_name="assignment", editable=False,
        verbose_name=_("story"),
    )  # fmt: skip
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments_given", editable=False,
        verbose_name=_("given by"),
    )  # fmt: skip
    at = models.DateTimeField(_("given at"), db_default=Now(), editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["deadline", "pk"]
        default_permissions = ("add", "change", "view")
        permissions = [("accept_assignment", "Can accept and decline an assignment")]
        indexes = [models.Index(fields=["state", "deadline", "id"], name="assignment_next_due")]

    def __str__(self):
        return self.idea

    def is_overdue(self, at=None):
        """Whether the deadline passed and somebody still has to act; twin of the queryset's `overdue`."""
        return self.state in PENDING and self.deadline < (at or database_now())


class AssignmentEntry(models.Model):
    """One step of an assignment: who, when, what, with which note. Append-only by database trigger."""

    class Act(models.TextChoices):
        GIVEN = "given", _("Given")
        CHANGED = "changed", _("Changed")
        ACCEPT = "accept", _("Accepted")
        DECLINE = "decline", _("Declined")
        CANCEL = "cancel", _("Cancelled")
        DONE = "done", _("Handed in")

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="trail", verbose_name=_("assignment"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("given to")
    )
    note = PlainTextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("step of an assignment")
        verbose_name_plural = _("steps of an assignment")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return str(self.get_act_display())
