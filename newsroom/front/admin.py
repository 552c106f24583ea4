from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.front.models import Paper
from newsroom.pages.only_row import OnlyRow


@admin.register(Paper)
class PaperAdmin(OnlyRow, admin.ModelAdmin):
    """What the paper says of itself."""

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
