"""The desk's side of polls. A poll that readers could see stays; one that they voted in keeps question and choices."""

from adminsortable2.admin import CustomInlineFormSet, SortableAdminBase, SortableTabularInline
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.pages.filters import ListedFilters
from newsroom.pages.inlines import AddsInASentence
from newsroom.pages.timefields import DayAndTime
from newsroom.text.vietnamese import format_datetime, format_number
from polls.models import Choice, Poll, State

LOCKED = _(
    "Readers have voted: the question and the choices can no longer be changed, and the poll can no longer be deleted. "
    "To end it, give it a closing time."
)


class ChoiceFormSet(CustomInlineFormSet):
    def clean(self):
        super().clean()
        if self.instance.is_published and len(self._kept()) < 2:
            raise ValidationError(_("A poll needs at least two choices before it can be published."))

    def _kept(self):
        """Asks the rows, not the form's data: of choices that are locked the form holds none."""
        return [form for form in self.forms if form.instance.text and not form.cleaned_data.get("DELETE")]


class ChoiceInline(SortableTabularInline):
    """Follows the rights over the poll, which Django checks first; nobody changes the choices after the first vote."""

    model = Choice
    formset = ChoiceFormSet
    fields = ["text", "tally"]
    readonly_fields = ["tally"]
    extra = 0
    min_num = 2

    def has_view_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return obj is None or not obj.total_votes

    has_add_permission = has_change_permission
    has_delete_permission = has_change_permission

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        return fields if obj and obj.total_votes else [name for name in fields if name != "tally"]

    @admin.display(description=_("number of votes"))
    def tally(self, choice):
        return format_number(choice.votes)


class StateFilter(admin.SimpleListFilter):
    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        asked = {
            State.DRAFT: queryset.drafts,
            State.SCHEDULED: queryset.scheduled,
            State.OPEN: queryset.open,
            State.CLOSED: queryset.closed,
        }.get(self.value())
        return asked() if asked else queryset


@admin.register(Poll)
class PollAdmin(ListedFilters, AddsInASentence, SortableAdminBase, admin.ModelAdmin):
    change_form_template = "admin/polls/poll/change_form.html"
    list_display = ["question", "mark", "total", "opening", "closing", "front"]
    list_filter = [StateFilter, "on_front"]
    search_fields = ["question"]
    formfield_overrides = {models.DateTimeField: {"widget": DayAndTime}}
    empty_value_display = ""
    nothing_yet = _("No poll has been held yet. Ask your readers something they can answer with one tick.")
    # What readers could see stays, so there is nothing to do to many polls at once.
    actions = None
    inlines = [ChoiceInline]
    # The first stands before the choices: together they are the ballot.
    fieldsets = [
        (None, {"fields": ["question", "intro"]}),
        (_("When and where readers see it"), {"fields": ["opens_at", "closes_at", "is_published", "on_front"]}),
        (_("Address"), {"fields": ["slug"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_now().with_totals()

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.has_been_public(obj.now))

    def get_readonly_fields(self, request, obj=None):
        return ["question", "slug"] if obj and obj.total_votes else []

    def get_fieldsets(self, request, obj=None):
        if not (obj and obj.total_votes):
            return self.fieldsets
        ballot = {**self.fieldsets[0][1], "description": LOCKED}
        return [(None, ballot), self.fieldsets[1]]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("state"))
    def mark(self, poll):
        state = poll.state(poll.now)
        return format_html('<span class="badge badge--{}">{}</span>', state, state.label)

    @admin.display(description=_("number of votes"), ordering="total_votes")
    def total(self, poll):
        return format_html('{} <span class="phone-only">{}</span>', format_number(poll.total_votes), _("votes"))

    @admin.display(description=_("opens at"), ordering="opens_at")
    def opening(self, poll):
        return format_datetime(poll.opens_at)

    @admin.display(description=_("closes at"), ordering="closes_at")
    def closing(self, poll):
        return poll.closes_at and format_datetime(poll.closes_at)

    @admin.display(description=_("front page"), ordering="on_front")
    def front(self, poll):
        if not poll.on_front:
            return ""
        # On a phone the heading of the column is gone.
        words = '<span class="wide-only">{}</span><span class="phone-only">{}</span>'
        return format_html(words, _("Yes"), _("on the front page"))
