"""Model fields that keep their text tidy on every path that writes it.

Each cleans in the form, in `full_clean`, on `save` (the instance in memory too), `bulk_create`, `bulk_update`,
`QuerySet.update` and `loaddata`. Lookups are left as they are typed. Expressions such as `F()` pass a line or plain
text untouched, since templates escape those; rich text refuses them (TypeError), for nobody could clean what the
database computes.
"""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from newsroom.text import richtext
from newsroom.text.vietnamese import format_number, normalize, one_line
from newsroom.text.widgets import EditorWidget

# Characters of HTML. The longest investigations have a tenth of it; PostgreSQL indexes about a megabyte of words.
MAX_LENGTH = 300_000
# Polls and prices in one story: more than any story shows, and few enough to draw.
MAX_EMBEDS = 20


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

    def to_python(self, value):
        """Refused before it is cleaned: a text this long would hold a worker for seconds and overflow the search."""
        if value and len(value) > MAX_LENGTH:
            message = _("This text is too long: %(length)s characters with its markup, %(limit)s are the most.")
            raise ValidationError(
                message, params={"length": format_number(len(value)), "limit": format_number(MAX_LENGTH)}
            )
        text = super().to_python(value)
        if len(richtext.embeds(text or "")) > MAX_EMBEDS:
            message = _("A story shows %(limit)s polls and prices at most.")
            raise ValidationError(message, params={"limit": MAX_EMBEDS})
        return text


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

    def get_db_prep_save(self, value, connection):
        # What bulk_update makes is such an expression, over values that come by here one by one.
        if hasattr(value, "resolve_expression") and not isinstance(value, Case | Cast):
            raise TypeError("Rich text cannot be computed by the database: it would not be cleaned.")
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs):
        widget = kwargs.pop("widget", None)
        # The admin offers its plain textarea for every kind of TextField; here the editor is meant.
        if widget in (None, AdminTextareaWidget):
            widget = EditorWidget
        return super().formfield(widget=widget, **kwargs)
