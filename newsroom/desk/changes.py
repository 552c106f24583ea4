"""What the admin's log says of a change: every value before and after, in the paper's language, as it read then.

Django alone names the fields. DeskSite gives `LogsValues` to every ModelAdmin that registers: none can forget it.
"""

from datetime import date, datetime

from django import forms
from django.conf import settings
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.db.models import Model
from django.forms.models import model_to_dict
from django.utils import translation
from django.utils.translation import gettext as _

from newsroom.text.vietnamese import format_date, format_datetime

VALUES = "values"
"""Key in a change message, as Django's own "changed": [[field, before, after], …], all text."""

# Revisions keep it whole, and closed where the law closes it.
TOLD_ELSEWHERE = {"articles.article"}


class LogsValues:
    """For a ModelAdmin: its log holds what was there before and after."""

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        values = [] if self.opts.label_lower in TOLD_ELSEWHERE else of_form(form, add)
        return [*message, {VALUES: values}] if values else message

    def log_deletions(self, request, queryset):
        """One entry for each, with what it held."""
        for thing in queryset:
            _log(DELETION, thing, request.user, of_deleted(thing, self.get_form(request, thing, change=True)))


def of_form(form, add=False) -> list[list[str]]:
    """Field, before and after for whatever a valid form changes, or sets in something new."""
    with translation.override(settings.LANGUAGE_CODE):
        names = form.cleaned_data if add else form.changed_data
        found = [_value(form, name, None if add else form.initial.get(name)) for name in names]
        return [value for value in found if value[1] != value[2]]


def of_deleted(thing, form_class) -> list[list[str]]:
    """Field, before and nothing, for what the desk knew of a thing."""
    form = form_class(instance=thing)
    with translation.override(settings.LANGUAGE_CODE):
        held = model_to_dict(thing, fields=list(form.fields))
        found = [[_label(form, name), _in_words(form.fields[name], held[name]), ""] for name in held]
        return [value for value in found if value[1]]


def log(account, *, by, field, before="", after=""):
    """Log what was done to an account beside its form. The words are the caller's, lazy ones; never a password."""
    with translation.override(settings.LANGUAGE_CODE):
        _log(CHANGE, account, by, [[str(field), str(before), str(after)]])


def log_form(form, *, by):
    """Log what a form beside the admin's own changed of the thing it was for."""
    if values := of_form(form):
        _log(CHANGE, form.instance, by, values)


def _log(flag, thing, by, values):
    LogEntry.objects.log_actions(by.pk, [thing], flag, change_message=[{VALUES: values}])


def _value(form, name, before):
    field = form.fields[name]
    if "password" in name:
        return [_label(form, name), "", "…"]
    return [_label(form, name), _in_words(field, before), _in_words(field, form.cleaned_data[name])]


def _label(form, name):
    return str(form.fields[name].label or name)


def _in_words(field, value) -> str:
    """A value of a form field as the desk reads it."""
    if value is None or value == "":
        return ""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(str(field.label_from_instance(one)) for one in value))
    if isinstance(field, forms.ModelChoiceField):
        return _named(field, value)
    if isinstance(field, forms.ChoiceField):
        words = dict(field.choices)
        return ", ".join(str(words.get(one, one)) for one in (value if isinstance(value, list) else [value]))
    return _plain(value)


def _named(field, value):
    thing = value if isinstance(value, Model) else field.queryset.model._base_manager.filter(pk=value).first()
    return str(field.label_from_instance(thing)) if thing else "?"


def _plain(value):
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return format_datetime(value)
    return format_date(value) if isinstance(value, date) else str(value)
