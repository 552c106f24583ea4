from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from newsroom.front.models import Paper


@admin.register(Paper)
class PaperAdmin(admin.ModelAdmin):
    """One settings page: the list leads straight to the one form, which also makes the row when there is none yet."""

    fieldsets = [
        (
            _("Masthead"),
            {
                "fields": ["name", "slogan", "agency", "governing_body", "domain"],
                "description": _("The head of every page, as the press law asks. What is empty is not printed."),
            },
        ),
        (_("Licence"), {"fields": ["licence_number", "licence_date", "licence_issuer"]}),
        (_("Contact"), {"fields": ["address", "telephone", "email", "advertising"]}),
        (_("Head"), {"fields": ["head_title", "head_name"]}),
        (_("Demonstration"), {"fields": ["is_demo"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_object(self, request, object_id, from_field=None):
        return Paper.current() if object_id == str(Paper.ONLY) else None

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return redirect("admin:front_paper_change", Paper.ONLY)
