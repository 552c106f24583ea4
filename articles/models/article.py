from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce, Now
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles import byline
from articles.card import Card
from articles.models.people import PenName
from articles.models.section import Tag
from articles.querysets import ArticleQuerySet
from articles.workflow import Status
from newsroom.pages.ai import SAID_OF_STORY, AiLabel
from newsroom.pages.clock import database_now
from newsroom.pages.links import address
from newsroom.text.fields import LineField, PlainTextField, RichTextField
from newsroom.text.slugs import fill_slug


class Genre(models.TextChoices):
    """Genres (*thể loại*) of the press; royalties will be counted by them."""

    NEWS = "tin", _("News")
    REPORT = "phan_anh", _("Report")
    FEATURE = "phong_su", _("Feature")
    NOTES = "ghi_chep", _("Reporter's notes")
    INTERVIEW = "phong_van", _("Interview")
    COMMENT = "binh_luan", _("Comment")
    PORTRAIT = "nguoi_tot_viec_tot", _("Good people, good deeds")
    ANSWER = "tra_loi_ban_doc", _("Answer to readers")


_BY_TIME = (Coalesce("published_at", "changed_at").desc(), models.F("id").desc())


def _vector(config):
    weights = {"title": "A", "kicker": "B", "standfirst": "B", "body": "C"}
    vectors = [SearchVector(field, weight=weight, config=config) for field, weight in weights.items()]
    return sum(vectors[1:], start=vectors[0])


def _known(model, row):
    """A row of another table of which only key, name and address are at hand."""
    return model.from_db(None, ["id", "name", "slug"], [row["id"], row["name"], row["slug"]])


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):
    def get_queryset(self):
        # The words of a story for the search weigh more than the story, and only the database reads them.
        return super().get_queryset().defer("search_blind", "search_exact")


