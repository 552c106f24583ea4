from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.byline import Role
from newsroom.pages.links import address
from newsroom.text.fields import LineField, PlainTextField
from newsroom.text.slugs import fill_slug


class Person(models.Model):
    """Who writes: private to the desk. No page, feed or HTML for readers reads from this table."""

    full_name = LineField(_("full name"), max_length=120)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["full_name"]

    def __str__(self):
        return self.full_name


class PenName(models.Model):
    """A name under which stories appear: public. A person may have several; what links them is never shown."""

    name = LineField(_("pen name"), max_length=120)
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, blank=True, help_text=_("Made from the name when left empty.")
    )
    bio = PlainTextField(_("about"), blank=True, max_length=500)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="pen_names", verbose_name=_("person behind it"),
        help_text=_("Private to the desk; readers never see it."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("pen name")
        verbose_name_plural = _("pen names")
        ordering = ["slug"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("articles:author", self.slug)

    def clean(self):
        fill_slug(self, "name")


class Byline(models.Model):
    """One credit of a story: who, as what, at which place in the line."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines", verbose_name=_("story"))
    pen_name = models.ForeignKey(PenName, models.PROTECT, related_name="bylines", verbose_name=_("pen name"))
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.TEXT)
    # Counted from 1: in a form, 0 is a row that was just added and stands last.
    position = models.PositiveSmallIntegerField(_("position"), default=0, db_index=True)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "pen_name", "role"], name="byline_once_per_role",
                violation_error_message=_("This name already stands in the byline in that role."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.pen_name)
