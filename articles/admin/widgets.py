"""Form fields of the story without the noise that Django puts beside every choice of another row."""

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.utils.translation import gettext as _


class QuietChoices:
    """For a ModelAdmin or inline: no pencil, eye or cross beside a choice; a plus only for `may_add_from_form`."""

    may_add_from_form = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = field.widget.can_delete_related = False
            field.widget.can_add_related &= db_field.name in self.may_add_from_form
        return field


class SectionChoice(forms.Select):
    """A choice of section whose options know the section's part of an address: `js/desk/address.js` reads it."""

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label if value else _("Choose a section"), *args, **kwargs)
        if value:
            option["attrs"]["data-slug"] = value.instance.slug
        return option
