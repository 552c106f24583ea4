"""Prices from a file: what each row would come to, and recording them once somebody has seen that.

The preview and the recording ask the same rules (`intake.foresee` and `intake.record_sheet`). A row that cannot be
read, or breaks a rule, is left out and says why; what looks odd, or differs from the price of its time, is held.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from markets import files, findings, headings, units
from markets.intake import Entry, Receipt, Verdict, foresee, record_sheet
from markets.models import Channel, Import, Instrument
from markets.names import Names
from markets.numbers import NumberError, parse_pasted
from markets.providers.base import FormatError
from markets.providers.tables import DITTO, RANGE

_KEPT = timedelta(days=30)
_MOMENTS = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%H:%M %d/%m/%Y", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")
_DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")
_SERIAL = re.compile(r"([0-9]{2})\.?([0-9]{3})(?:,([0-9]{1,15}))?")
_SERIALS = (36_526, 73_050)  # Excel's numbers for the years 2000 to 2099


class Outcome(StrEnum):
    """What a row would come to."""

    NEW = "new"
    CHANGED = "changed"
    ODD = "odd"
    SAME = "same"
    REFUSED = "refused"


@dataclass
class Line:
    """One row of the file: its number there, its cells, what it says, what it would come to and why."""

    number: int
    cells: list[str]
    entry: Entry | None = None
    verdict: Verdict | None = None
    outcome: Outcome = Outcome.REFUSED
    why: str = ""


def read(content: bytes, *, by, name: str, source: str, quoted_at: datetime) -> Import:
    """Keep a file for its preview; `source` and `quoted_at` count where it has no such columns.

    Raises FormatError where it cannot be read or has no headings of ours. Needs `markets.add_quote`.
    """
    if not by.has_perm("markets.add_quote"):
        raise PermissionDenied
    rows = files.rows_of(content)
    if headings.plan(rows[0]) is None:
        raise FormatError(_("The first row must name the columns: the item, and its prices."))
    Import.objects.filter(by=by, made_at__lt=timezone.now() - _KEPT).delete()
    return Import.objects.create(by=by, name=name[:200], source=source, quoted_at=quoted_at, rows=rows)


def preview(found: Import) -> list[Line]:
    """What each row would come to if it was recorded now. A constant number of queries."""
    lines = _lines(found)
    priced = [line for line in lines if line.entry]
    verdicts = foresee([line.entry for line in priced], by=found.by, channel=Channel.FILE)
    for line, verdict in zip(priced, verdicts, strict=True):
        line.verdict = verdict
        line.outcome, line.why = _outcome(verdict)
    return lines


def counts(lines: list[Line]) -> dict[Outcome, int]:
    """How many rows come to what; every outcome is named."""
    found = Counter(line.outcome for line in lines)
    return {outcome: found[outcome] for outcome in Outcome}


@transaction.atomic
def confirm(found: Import, *, by, confirmed: bool = False) -> Receipt:
    """Record what the preview showed, in one transaction, once. `confirmed` as in `intake.Entry`.

    ValidationError where it was decided already.
    """
    found = _waiting(found, by)
    entries = [line.entry for line in preview(found) if line.outcome is not Outcome.REFUSED]
    if confirmed:
        entries = [Entry(**vars(entry) | {"confirmed": True}) for entry in entries]
    receipt = record_sheet(entries, by=by, channel=Channel.FILE)
    _decide(found, Import.State.RECORDED)
    return receipt


@transaction.atomic
def discard(found: Import, *, by) -> None:
    """Record nothing of it, ever."""
    _decide(_waiting(found, by), Import.State.DISCARDED)


def _waiting(found, by):
    found = Import.objects.select_for_update(of=["self"]).select_related("by").get(pk=found.pk)
    if found.by != by:
        raise PermissionDenied
    if found.state != Import.State.WAITING:
        raise ValidationError(_("This file was decided on already."), code="decided")
    return found


def _decide(found, state):
    found.state = state
    found.save(update_fields=["state"])


# --- What a row says --------------------------------------------------------------------------------------------------


def _lines(found):
    heads, *rows = found.rows
    reader = _Reader(found, heads)
    lines = []
    for number, cells in enumerate(rows, 2):
        line = Line(number, cells)
        try:
            line.entry = reader.entry(cells)
        except (ValueError, LookupError) as fault:
            line.why = str(fault)
        lines.append(line)
    return lines


class _Reader:
    """Reads the rows of one file in their order: `"` repeats the row above."""

    def __init__(self, found, heads):
        self.found, self.heads = found, heads
        self.plan = headings.plan(heads)
        self.names = Names(Instrument.objects.all())
        self.above: dict[str, str] = {}

    def entry(self, cells) -> Entry:
        texts = {name: cells[at] if at < len(cells) else "" for name, at in self.plan.items()}
        texts = {name: self.above.get(name, "") if text in DITTO else text for name, text in texts.items()}
        self.above = texts
        instrument = self.names.find(texts["instrument"])
        if instrument is None:
            raise ValueError(_("No item of this name is quoted here: “%(name)s”.") % {"name": texts["instrument"]})
        moment, is_timed = self._moment(texts.get("quoted_at", ""))
        return Entry(
            instrument,
            texts.get("source") or self.found.source,
            moment,
            is_timed=is_timed,
            raw="; ".join(texts[name] for name in headings.AMOUNTS if texts.get(name)),
            raw_unit=self._unit(texts),
            **self._amounts(instrument, texts),
        )

    def _amounts(self, instrument, texts):
        written = {name: texts[name] for name in headings.AMOUNTS if texts.get(name)}
        if instrument.is_range and set(written) == {"price"}:
            ends = RANGE.split(written["price"])
            written = {"low": ends[0], "high": ends[-1]}
        unit = self._unit(texts)
        given = units.parse(unit) if unit else instrument.measured
        ratio = units.ratio(given, instrument.measured)
        return {name: _amount(text, ratio) for name, text in written.items()}

    def _unit(self, texts):
        if texts.get("unit"):
            return texts["unit"]
        first = min(at for name, at in self.plan.items() if name in headings.AMOUNTS)
        return headings.unit_in(self.heads[first])

    def _moment(self, written):
        return moment_of(written) if written else (self.found.quoted_at, True)


def _amount(text, ratio):
    """The number in the instrument's own unit, exactly; what has no end in decimals is refused."""
    value = parse_pasted(text.strip()) * ratio.numerator
    if value % ratio.denominator and (value * 100) % ratio.denominator:
        raise NumberError(_("“%(text)s” cannot be converted without rounding.") % {"text": text})
    return Decimal(value) / ratio.denominator


