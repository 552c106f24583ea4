from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.workflow import TRANSITIONS
from newsroom.text.fields import LineField, PlainTextField


class Kind(models.TextChoices):
    """What can be muted by itself."""

    HANDED_IN = "handed_in", _("A story is handed in to my sections")
    MY_STORY = "my_story", _("A story of mine is sent back, approved, published, withdrawn …")
    MENTION = "mention", _("A note names me")
    NOTE = "note", _("Notes on my stories, and answers where I wrote")
    ASSIGNMENT = "assignment", _("Assignments given to me, and what becomes of those I gave")


# What happened, in the desk's words, by the code in `Notification.event`.
EVENTS = {
    **{f"story.{name}": transition.done for name, transition in TRANSITIONS.items()},
    "note.written": _("Left a note"),
    "note.answered": _("Answered a note"),
    "note.mentioned": _("Named you in a note"),
    "note.resolved": _("Settled a note"),
    "note.reopened": _("Took a note up again"),
    "assignment.given": _("Gave you an assignment"),
    "assignment.taken": _("Gave your assignment to somebody else"),
    "assignment.changed": _("Changed your assignment"),
    "assignment.accept": _("Accepted your assignment"),
    "assignment.decline": _("Declined your assignment"),
    "assignment.cancel": _("Cancelled your assignment"),
    "assignment.done": _("Handed in the story of your assignment"),
}


class NotificationQuerySet(models.QuerySet):
    def of(self, account):
        return self.filter(account=account).select_related("by").order_by("-at", "-pk")

    def unread(self):
        return self.filter(read_at=None)

    def read(self):
        return self.filter(read_at__isnull=False)

    def mark_read(self):
        """Read at the database's present moment, where it was not before. Returns how many."""
        return self.unread().update(read_at=Now())


class Notification(models.Model):
    """Something that `by` did and that concerns `account`, who sees it until it is read, and 90 days longer.

    `subject` is the headline or the idea as it was then: who may no longer open the thing learns nothing new of it.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    event = models.CharField(_("event"), max_length=24)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"), db_default=Now(), editable=False)
    subject = LineField(_("about"), max_length=250)
    note = PlainTextField(_("note"), blank=True)
    story = models.ForeignKey("articles.Article", models.PROTECT, null=True, related_name="+")
    assignment = models.ForeignKey("articles.Assignment", models.PROTECT, null=True, related_name="+")
    about_note = models.ForeignKey("articles.Note", models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(_("read at"), null=True, editable=False)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        default_permissions = ()
        indexes = [
            models.Index(fields=["account", "-at", "-id"], name="notification_newest"),
            models.Index(fields=["account"], condition=models.Q(read_at=None), name="notification_unread"),
        ]

    def __str__(self):
        return f"{self.words}: {self.subject}"

    @property
    def words(self):
        """What happened, in the desk's words."""
        return EVENTS[self.event]

    def get_target_url(self):
        """Where the thing stands at the desk."""
        if self.assignment_id:
            return reverse("admin:articles_assignment_change", args=[self.assignment_id])
        place = f"#note-{self.about_note_id}" if self.about_note_id else ""
        return reverse("admin:articles_article_change", args=[self.story_id]) + place
