from posixpath import dirname

from django.conf import settings
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.pages.ai import SAID_OF_PICTURE, AiLabel
from newsroom.text.fields import LineField, PlainTextField
from photos.renditions import Shape


class PhotoQuerySet(models.QuerySet):
    def labelled(self):
        """Photos of which readers are told that AI made or altered them."""
        return self.exclude(ai_label=AiLabel.NONE)


class Photo(models.Model):
    """A photograph as the paper keeps it: re-encoded, without metadata, with its renditions beside it.

    A row is made by `photos.ingest` only, which writes the files; the files go when the row goes. Caption, credit
    and alt text are the photo's own; a story may say its own caption for its use.
    """

    image = models.ImageField(_("picture"), editable=False)
    width = models.PositiveIntegerField(_("width in pixels"), editable=False)
    height = models.PositiveIntegerField(_("height in pixels"), editable=False)
    caption = PlainTextField(_("caption"), blank=True, help_text=_("Who, what, where, when."))
    credit = LineField(_("credit"), max_length=200, blank=True, help_text=_("The photographer or agency, as printed."))
    alt = LineField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it."),
    )
    ai_label = models.CharField(
        _("AI label"), max_length=8, choices=AiLabel, blank=True, default=AiLabel.NONE,
        help_text=_("Stands beside the picture wherever readers see its caption; the press law asks for it."),
    )  # fmt: skip
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="photos",
        verbose_name=_("added by"),
    )
    created_at = models.DateTimeField(_("added at"), auto_now_add=True, db_index=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["image"], condition=~models.Q(ai_label=""), name="photos_photo_labelled")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0),
                name="photos_photo_has_a_size",
                violation_error_message=_("A photo is at least one pixel wide and high."),
            ),
        ]

    def __str__(self):
        words = (self.caption or self.alt).removesuffix(".")  # a name, and no sentence any more
        return Truncator(words).words(14) or _("Photo no. %(number)s") % {"number": self.pk}

    @property
    def ai_words(self):
        """What readers are told of the AI in it, or nothing."""
        return SAID_OF_PICTURE.get(self.ai_label, "")

    @property
    def folder(self):
        """Where the storage keeps the original and its renditions; unique to the photo, part of all its addresses."""
        return dirname(self.image.name)

    @property
    def shape(self):
        """What its renditions follow from."""
        return Shape(self.folder, self.width, self.height)

    @property
    def renditions(self):
        """Every `Rendition`, narrowest first."""
        return self.shape.renditions

    def rendition(self, width):
        """The widest rendition of at most `width` pixels, or the narrowest there is."""
        return self.shape.rendition(width)
