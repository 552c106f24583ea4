"""The desk's side of polls. A poll that readers have voted in keeps its question, its choices and itself."""

from adminsortable2.admin import CustomInlineFormSet, SortableAdminBase, SortableTabularInline
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_number
from polls.models import Choice, Poll
from polls.results import vote_count

LOCKED = _("Readers have voted: the question and the choices can no longer be changed.")


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

    @admin.display(description=_("votes"))
    def tally(self, choice):
        return format_number(choice.votes)


@admin.register(Poll)
class PollAdmin(ListedFilters, SortableAdminBase, admin.ModelAdmin):
    list_display = ["question", "state", "total", "opens_at", "closes_at", "on_front"]
    list_filter = ["is_published", "on_front"]
    search_fields = ["question"]
    inlines = [ChoiceInline]
    fields = ["question", "slug", "intro", "is_published", "on_front", "opens_at", "closes_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_now().with_totals()

    def get_readonly_fields(self, request, obj=None):
        return ["question", "slug"] if obj and obj.total_votes else []

    def get_fieldsets(self, request, obj=None):
        description = LOCKED if obj and obj.total_votes else ""
        return [(None, {"fields": self.get_fields(request, obj), "description": description})]

    def get_deleted_objects(self, objs, request):
        """Names the votes that stand in the way as one line each, where Django would list every single one."""
        deletable, counts, lacking, _votes = super().get_deleted_objects(objs, request)
        kept = [f"{poll}: {vote_count(poll.total_votes)}" for poll in objs if poll.total_votes]
        return deletable, counts, lacking, kept

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("state"))
    def state(self, poll):
        return poll.state(poll.now).label

    @admin.display(description=_("votes"), ordering="total_votes")
    def total(self, poll):
        return format_number(poll.total_votes)
