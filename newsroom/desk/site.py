"""The desk: Django's admin as the editorial workplace."""

from functools import partial, partialmethod, update_wrapper

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import SimpleLazyObject
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from newsroom.desk import changes, embeds, sessions, views
from newsroom.desk.changes import LogsValues
from newsroom.desk.navigation import by_work, with_pages
from newsroom.desk.notifications import views as notifications
from newsroom.desk.sign_in import SignInForm
from newsroom.front.errors import form_expired, typed
from newsroom.pages.inlines import AddsInASentence

DASHES = "---------"  # with which Django begins a field that chooses


class NamesTheEmptyAction:
    """For a ModelAdmin: the list of actions begins with words instead of a row of dashes."""

    def get_action_choices(self, request, default_choices=None):
        return super().get_action_choices(request, default_choices or [("", _("Choose an action"))])


class NamesTheEmptyChoice:
    """For a ModelAdmin: a field that chooses begins with words instead of a row of dashes.

    Where the general words say too little, `nothing_chosen` of the admin says by field what an empty choice means.
    """

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and field.empty_label == DASHES:
            field.empty_label = getattr(self, "nothing_chosen", {}).get(db_field.name) or _general_words(db_field)
        return field


def _general_words(db_field):
    return _("Nothing chosen") if db_field.blank else format_lazy(_("Choose the {field}"), field=db_field.verbose_name)


class LabelsWithoutColons:
    """For a ModelAdmin: a label stands over its field, which says enough."""

    def get_form(self, request, obj=None, **kwargs):
        form_class = super().get_form(request, obj, **kwargs)  # made for this request
        form_class.__init__ = partialmethod(form_class.__init__, label_suffix="")
        return form_class


class DeskSite(AdminSite):
    site_header = _("The desk")
    site_title = _("Newsroom")
    index_title = _("My desk")
    site_url = "/"
    empty_value_display = "–"
    login_form = SignInForm
    password_change_template = "admin/password/change.html"  # noqa: S105
    enable_nav_sidebar = False  # the desk's own navigation stands in its place

    def each_context(self, request):
        """With the count beside the bell, asked only by a page that shows it."""
        unread = SimpleLazyObject(partial(notifications.unread_of, request))
        return {**super().each_context(request), "unread_notifications": unread}

    def register(self, model_or_iterable, admin_class=None, **options):
        """Every admin speaks as the desk does, and its log says what was there before and after, whoever wrote it."""
        admin_class = admin_class or ModelAdmin
        manners = (NamesTheEmptyAction, NamesTheEmptyChoice, LabelsWithoutColons, AddsInASentence, LogsValues)
        dressed = type(admin_class.__name__, (*manners, admin_class), {"__module__": admin_class.__module__})
        super().register(model_or_iterable, dressed, **options)

    def get_app_list(self, request, app_label=None):
        """What the account may open, by work; the page of one app keeps Django's own shape."""
        app_list = super().get_app_list(request, app_label)
        return app_list if app_label else with_pages(by_work(app_list), request.user)

    def index(self, request, extra_context=None):
        """The first page: what waits for this account."""
        # The dashboard shows the stories' badges, and with them come registrations on the site that is being made here.
        from newsroom.desk import dashboard  # noqa: PLC0415

        return super().index(request, {**dashboard.work_of(request.user), **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        """What a chapter of the desk holds; where that is one list, the list."""
        chapters = self.get_app_list(request, app_label)
        lists = [model["admin_url"] for chapter in chapters for model in chapter["models"] if model["admin_url"]]
        if len(lists) == 1:
            return redirect(lists[0])
        return super().app_index(request, app_label, extra_context)

    def get_urls(self):
        # It knows the models, which are not there yet when the site is made.
        from newsroom.desk import poll_story  # noqa: PLC0415
        from newsroom.desk.audit import views as audit  # noqa: PLC0415

        ours = [
            path("audit/", self.admin_view(audit.audit), name="audit"),
            path("audit.csv", self.admin_view(audit.export), name="audit_export"),
            path("r/<int:content_type_id>/<int:object_id>/", self.admin_view(self.view_on_site), name="view_on_site"),
            path("account/", self.admin_view(views.my_account), name="my_account"),
            path("account/sign-ins/end/", self.admin_view(views.end_sign_ins), name="end_sign_ins"),
            path("account/notifications/", self.admin_view(notifications.mutes), name="notification_mutes"),
            path("polls/poll/<int:pk>/story/", self.admin_view(poll_story.poll_story), name="poll_story"),
            path("embeds/", self.admin_view(embeds.search), name="embeds"),
            path("notifications/", self.admin_view(notifications.notifications), name="notifications"),
            path("notifications/read/", self.admin_view(notifications.mark_read), name="notifications_read"),
            path("notifications/<int:pk>/", self.admin_view(notifications.follow), name="notification"),
        ]
        return [*ours, *(url for url in super().get_urls() if getattr(url, "name", None) != "view_on_site")]

    def password_change(self, request, extra_context=None):
        """The other sign-ins, which Django no longer takes once the password has changed, are off the list too."""
        response = super().password_change(request, extra_context)
        if isinstance(response, HttpResponseRedirect):  # else the form has come back
            sessions.end(request.user, request.session.session_key)
            changes.log(request.user, by=request.user, field=_("Password"), after=_("chosen anew"))
        return response

    def view_on_site(self, request, content_type_id, object_id):
        """To the readers' page of an object. Django's own view tells any signed-in account the address of anything,
        and with it the title of an unpublished story.
        """
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        if model not in self._registry or not hasattr(model, "get_absolute_url"):
            raise Http404
        thing = get_object_or_404(model, pk=object_id)
        if not self._registry[model].has_view_permission(request, thing):
            raise PermissionDenied
        return redirect(thing)

    def admin_view(self, view, cacheable=False):
        """Every page behind the sign-in runs under the desk's own Content-Security-Policy."""
        guarded = csp_replace(settings.DESK_CONTENT_SECURITY_POLICY)(super().admin_view(view, cacheable))

        def desk_view(request, *args, **kwargs):
            if _holds_nul(request.GET) or _holds_nul(request.POST):
                raise BadRequest("NUL in a form")  # PostgreSQL cannot take it, and Django does not refuse it everywhere
            if not self.has_permission(request) and typed(request):
                return form_expired(request)  # Django would lead to the sign-in page and drop what was typed
            return guarded(request, *args, **kwargs)

        return update_wrapper(desk_view, view)


def _holds_nul(data):
    return any("\0" in value for _name, values in data.lists() for value in values)
