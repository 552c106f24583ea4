"""Model fields that keep their text tidy on every path that writes it.

Each cleans in the form, in `full_clean`, on `save` (the instance in memory too), `bulk_create`, `bulk_update`,
`QuerySet.update` and `loaddata`. Lookups are left as they are typed. Expressions such as `F()` pass untouched: the
database computes them, so they must be built from columns that are clean already.
"""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models

from newsroom.text import richtext
from newsroom.text.vietnamese import normalize, one_line
from newsroom.text.widgets import EditorWidget


def _plain(text: str) -> str:
    return normalize(text).strip()


class _TidyFormField(forms.CharField):
    def to_python(self, value):
        text = super().to_python(value)
        return self.tidy(text) if isinstance(text, str) else text


class LineFormField(_TidyFormField):
    tidy = staticmethod(one_line)


class PlainTextFormField(_TidyFormField):
    tidy = staticmethod(_plain)


class RichTextFormField(_TidyFormField):
    tidy = staticmethod(richtext.clean)


class _TidyField(models.Field):
    """Cleans a string with the form field's `tidy`; None and expressions are not its business."""

    form_class: type[_TidyFormField]

    def tidy(self, value):
        return self.form_class.tidy(value) if isinstance(value, str) else value

    def clean(self, value, model_instance):
        return super().clean(self.tidy(value), model_instance)

    def pre_save(self, model_instance, add):
        value = self.tidy(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(self.tidy(value), connection)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": self.form_class, **kwargs})


class LineField(_TidyField, models.CharField):
    """One line of text (a title, a name): `one_line` on every write."""

    form_class = LineFormField


class PlainTextField(_TidyField, models.TextField):
    """Lines of plain text without markup: `normalize` and no blank edges on every write."""

    form_class = PlainTextFormField


class RichTextField(_TidyField, models.TextField):
    """HTML of a story: `richtext.clean` on every write, the story editor in forms."""

    form_class = RichTextFormField

    def formfield(self, **kwargs):
        widget = kwargs.pop("widget", None)
        # The admin offers its plain textarea for every kind of TextField; here the editor is meant.
        if widget in (None, AdminTextareaWidget):
            widget = EditorWidget
        return super().formfield(widget=widget, **kwargs)
