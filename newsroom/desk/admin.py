import logging
from functools import partial

from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.order import InStaffOrder
from newsroom.desk import changes, letters, sign_in
from newsroom.desk.forms import AccountForm
from newsroom.desk.models import AccountState, User
from newsroom.desk.roles import ROLE_NAMES
from newsroom.pages.filters import ListedFilters

logger = logging.getLogger(__name__)

# Roles are a table in code (newsroom.desk.roles); a group edited by hand would be undone by the next migration.
admin.site.unregister(Group)


class RoleFilter(admin.SimpleListFilter):
    title, parameter_name = _("role"), "role"

    def lookups(self, request, model_admin):
        return ROLE_NAMES.items()

    def queryset(self, request, accounts):
        return accounts.filter(groups__name=self.value()) if self.value() else accounts


class StateFilter(admin.SimpleListFilter):
    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        return AccountState.choices

    def queryset(self, request, accounts):
        return accounts.in_state(self.value()) if self.value() else accounts


@admin.register(User)
class AccountAdmin(ListedFilters, InStaffOrder, admin.ModelAdmin):
    """Accounts and their roles. A new one is an invitation: its owner chooses the password by a link in an e-mail.

    Nobody changes the rights of the own account, which also keeps the last administrator in. A superuser is for
    emergencies: only another one sees and touches it.
    """

    form = AccountForm
    list_display = ["full_name", "username", "role_names", "state_name"]
    list_filter = [StateFilter, RoleFilter]
    search_fields = ["username", "first_name", "last_name", "email"]
    fieldsets = [
        (_("Person"), {"fields": ["last_name", "first_name", "email", "username"]}),
        (_("Rights"), {"fields": ["is_active", "groups", "sections_edited"]}),
    ]

    def get_queryset(self, request):
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def get_fieldsets(self, request, obj=None):
        if obj is None:  # an invitation to a closed account would be odd
            rights = (_("Rights"), {"fields": ["groups", "sections_edited"]})
            return [self.fieldsets[0], rights]
        return self.fieldsets

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.is_own = obj == request.user
        return form

    def has_delete_permission(self, request, obj=None):
        return False  # deactivated instead: stories and trail keep their names

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True  # readers have no accounts
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            transaction.on_commit(partial(self._send_link, request, obj))
        elif "email" in form.changed_data and form.initial["email"]:
            transaction.on_commit(partial(self._tell_former_address, request, obj, form.initial["email"]))

    def response_add(self, request, obj, post_url_continue=None):
        return redirect("admin:desk_user_changelist")

    def get_urls(self):
        link = path(
            "<int:pk>/password-link/", self.admin_site.admin_view(self.password_link), name="desk_user_password_link"
        )
        return [link, *super().get_urls()]

    @method_decorator(require_POST)
    def password_link(self, request, pk):
        """Send the owner a link by which to choose a password, and forget the failed sign-ins."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        account = get_object_or_404(self.get_queryset(request), pk=pk, is_active=True, email__contains="@")
        sign_in.let_in_again(account)
        self._send_link(request, account)
        return redirect("admin:desk_user_change", pk)

    def _send_link(self, request, account):
        """Mail it and log that; the administrator is told where the mail server does not take it."""
        try:
            letters.send_password_link(account, by=request.user)
        except OSError:
            words = gettext("The letter to %(email)s could not be sent. The account stands; send the link again later.")
            self._tell_failure(request, words % {"email": account.email})
            return
        changes.log(account, by=request.user, field=_("Link to choose a password"), after=account.email)
        words = gettext("A link to choose a password was sent to %(email)s.")
        self.message_user(request, words % {"email": account.email}, messages.SUCCESS)

    def _tell_former_address(self, request, account, former):
        try:
            letters.send_address_changed(account, former, by=request.user)
        except OSError:
            words = gettext(
                "The new e-mail address stands, but %(email)s could not be told of it. Tell the owner yourself."
            )
            self._tell_failure(request, words % {"email": former})

    def _tell_failure(self, request, words):
        logger.exception("A letter of the desk was not taken.")
        self.message_user(request, words, messages.ERROR)

    @admin.display(description=_("full name"))
    def full_name(self, user):
        return str(user)

    @admin.display(description=_("roles"))
    def role_names(self, user):
        return ", ".join(str(ROLE_NAMES.get(group.name, group.name)) for group in user.groups.all())

    @admin.display(description=_("state"))
    def state_name(self, user):
        return user.state.label
