import logging
from contextlib import suppress

from django import forms
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from redis import RedisError

from articles.models import Section
from newsroom.desk import background, letters
from newsroom.desk.models import User
from newsroom.desk.roles import ROLE_NAMES, ROLES

logger = logging.getLogger(__name__)
SECONDS_BETWEEN_LETTERS = 300
OUT_OF_REACH = (RedisError, OSError)


class RolesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group):
        return ROLE_NAMES.get(group.name, group.name)


class AccountForm(forms.ModelForm):
    """An account as administrators see it: who it is and what it may do. Its password is its owner's alone."""

    RIGHTS = ["is_active", "groups", "sections_edited"]
    is_own = False
    """Whether the account is that of whoever fills in the form: the own rights are for others to change."""

    groups = RolesField(
        Group.objects.filter(name__in=ROLES),
        widget=forms.CheckboxSelectMultiple, label=_("Roles"), error_messages={"required": _("Choose a role.")},
    )  # fmt: skip
    sections_edited = forms.ModelMultipleChoiceField(
        Section.objects.all(),
        widget=forms.CheckboxSelectMultiple, required=False, label=_("Sections of an editor"),
        help_text=_("An editor works on the stories of these sections only."),
    )  # fmt: skip

    class Meta:
        model = User
        fields = ["username", "last_name", "first_name", "email", "is_active", "groups"]
        labels = {"last_name": _("Surname and middle names"), "first_name": _("Given name"), "is_active": _("In use")}
        help_texts = {
            "username": _("What the person types to sign in: letters without accents, figures, @ . + - _"),
            "is_active": _("Untick it when somebody leaves: the person can no longer sign in, the bylines stay."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("last_name", "first_name", "email"):
            if name in self.fields:
                self.fields[name].required = True
        for name in self.RIGHTS if self.is_own else []:
            self.fields[name].disabled = True
        if self.instance.pk and "sections_edited" in self.fields:
            # As they are now: what changed is asked once they are saved.
            self.initial.setdefault("sections_edited", list(self.instance.sections_edited.all()))

    def clean_email(self):
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Another account has this e-mail address."))
        return email

    def _save_m2m(self):
        super()._save_m2m()
        if "sections_edited" in self.cleaned_data:
            self.instance.sections_edited.set(self.cleaned_data["sections_edited"])


class PasswordLinkForm(PasswordResetForm):
    """Asks for a link by e-mail. Whether an account has that address is told to nobody, by the time the answer
    takes neither.
    """

    def get_users(self, email):
        """Active accounts of that address, also those whose owner never chose a first password."""
        return User.objects.filter(email__iexact=email, is_active=True)

    def save(self, **kwargs):
        background.run(self._send_links, self.cleaned_data["email"])

    def _send_links(self, email):
        for account in self.get_users(email):
            if _is_first(account):
                self._send(account)

    def _send(self, account):
        try:
            letters.send_password_link(account)
        except OSError:
            _forget(account)
            logger.exception("The letter with a password link for account %s was not taken.", account.pk)


def _is_first(account):
    """Whether no letter left for the account lately, from any machine that shares the cache. Nobody stays locked out
    because the cache is away: then every letter is the first.
    """
    try:
        return cache.add(_letter_of(account), True, timeout=SECONDS_BETWEEN_LETTERS)
    except OUT_OF_REACH:
        logger.exception("The cache is away; letters are not counted.")
        return True


def _forget(account):
    with suppress(*OUT_OF_REACH):
        cache.delete(_letter_of(account))


def _letter_of(account):
    return f"password-link-{account.pk}"


class LanguageForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language"]
        widgets = {"language": forms.RadioSelect}
