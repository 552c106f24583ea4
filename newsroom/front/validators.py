"""What may stand in the masthead and the foot; each raises ValidationError with a sentence for the user."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator, EmailValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Landlines and mobiles with 0 or 84 in front, and the 1800 and 1900 lines.
_DIALLED = re.compile(r"(?:0|\+?84)\d{9,10}|1[89]00\d{4,6}")
_PRINTED = re.compile(r"\+?[\d .-]*(?:\(\+?[\d .-]+\))?[\d .-]*\d")

domain = DomainNameValidator(
    message=_("Write the domain alone, without https:// and without a path: bao.example."), accept_idna=True
)
email = EmailValidator(message=_("This is not an e-mail address. It looks like toasoan@bao.example."))


def telephone(number: str):
    """A Vietnamese number as papers print it: `(0229) 3871 234`, `0912.345.678`, `+84 229 387 1234`, `1900 1234`."""
    if not _PRINTED.fullmatch(number) or not _DIALLED.fullmatch(re.sub(r"[ .()-]", "", number)):
        raise ValidationError(
            _("This is not a Vietnamese telephone number. It looks like (0229) 3871 234, 0912 345 678 or 1900 1234.")
        )


def not_to_come(day):
    """A date that is today or past, by the paper's calendar."""
    if day > timezone.localdate():
        raise ValidationError(_("This date is still to come."))
