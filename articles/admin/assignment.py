"""Assignments at the desk: the list with its deadlines, the form of those who give them, the moves of who writes."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import audience
from articles.admin.moves import give_note_back
from articles.admin.order import given_name_order
from articles.admin.widgets import QuietChoices
from articles.assignments import actions, rights
from articles.assignments.workflow import MOVES, State
from articles.models import Assignment, Section
from newsroom.pages.filters import ListedFilters
from newsroom.pages.timefields import FORMAT, Moment
from newsroom.text.vietnamese import format_datetime

# A state of an assignment wears the mark of the state of a story that says the same.
MARKS = {
    State.OPEN: "draft",
    State.ACCEPTED: "submitted",
    State.DECLINED: "sent_back",
    State.DONE: "approved",
    State.CANCELLED: "binned",
}


def assignment_badge(assignment, at=None):
    """Mark and word as HTML, and beside them whether the deadline has passed."""
    mark, words = MARKS[assignment.state], assignment.get_state_display()
    badge = format_html('<span class="badge badge--{}">{}</span>', mark, words)
    if not assignment.is_overdue(at):
        return badge
    return format_html('{} <span class="badge badge--overdue">{}</span>', badge, _("Overdue"))


class BriefMixin:
    """For the story's ModelAdmin: what was asked for stays in sight while the story is written."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context["assignment"] = Assignment.objects.filter(story=obj.pk).with_people().first()
        return super().render_change_form(request, context, add, change, form_url, obj)


class AssignmentForm(forms.ModelForm):
    """What the desk writes of an assignment. What the verbs would refuse is refused here, with all that was typed."""

    deadline = forms.DateTimeField(
        label=_("Deadline"),
        input_formats=[FORMAT, "%d/%m/%Y %H:%M"],
        widget=Moment(),
    )

    class Meta:
        model = Assignment
        fields = actions.WRITTEN
        widgets = {"brief": forms.Textarea(attrs={"rows": 5})}

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            # Locked until the admin has saved, so that what holds here still holds when the verb looks.
            stored = Assignment.objects.select_for_update().filter(pk=self.instance.pk).first()
            self._refuse(stored)

    def _refuse(self, stored):
        try:
            if stored:
                actions.check_change(self.instance, stored)
            else:
                actions.check_deadline(self.instance)
                actions.check_assignee(self.instance)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class StateFilter(admin.SimpleListFilter):
    """By state, with those past their deadline apart."""

    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        return [*State.choices, ("overdue", _("Overdue"))]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.overdue()
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Assignment)
class AssignmentAdmin(ListedFilters, QuietChoices, admin.ModelAdmin):
    form = AssignmentForm
    change_form_template = "admin/articles/assignment/change_form.html"
    list_display = ["idea", "badge", "writer", "section", "due"]
    list_filter = [StateFilter, "section"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["idea"]
    sortable_by = ()
    ordering = ["-deadline", "-pk"]
    fields = actions.WRITTEN
    nothing_chosen = {"assignee": _("open to all")}
    nothing_yet = _("No idea was given out yet. An idea with a deadline becomes a draft once a reporter accepts it.")

    # -- who may do what ------------------------------------------------------------------------------------------

    def get_queryset(self, request):
        return super().get_queryset(request).for_desk(request.user).with_now().with_people()

    def get_object(self, request, object_id, from_field=None):
        """The assignment, or 403 where it is none of this account's."""
        found = super().get_object(request, object_id, from_field)
        if found is None and object_id.isdecimal() and Assignment.objects.filter(pk=object_id).exists():
            raise PermissionDenied
        return found

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request) and (obj is None or rights.may_view(request.user, obj))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request) and (obj is None or rights.may_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return False  # cancelled instead

    # -- the list -------------------------------------------------------------------------------------------------

    @admin.display(description=_("state"))
    def badge(self, assignment):
        return assignment_badge(assignment, assignment.now)

    @admin.display(description=_("given to"))
    def writer(self, assignment):
        return assignment.assignee or _("open to all")

    @admin.display(description=_("deadline"))
    def due(self, assignment):
        return format_datetime(assignment.deadline)

    # -- the form -------------------------------------------------------------------------------------------------

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "section":
            field.queryset = _sections_of(request.user)
        if db_field.name == "assignee":
            writers = audience.writers()
            field.queryset = writers.order_by(given_name_order(writers))
        return field

    def save_model(self, request, obj, form, change):
        verb = actions.change if change else actions.give
        verb(obj, by=request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["show_save_and_add_another"] = False
        if obj:
            context |= {
                "moves": actions.open_moves(obj, request.user),
                "steps": obj.trail.select_related("by", "assignee"),
                "badge": assignment_badge(obj, obj.now),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # -- the moves ------------------------------------------------------------------------------------------------

    def get_urls(self):
        move = self.admin_site.admin_view(self.move_view)
        return [path("<int:pk>/move/", move, name="articles_assignment_move"), *super().get_urls()]

    @method_decorator(require_POST)
    def move_view(self, request, pk):
        """Make the move that a button asks for. Whoever accepted is led to the draft."""
        try:
            assignment = self.get_object(request, str(pk))
        except PermissionDenied:
            if request.POST.get("_move") != "accept":
                raise
            # Somebody else was quicker, or it was called off: told, not turned away.
            self.message_user(request, _("This assignment is no longer open to you."), messages.WARNING)
            return redirect("admin:articles_assignment_changelist")
        if assignment is None:
            raise Http404
        if not self.has_view_permission(request, assignment):
            raise PermissionDenied
        name, note = request.POST.get("_move"), request.POST.get("move_note", "")
        if name not in MOVES:
            return redirect("admin:articles_assignment_change", pk)
        try:
            moved = actions.move(name, assignment, by=request.user, note=note)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
            give_note_back(request)
            return redirect("admin:articles_assignment_change", pk)
        return self._after_move(request, moved)

    def _after_move(self, request, assignment):
        words = {"idea": assignment, "state": assignment.get_state_display()}
        self.message_user(request, _("“%(idea)s”: %(state)s.") % words, messages.SUCCESS)
        if assignment.state == State.ACCEPTED:
            return redirect("admin:articles_article_change", assignment.story_id)
        return redirect("admin:articles_assignment_change", assignment.pk)


def _sections_of(user):
    everywhere = user.has_perm("articles.edit_all_articles")
    return Section.objects.all() if everywhere else Section.objects.filter(editors=user)
