"""Fields for a moment, with the time zone beside them: a time without one is a guess."""

from functools import partial

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.html import format_html

from newsroom.pages.clock import ZONE

FORMAT = "%Y-%m-%dT%H:%M"


class _WithZone:
    def render(self, *args, **kwargs):
        return format_html('{} <span class="zone">{}</span>', super().render(*args, **kwargs), ZONE)


class DayAndTime(_WithZone, AdminSplitDateTime):
    """Django's pair of fields."""


class Moment(_WithZone, forms.DateTimeInput):
    """The browser's own field for day and time, to the minute."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format=FORMAT)


class _MomentBefore(forms.DateTimeInput):
    input_type = "hidden"


class WatchedMoment(forms.DateTimeField):
    """A moment or none, that knows what stood in it when the page was made: whoever leaves the field alone does not
    undo what somebody else set meanwhile (`Form.changed_data`). `form_id` names the form it belongs to, wherever it is.
    """

    def __init__(self, *, label, form_id=""):
        attrs = {"form": form_id} if form_id else {}
        self.hidden_widget = partial(_MomentBefore, attrs=attrs, format=FORMAT)
        super().__init__(label=label, required=False, show_hidden_initial=True, widget=Moment(attrs))
