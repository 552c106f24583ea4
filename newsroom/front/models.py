from django.core.exceptions import ValidationError
from django.db import models
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from newsroom.front import validators
from newsroom.pages.metadata import Publisher, absolute
from newsroom.pages.prepared import prepared
from newsroom.text.fields import LineField

# Printed as one sentence each: all of it, or none.
_TOGETHER = [
    (
        ("licence_number", "licence_date", "licence_issuer"),
        _("A licence is printed with its number, date and issuer: fill in all three, or none."),
    ),
    (("head_title", "head_name"), _("The head is printed with title and name: fill in both, or none.")),
]


@prepared()
def _rows():
    return Paper.objects.all()


class Paper(models.Model):
    """What the paper says of itself in masthead and foot: one row, or the defaults where there is none.

    The press law wants it on every page (decree 237/2026/NĐ-CP, art. 23). What is empty is not printed.
    """

    ONLY = 1  # the primary key of the one row

    name = LineField(_("name"), max_length=80, default="Báo Ninh Bình")
    slogan = LineField(_("slogan"), max_length=160, blank=True, help_text=_("A line under the name."))
    agency = LineField(_("press agency"), max_length=160, blank=True, help_text=_("To whom the licence was given."))
    governing_body = LineField(
        _("governing body"), max_length=160, blank=True, help_text=_("Printed under the press agency.")
    )
    domain = LineField(
        _("domain"), max_length=100, blank=True, validators=[validators.domain],
        help_text=_("As printed in the masthead, without https://."),
    )  # fmt: skip

    licence_number = LineField(_("licence number"), max_length=60, blank=True)
    licence_date = models.DateField(_("licence date"), null=True, blank=True, validators=[validators.not_to_come])
    licence_issuer = LineField(_("licence issuer"), max_length=160, blank=True)

    address = LineField(_("address of the newsroom"), max_length=200, blank=True)
    telephone = LineField(_("telephone"), max_length=30, blank=True, validators=[validators.telephone])
    email = LineField(_("e-mail"), max_length=254, blank=True, validators=[validators.email])
    advertising = LineField(
        _("telephone for advertisements"), max_length=30, blank=True, validators=[validators.telephone]
    )

    head_title = LineField(
        _("title of the head"), max_length=60, blank=True, help_text=_("For example Tổng Biên tập or Giám đốc.")
    )
    head_name = LineField(_("name of the head"), max_length=80, blank=True)

    is_demo = models.BooleanField(
        _("demonstration content"), default=False, help_text=_("Says on every page that what it shows is invented.")
    )

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("paper")
        default_permissions = ("change",)
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_paper")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The paper's row; its defaults, unsaved, on an empty database."""
        return next(iter(_rows()), None) or cls(pk=cls.ONLY)

    def clean(self):
        errors = {}
        for names, message in _TOGETHER:
            missing = [name for name in names if not getattr(self, name)]
            if len(missing) < len(names):
                errors |= dict.fromkeys(missing, message)
        if errors:
            raise ValidationError(errors)

    @property
    def publisher(self):
        """The paper as structured data names it."""
        return Publisher(
            name=self.name,
            logo=absolute(static("newsroom/icons/icon.svg")),
            parent=self.agency,
            address=self.address,
            telephone=self.telephone,
            email=self.email,
        )
