"""The desk's side of polls. What readers could see of a poll stays, and its wording changes by corrections only."""

from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django.contrib import admin
from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.pages.filters import ListedFilters
from newsroom.pages.timefields import DayAndTime
from newsroom.text.vietnamese import format_datetime, format_number
from polls import actions
from polls.admin.ballots import BallotsMixin
from polls.admin.forms import ChoiceForm, ChoiceFormSet, PollForm
from polls.admin.moves import MovesMixin
from polls.admin.previews import PreviewsMixin
from polls.models import Choice, Poll, State
from polls.results import result_of
from polls.rights import may_see_result
from polls.workflow import Kind

LOCKED = _(
    "Readers have seen this poll: its question and choices can no longer be changed silently, and it can no longer be "
    "deleted. To mend a word, issue a correction; to end it, close it."
)
# Of a poll that readers have seen these stay as they are.
FIXED = ["question", "slug", "kind", "max_choices", "low_label", "high_label", "opens_at"]


class ChoiceInline(SortableTabularInline):
    """Follows the rights over the poll, which Django checks first; nobody changes choices that readers have seen."""

    model = Choice
    form = ChoiceForm
    formset = ChoiceFormSet
    fields = ["text", "picture", "credit"]
    readonly_fields = ["shown", "tally"]
    empty_value_display = ""
    extra = 0
    min_num = 2

    def has_view_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return obj is None or not (obj.has_been_public(obj.now) or obj.kind == Kind.SCALE)

    has_add_permission = has_change_permission
    has_delete_permission = has_change_permission

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        # The tally of the whole poll is asked for once, not by every row.
        shown = obj and obj.has_been_public(obj.now) and may_see_result(request.user, obj)
        self.tallies = {share.choice.pk: share.votes for share in result_of(obj).shares} if shown else {}
        return formset

    def get_fields(self, request, obj=None):
        if not (obj and obj.has_been_public(obj.now)):
            return super().get_fields(request, obj)
        tally = ["tally"] if may_see_result(request.user, obj) else []
        return ["text", "shown", "credit", *tally]

    @admin.display(description=_("picture"))
    def shown(self, choice):
        if not choice.picture:
            return ""
        return format_html('<img class="choice-picture" src="{}" alt="">', choice.picture.url)

    @admin.display(description=_("number of votes"))
    def tally(self, choice):
        return format_number(self.tallies.get(choice.pk, 0))


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
            State.WITHDRAWN: queryset.withdrawn,
        }.get(self.value())
        return asked() if asked else queryset


@admin.register(Poll)
class PollAdmin(BallotsMixin, PreviewsMixin, MovesMixin, ListedFilters, SortableAdminBase, admin.ModelAdmin):
    form = PollForm
    change_form_template = "admin/polls/poll/change_form.html"
    list_display = ["question", "mark", "total", "opening", "closing", "front"]
    list_filter = [StateFilter, "kind", "on_front"]
    search_fields = ["question"]
    formfield_overrides = {models.DateTimeField: {"widget": DayAndTime}}
    empty_value_display = ""
    nothing_yet = _("No poll has been held yet. Ask your readers something they can answer with one tick.")
    # What readers could see stays, so there is nothing to do to many polls at once.
    actions = None
    inlines = [ChoiceInline]
    # The first stands before the choices: together they are the ballot.
    fieldsets = [
        (None, {"fields": ["question", "intro", "kind", "max_choices", "low_label", "high_label"]}),
        (_("How readers answer"), {"fields": ["is_shuffled", "asks_reason", "may_change", "show_results"]}),
        (_("When and where readers see it"), {"fields": ["opens_at", "closes_at", "on_front"]}),
        (_("Address"), {"fields": ["slug"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_now().with_totals()

    def get_list_display(self, request):
        """The numbers of votes for those who may know sealed ones too: a column has no gaps."""
        sealed = set() if request.user.has_perm("polls.view_sealed_result") else {"total"}
        return [name for name in self.list_display if name not in sealed]

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.has_been_public(obj.now))

    def get_readonly_fields(self, request, obj=None):
        if not (obj and obj.has_been_public(obj.now)):
            return []
        return FIXED if request.user.has_perm("polls.publish_poll") else [*FIXED, *actions.UNSEALING]

    def get_fieldsets(self, request, obj=None):
        if not (obj and obj.has_been_public(obj.now)):
            return self.fieldsets
        asked = [name for name in self.fieldsets[0][1]["fields"] if name not in FIXED or getattr(obj, name)]
        return [(None, {"fields": asked, "description": LOCKED}), *self.fieldsets[1:3]]

    def save_model(self, request, obj, form, change):
        verb = actions.edit if change else actions.create
        verb(obj, by=request.user)

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