class Article(models.Model):
    """A story, from draft to archive. Its state moves only through `articles.actions`."""

    section = models.ForeignKey("articles.Section", models.PROTECT, related_name="articles", verbose_name=_("section"))
    genre = models.CharField(_("genre"), max_length=20, choices=Genre, default=Genre.NEWS)
    kicker = LineField(_("kicker"), max_length=80, blank=True)
    title = LineField(_("title"), max_length=250)
    slug = models.SlugField(
        _("address"), max_length=120, blank=True,
        help_text=_("Made from the title when left empty; fixed once the story was published."),
    )  # fmt: skip
    standfirst = PlainTextField(_("standfirst"), blank=True, max_length=1000)
    body = RichTextField(_("body"), blank=True)
    lead_photo = models.ForeignKey(
        "photos.Photo", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("lead photo")
    )
    lead_caption = LineField(_("caption here"), max_length=300, blank=True, help_text=_("Empty: the photo's own."))
    lead_credit = LineField(_("credit here"), max_length=120, blank=True, help_text=_("Empty: the photo's own."))
    lead_alt = LineField(_("description here"), max_length=300, blank=True, help_text=_("Empty: the photo's own."))
    tags = models.ManyToManyField("articles.Tag", blank=True, related_name="articles", verbose_name=_("tags"))
    source = LineField(
        _("agency or source"), max_length=120, blank=True, help_text=_("For example TTXVN; printed as “Theo TTXVN”.")
    )

    ai_label = models.CharField(
        _("AI label of the text"), max_length=8, choices=AiLabel, blank=True, default=AiLabel.NONE,
        help_text=_("Stands beside the byline; the press law asks for it. A photo has its own."),
    )  # fmt: skip
    replies_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("reply to"),
        help_text=_("The story that this one answers by right of reply; readers are led from each to the other."),
    )  # fmt: skip

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, editable=False)
    expires_at = models.DateTimeField(_("expires at"), null=True, editable=False)
    # What those who listen were told last: that readers see the story, or not. Readers' pages never ask it.
    is_announced = models.BooleanField(_("announced"), default=False, editable=False)
    late_because = models.CharField(_("late because"), max_length=500, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="articles_created", editable=False,
        verbose_name=_("created by"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False,
        verbose_name=_("edited by"),
    )  # fmt: skip
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    updated_at = models.DateTimeField(_("updated at"), null=True, editable=False)
    approved_digest = models.CharField(_("digest of what was approved"), max_length=64, blank=True, editable=False)

    # A working copy: a row of its own on which the change of a published story is written, moved and approved.
    working_copy_of = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="working_copies", editable=False,
        verbose_name=_("working copy of"),
    )  # fmt: skip
    base_version = models.PositiveIntegerField(_("version it began from"), null=True, editable=False)
    applied_at = models.DateTimeField(_("applied at"), null=True, editable=False)
    is_substantial = models.BooleanField(_("substantial change"), default=False, editable=False)

    search_blind = models.GeneratedField(
        expression=_vector("vi"), output_field=SearchVectorField(), db_persist=True, editable=False
    )
    search_exact = models.GeneratedField(
        expression=_vector("simple"), output_field=SearchVectorField(), db_persist=True, editable=False
    )

    objects = ArticleManager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-changed_at", "-pk"]
        default_permissions = ("add", "change", "view")
        permissions = [
            ("submit_article", "Can submit a story"),
            ("send_back_article", "Can send a story back"),
            ("approve_article", "Can approve a story"),
            ("publish_article", "Can publish a story"),
            ("withdraw_article", "Can withdraw a story"),
            ("republish_article", "Can republish a story"),
            ("bin_article", "Can move a draft to the bin and restore it"),
            ("edit_section_articles", "Can edit the stories of the own sections"),
            ("edit_all_articles", "Can edit the stories of all sections"),
        ]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="article_newest"),
            models.Index(fields=["-changed_at", "-id"], name="article_last_changed"),
            GinIndex(fields=["search_blind"], name="article_search"),
            # What is counted for numbered pages, without a look at the stories themselves.
            models.Index(
                fields=["section", "-published_at", "-id"],
                include=["embargo_until", "expires_at"],
                name="article_public_in_section",
                condition=models.Q(status=Status.PUBLISHED, working_copy_of=None),
            ),
            # The desk's list, whole and by what most narrows it.
            models.Index(*_BY_TIME, name="article_by_time"),
            models.Index("section", *_BY_TIME, name="article_by_time_in_section"),
            models.Index("genre", *_BY_TIME, name="article_by_time_in_genre"),
            models.Index("created_by", *_BY_TIME, name="article_by_time_of_creator"),
            # Short ones: what few stories have, or have only until the next run of `publish_due`.
            models.Index(
                fields=["published_at"],
                name="article_unannounced",
                condition=models.Q(status=Status.PUBLISHED, is_announced=False),
            ),
            models.Index(
                fields=["is_announced", "expires_at"],
                name="article_expiry",
                condition=models.Q(expires_at__isnull=False),
            ),
            models.Index(
                fields=["embargo_until"], name="article_embargo", condition=models.Q(embargo_until__isnull=False)
            ),
            models.Index(
                fields=["published_at"],
                name="article_open_copies",
                condition=models.Q(working_copy_of__isnull=False, applied_at=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["working_copy_of"],
                condition=models.Q(applied_at=None) & ~models.Q(status=Status.BINNED),
                name="one_open_working_copy",
                violation_error_message=_("The story has a working copy already."),
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("published_at")),
                name="expires_after_it_appears",
                violation_error_message=_("A story can only expire after it appeared."),
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("embargo_until")),
                name="expires_after_its_embargo",
                violation_error_message=_("A story can only expire after its embargo ended."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.PUBLISHED) | models.Q(published_at__isnull=False),
                name="published_has_a_time",
                violation_error_message=_("A published story needs its time of publication."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address("articles:article", self.section.slug, self.slug, self.working_copy_of_id or self.pk)

    def clean(self):
        fill_slug(self, "title")
        if self.pk and self.replies_to_id == self.pk:
            raise ValidationError({"replies_to": _("A story cannot be a reply to itself.")})

    def is_published(self, at=None):
        """Whether readers see the story at `at` (the database's now by default); twin of the queryset's `published`."""
        return self.stage(at) == "published"

    def is_scheduled(self, at=None):
        """Whether the story waits for its time; twin of the queryset's `scheduled`."""
        return self.stage(at) == "scheduled"

    def is_expired(self, at=None):
        """Whether readers saw the story until the time set for it; twin of the queryset's `expired`."""
        return self.stage(at) == "expired"

    def stage(self, at=None) -> str:
        """Which of `scheduled`, `published`, `expired` a published story is at a moment; empty for any other. A working
        copy waits for its time, and is nothing that readers see.
        """
        if self.status != Status.PUBLISHED or self.applied_at:
            return ""
        if self.is_working_copy:
            return "scheduled"
        at = at or database_now()
        if self.expires_at and self.expires_at <= at:
            return "expired"
        waits = self.published_at > at or (self.embargo_until and self.embargo_until > at)
        return "scheduled" if waits else "published"

    @property
    def address_is_fixed(self):
        """Whether readers know the address, or will at a time already set: then the slug stays as it is."""
        return self.published_at is not None or self.is_working_copy

    @property
    def is_working_copy(self):
        """Whether this row is where a change of a published story is made; readers never see one."""
        return self.working_copy_of_id is not None

    @cached_property
    def credited(self):
        """The byline as (pen name, role) in order. Of a story from `for_cards()` or `for_page()` this asks nothing, nor
        does what else readers are shown of it.
        """
        if hasattr(self, "byline_rows"):
            return [(_known(PenName, row), row["role"]) for row in self.byline_rows]
        return [(line.pen_name, line.role) for line in self.bylines.select_related("pen_name")]

    @cached_property
    def keywords(self):
        """Its tags."""
        return [_known(Tag, row) for row in self.tag_rows] if hasattr(self, "tag_rows") else list(self.tags.all())

    @cached_property
    def corrected(self):
        """Its corrections, oldest first."""
        return list(self.corrections.all()) if getattr(self, "is_corrected", True) else []

    @cached_property
    def answered(self):
        """The story that this one replies to, if readers may see it."""
        return self.replies_to_id and self._for_readers().filter(pk=self.replies_to_id).first()

    @cached_property
    def answers(self):
        """Stories that reply to this one and that readers may see, oldest first."""
        if not getattr(self, "is_answered", True):
            return []
        return list(self._for_readers().filter(replies_to=self).order_by("published_at", "pk"))

    def _for_readers(self):
        return Article.objects.published().select_related("section").defer("body")

    @property
    def byline_parts(self):
        """The printed byline as parts, names still pen names."""
        return byline.compose(self.credited, is_news=self.genre == Genre.NEWS, source=self.source)

    @property
    def byline(self):
        """The printed byline, e.g. `Bài, ảnh: Mai Toan`."""
        return byline.as_text(self.byline_parts)

    @property
    def card(self):
        """Its headline in a list."""
        photo = self.lead_photo.shape if self.lead_photo else None
        return Card(
            self.get_absolute_url(), self.kicker, self.title, self.standfirst, self.byline, self.published_at, photo
        )

    @property
    def ai_words(self):
        """What readers are told of the AI in the text, or nothing."""
        return SAID_OF_STORY.get(self.ai_label, "")

    @property
    def caption(self):
        return self.lead_caption or self.lead_photo.caption

    @property
    def credit(self):
        return self.lead_credit or self.lead_photo.credit

    @property
    def alt(self):
        return self.lead_alt or self.lead_photo.alt
