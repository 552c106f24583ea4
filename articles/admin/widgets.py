"""Form fields of the story without the noise that Django puts beside every choice of another row."""

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper


class QuietChoices:
    """For a ModelAdmin or inline: no pencil, eye or cross beside a choice; a plus only for `may_add_from_form`."""

    may_add_from_form = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = field.widget.can_delete_related = False
            field.widget.can_add_related &= db_field.name in self.may_add_from_form
        return field
