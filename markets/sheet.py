"""The day sheet: every instrument of a group on one form, recorded as one transaction."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from markets.forms import HeadForm, RowForm
from markets.intake import Entry, SheetError, record_sheet
from markets.models import Group, Quote


class Sheet:
    """The day sheet of one group. `head` and `rows` are forms; after a refused `save()` they carry the errors.

    Two queries to build, whatever the number of instruments.
    """

    def __init__(self, group: Group, data=None):
        instruments = group.instruments.with_latest()
        self.rows = [RowForm(instrument, data) for instrument in instruments]
        # The source of the last entry is the likeliest for the next.
        source = self.last_entry.source if self.last_entry else ""
        self.head = HeadForm(data, initial={"source": source, "quoted_at": timezone.localtime()})

    def save(self, by) -> list[Quote]:
        """Record what was typed through intake, all or nothing. [] when refused: the forms then say why."""
        if self.has_errors:
            return []
        filled = [row for row in self.rows if row.is_filled]
        if not filled:
            self.head.add_error(None, ValidationError(_("No price has been typed yet."), code="empty"))
            return []
        common = self.head.cleaned_data
        try:
            return record_sheet([Entry(row.instrument, **common, **row.cleaned_data) for row in filled], by=by)
        except SheetError as error:
            self._show(error, filled)
            return []

    @property
    def has_errors(self) -> bool:
        return any(form.errors for form in [self.head, *self.rows])

    @property
    def has_pairs(self) -> bool:
        """Whether some prices of the group are a pair, buying and selling."""
        return any(row.instrument.is_pair for row in self.rows)

    @cached_property
    def last_entry(self) -> Quote | None:
        """Of the prices that stand now, the one recorded last."""
        latest = [row.instrument.latest for row in self.rows if row.instrument.latest]
        return max(latest, key=lambda quote: quote.read_at, default=None)

    def _show(self, error, filled):
        for position, fault in error.rows.items():
            for field, complaints in fault.error_dict.items():
                form = self.head if field in self.head.fields else filled[position]
                _add_once(form, field, complaints)


def _add_once(form, field, complaints):
    """Every row complains of a bad common field; the person reads it once."""
    known = form.errors.get(field, [])
    for complaint in complaints:
        if not set(complaint.messages) <= set(known):
            form.add_error(field if field in form.fields else None, complaint)