def moment_of(written: str) -> tuple[datetime, bool]:
    """A time as files write it (dd/mm/yyyy, with or without the hour, or Excel's own number), and whether it names the
    hour; without one it is the first moment of its day. ValueError for anything else.
    """
    zone = timezone.get_default_timezone()
    for patterns, is_timed in ((_MOMENTS, True), (_DAYS, False)):
        for pattern in patterns:
            try:
                return datetime.strptime(written, pattern).replace(tzinfo=zone), is_timed
            except ValueError:
                continue
    return _of_serial(written, zone)


def _of_serial(written, zone):
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415 (heavy, and no page of readers needs it)

    found = _SERIAL.fullmatch(written)
    serial = float(f"{found[1]}{found[2]}.{found[3] or 0}") if found else 0
    if not _SERIALS[0] <= serial <= _SERIALS[1]:
        said = _("The time “%(text)s” cannot be read. Write it as 31/12/2026 09:30.")
        raise ValueError(said % {"text": written[:40]})
    moment = from_excel(serial) + timedelta(seconds=30)  # to the nearest minute
    return moment.replace(second=0, microsecond=0, tzinfo=zone), bool(serial % 1)


# --- What it would come to --------------------------------------------------------------------------------------------


def _outcome(verdict):
    if verdict.fault:
        return Outcome.REFUSED, " ".join(verdict.fault.messages)
    if verdict.is_known:
        return Outcome.SAME, ""
    decimals = verdict.quote.instrument.decimals
    why = " ".join(findings.sentence(finding.kept(), decimals) for finding in verdict.findings)
    if any(finding.code == "differs" for finding in verdict.findings):
        return Outcome.CHANGED, why
    return (Outcome.ODD, why) if verdict.findings else (Outcome.NEW, "")
