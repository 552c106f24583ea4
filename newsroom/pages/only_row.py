"""For settings that a paper has once: a model with one row, and the page of the desk that leads straight to it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect


class OnlyRow:
    """For a ModelAdmin: the list leads to the one form, which also makes the row when there is none yet.

    The model says `ONLY`, the row's key, and `current()`: the row, or what holds where there is none, unsaved.
    """

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_object(self, request, object_id, from_field=None):
        return self.model.current() if object_id == str(self.model.ONLY) else None

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", self.model.ONLY)
