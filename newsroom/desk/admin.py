from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from newsroom.desk.models import User
from newsroom.desk.roles import ROLE_NAMES, ROLES
from newsroom.pages.filters import ListedFilters

# Roles are a table in code (newsroom.desk.roles); a group edited by hand would be undone by the next migration.
admin.site.unregister(Group)


class RolesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group):
        return ROLE_NAMES.get(group.name, group.name)


@admin.register(User)
class AccountAdmin(ListedFilters, UserAdmin):
    """Accounts and their roles. A superuser is for emergencies: only another one sees and touches it."""

    list_display = ["username", "full_name", "roles", "is_active"]
    list_filter = ["is_active", "groups"]
    search_fields = ["username", "first_name", "last_name", "email"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["last_name", "first_name", "email"]}),
        (_("Rights"), {"fields": ["is_active", "groups"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "last_name", "first_name", "email", "password1", "password2", "groups"]}),
    ]

    def get_queryset(self, request):
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            roles = Group.objects.filter(name__in=ROLES)
            return RolesField(roles, widget=forms.CheckboxSelectMultiple, required=False, label=_("roles"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True  # readers have no accounts
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request, obj=None):
        return False  # deactivated instead: stories and trail keep their names

    @admin.display(description=_("full name"), ordering="first_name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(str(ROLE_NAMES.get(group.name, group.name)) for group in user.groups.all())
