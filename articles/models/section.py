from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.pages.links import address
from newsroom.text.fields import LineField
from newsroom.text.slugs import fill_slug

# First words of other addresses; a section of this name would shadow them.
RESERVED_SLUGS = {
    "tac-gia", "tu-khoa", "chuyen-de", "tim-kiem", "binh-chon", "gia-ca-thi-truong", "rss", "sitemap", "news-sitemap",
    "robots", "admin", "healthz", "api", "s", "media", "static", "sw", "dinh-chinh", "ban-tin", "xem-truoc", "oembed",
}  # fmt: skip


def refuse_reserved_slug(slug):
    """Raise ValidationError where a section's slug would shadow another address of the site."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("“%(slug)s” is the address of another page of the site."), params={"slug": slug})


class SectionQuerySet(models.QuerySet):
    def top(self):
        return self.filter(parent__isnull=True)


class Section(models.Model):
    """A section of the paper; one level of children."""

    name = LineField(_("name"), max_length=80)
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, validators=[refuse_reserved_slug],
        help_text=_("Part of every story's address; fixed once the section exists."),
    )  # fmt: skip
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent section")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, db_index=True)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="sections_edited", verbose_name=_("editors"),
        help_text=_("Editors who work on the stories of this section."),
    )  # fmt: skip

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("articles:section", self.slug)

    def clean(self):
        if self.parent is None:
            return
        if self.parent_id == self.pk or self.parent.parent_id is not None:
            raise ValidationError({"parent": _("A section has one level of children only.")})
        if self.pk and self.children.exists():
            raise ValidationError({"parent": _("This section has children of its own.")})


class Tag(models.Model):
    """A keyword that gathers stories across sections."""

    name = LineField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, blank=True, help_text=_("Made from the name when left empty.")
    )

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["slug"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("articles:tag", self.slug)

    def clean(self):
        fill_slug(self, "name")
        twin = Tag.objects.filter(slug=self.slug).exclude(pk=self.pk).first()
        if twin:
            raise ValidationError({"name": _("There is the tag “%(tag)s” already.") % {"tag": twin}})
