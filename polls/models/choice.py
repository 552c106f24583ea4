from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text.fields import LineField


class Choice(models.Model):
    """One answer. A scale has five, whose texts are its numbers; how often each was chosen stands in `Tally`."""

    poll = models.ForeignKey("polls.Poll", models.CASCADE, verbose_name=_("poll"), related_name="choices")
    text = LineField(_("text"), max_length=120)
    order = models.PositiveIntegerField(_("order"), default=0)
    picture = models.ImageField(
        _("picture"),
        upload_to="polls/%Y/%m",
        blank=True,
        width_field="picture_width",
        height_field="picture_height",
        max_length=120,
    )
    picture_width = models.PositiveIntegerField(null=True, editable=False)
    picture_height = models.PositiveIntegerField(null=True, editable=False)
    credit = LineField(_("picture credit"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="choice_text_once_in_a_poll",
                fields=["poll", "text"],
                violation_error_message=_("This poll already has such a choice."),
            ),
        ]

    def __str__(self):
        return self.text
