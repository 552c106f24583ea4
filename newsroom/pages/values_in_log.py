"""The admin's log, which is append-only, with what stood in a field before and what stands there after."""

from django.conf import settings
from django.utils import translation


class ValuesInLog:
    """For a ModelAdmin: its log says of each changed field "name: before → after", in the paper's language.

    `logged_when_added` names the fields whose values are said of a new object too.
    """

    logged_when_added = ()

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        names = [name for name in form.changed_data if not add or name in self.logged_when_added]
        with translation.override(settings.LANGUAGE_CODE):
            values = [_before_and_after(form, name) for name in names]
        others = [entry for entry in message if "object" in entry.get("changed", {}) or "changed" not in entry]
        return [*others, {"changed": {"fields": values}}] if values else others


def _before_and_after(form, name):
    field = form.fields[name]
    before, after = _in_words(field, form.get_initial_for_field(field, name)), _in_words(field, form.cleaned_data[name])
    return f"{field.label}: {before} → {after}"


def _in_words(field, value):
    words = {str(code): str(label) for code, label in getattr(field, "choices", ())}
    values = value if isinstance(value, list | tuple) else ["" if value is None else value]
    return ", ".join(words.get(str(one), str(one)) for one in values) or "∅"
