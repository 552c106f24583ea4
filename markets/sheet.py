"""The day sheet: every instrument of a group on one form, recorded as one transaction."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from markets import drafts, findings
from markets.forms import HeadForm, RowForm
from markets.intake import Entry, Receipt, SheetError, foresee, record_sheet
from markets.models import Group, Quote


class Sheet:
    """The day sheet of one group. `head` and `rows` are forms; after a refused `save()` they carry the errors.

    `typed` is what lies on it already, by field. Whoever `may_confirm` is asked where something looks odd.
    One query to build, whatever the number of instruments.
    """

    def __init__(self, group: Group, data=None, *, typed=None, may_confirm=False):
        self.group, typed = group, typed or {}
        instruments = group.instruments.with_latest()
        self.rows = [RowForm(instrument, data, typed, may_confirm) for instrument in instruments]
        # The source of the last entry is the likeliest for the next.
        source = self.last_entry.source.name if self.last_entry else ""
        kept = {name: typed[name] for name in HeadForm.base_fields if typed.get(name)}
        self.head = HeadForm(data, initial={"source": source, "quoted_at": timezone.localtime()} | kept)

    def save(self, by) -> Receipt | None:
        """Take what was typed through intake, all or nothing. None when refused: the forms then say why."""
        if self.has_errors:
            return None
        filled = [row for row in self.rows if row.is_filled]
        if not filled:
            self.head.add_error(None, ValidationError(_("No price has been typed yet."), code="empty"))
            return None
        common = self.head.cleaned_data
        try:
            return self._record([Entry(row.instrument, **common, **row.cleaned_data) for row in filled], by)
        except SheetError as error:
            self._show(error, filled)
            return None

    def _record(self, entries, by):
        """What is recorded lies on the sheet no more, from the same moment on."""
        with transaction.atomic():
            receipt = record_sheet(entries, by=by)
            drafts.clear(self.group, {field.html_name for row in self.rows for field in row.amounts}, by=by)
        return receipt

    def warnings(self, by) -> dict[str, dict[str, str]]:
        """What is to be said of each cell before anything is recorded, by its field: `{"level", "said"}`.

        The level is `refused` for what cannot be recorded and `odd` for what would be held.
        """
        said = {field: {"level": "refused", "said": errors[0]} for row in self.rows for field, errors in _faults(row)}
        # A cell that cannot be read keeps nobody from judging the one beside it.
        filled = [row for row in self.rows if row.is_filled]
        common = {"source": "–", "quoted_at": timezone.now()} | _good(self.head)
        entries = [Entry(row.instrument, **common, **row.cleaned_data) for row in filled]
        for row, verdict in zip(filled, foresee(entries, by=by), strict=True):
            said = _foreseen(row, verdict) | said
        return said

    @property
    def has_errors(self) -> bool:
        return any(form.errors for form in [self.head, *self.rows])

    @property
    def has_pairs(self) -> bool:
        """Whether some prices of the group take two fields: buying and selling, lowest and highest."""
        return any(len(row.amounts) == 2 for row in self.rows)

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


def _faults(form):
    return ((form.add_prefix(name), errors) for name, errors in form.errors.items())


def _good(head):
    """The common fields that can be read already."""
    head.is_valid()
    return {name: value for name, value in head.cleaned_data.items() if value}


def _foreseen(row, verdict):
    if verdict.fault:
        return {_cell(row, name): _warning("refused", said) for name, said in verdict.fault.message_dict.items()}
    by_cell = {}
    for finding in verdict.findings:
        sentence = findings.sentence(finding.kept(), row.instrument.decimals)
        by_cell.setdefault(_cell(row, finding.column), []).append(sentence)
    return {cell: _warning("odd", said) for cell, said in by_cell.items()}


def _cell(row, name):
    """The field's name; what concerns the whole row stands at its last price, what concerns the head at the head."""
    if name in HeadForm.base_fields:
        return name
    return row.add_prefix(name if name in row.fields else row.instrument.value_fields[-1])


def _warning(level, said):
    return {"level": level, "said": " ".join(said)}


def _add_once(form, field, complaints):
    """Every row complains of a bad common field; the person reads it once."""
    known = form.errors.get(field, [])
    for complaint in complaints:
        if not set(complaint.messages) <= set(known):
            form.add_error(field if field in form.fields else None, complaint)
