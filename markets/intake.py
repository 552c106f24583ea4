"""The one way in for a price, typed, fetched, read from a file or sent: right, lock, rules, sanity, rows, signal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from markets import sanity, sources
from markets.history import Histories, point_of
from markets.known import Known
from markets.models import Channel, Held, Instrument, Quote, Source
from markets.models.quote import VALUES
from markets.rules import check
from markets.sanity import Finding
from markets.signals import quotes_recorded

Amount = Decimal | int | None


@dataclass(frozen=True)
class Entry:
    """One price about to be recorded, in the instrument's own unit; `quoted_at` is the source's time, aware.

    A pair fills `buy` (what the shop pays) or `sell` (what it asks) or both, a range `low` and `high`, a single-price
    instrument `price`. `source` is a Source or its name; an unknown name becomes a source. `raw` and `raw_unit` keep
    what was received where it was read from something; `is_timed` is false where the source names no time.
    `confirmed` says that the person has seen what looks odd and means it: it counts for those who may decide on held
    prices. `findings` are doubts that whoever read the price had already: it is held.
    """

    instrument: Instrument
    source: Source | str
    quoted_at: datetime
    buy: Amount = None
    sell: Amount = None
    price: Amount = None
    low: Amount = None
    high: Amount = None
    raw: str = ""
    raw_unit: str = ""
    is_timed: bool = True
    confirmed: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass
class Receipt:
    """What became of a sheet: `quotes` recorded, `held` for a human, and how many were `known` already.

    `became` maps the position of each entry that was not known to its quote or held price.
    """

    quotes: list[Quote] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    known: int = 0
    became: dict[int, Quote | Held] = field(default_factory=dict)


class SheetError(ValidationError):
    """A sheet was refused whole; `rows` maps the position of each faulty entry to its ValidationError (by field)."""

    def __init__(self, rows: dict[int, ValidationError]):
        super().__init__(list(rows.values()))
        self.rows = rows


def record(*, by, channel=Channel.HAND, **entry) -> Quote | Held:
    """Record one price; see `record_sheet` and the fields of Entry. Raises ValidationError by field."""
    try:
        receipt = record_sheet([Entry(**entry)], by=by, channel=channel)
    except SheetError as error:
        raise error.rows[0] from None
    return [*receipt.quotes, *receipt.held][0]


@transaction.atomic
def record_sheet(entries: Iterable[Entry], *, by, channel: Channel = Channel.HAND) -> Receipt:
    """Record or hold every entry, oldest first, in a constant number of queries.

    `by` is the account that enters them and needs the right `markets.add_quote` (else PermissionDenied); None stands
    for a feed of ours, which signs nobody in. What looks odd is held. A sheet by hand with an entry that breaks a rule,
    or names a time that the instrument has a price for, raises SheetError and nothing is kept; coming any other way,
    such a row is held with the rest. Sends `quotes_recorded` after commit.
    """
    if by is not None and not by.has_perm("markets.add_quote"):
        raise PermissionDenied
    drafts = _drafts(list(entries), by, channel)
    if not drafts:
        return Receipt()
    known = Known([draft.quote for draft in drafts])
    _refuse_faulty(drafts, known, channel)
    receipt = _judge(drafts, known, by)
    store(receipt.quotes)
    Held.objects.bulk_create(receipt.held)
    return receipt


@dataclass(frozen=True)
class Verdict:
    """What would become of an entry: `fault` refuses it (by field), `findings` hold it, neither records it.

    `is_known` where the same price came in before, `before` the quote that is recorded for its time.
    """

    quote: Quote
    fault: ValidationError | None = None
    findings: tuple[Finding, ...] = ()
    is_known: bool = False
    before: Quote | None = None


def foresee(entries: Iterable[Entry], *, by, channel: Channel = Channel.HAND) -> list[Verdict]:
    """What `record_sheet` would do with each entry, by the same rules, with nothing locked or written. In their order.

    A constant number of queries. Needs `markets.add_quote` (else PermissionDenied).
    """
    if not by.has_perm("markets.add_quote"):
        raise PermissionDenied
    drafts = _drafts(list(entries), by, channel, for_good=False)
    if not drafts:
        return []
    known = Known([draft.quote for draft in drafts])
    histories = Histories([draft.quote for draft in drafts])
    verdicts = {}
    for draft in sorted(drafts, key=lambda draft: draft.quote.quoted_at):
        verdicts[id(draft)] = verdict = _foreseen(draft, known, histories, channel)
        if not (verdict.fault or verdict.findings):
            histories.of(draft.quote.instrument).add(point_of(draft.quote))
    return [verdicts[id(draft)] for draft in drafts]


def _foreseen(draft, known, histories, channel):
    if draft.fault:
        return Verdict(draft.quote, fault=draft.fault)
    before, is_known = known.at(draft.quote), known.is_known(draft.quote)
    if is_known and channel != Channel.HAND:
        return Verdict(draft.quote, is_known=True, before=before)
    fault = _taken(draft.quote, known) if channel == Channel.HAND else None
    findings = () if fault else tuple(_findings(draft, known, histories))
    known.claim(draft.quote)
    return Verdict(draft.quote, fault=fault, findings=findings, before=before)


def store(quotes: list[Quote]) -> None:
    """Write quotes that were judged already; tells of them after commit. For intake and `markets.decisions` alone."""
    Quote.objects.bulk_create(quotes)
    if quotes:
        transaction.on_commit(partial(quotes_recorded.send_robust, sender=Quote, quotes=quotes))


@dataclass
class _Draft:
    """An entry on its way: the unsaved quote, and what makes it impossible."""

    entry: Entry
    quote: Quote
    fault: ValidationError | None


def _drafts(entries, by, channel, for_good=True):
    """Unsaved quotes over locked instruments: until the end no other sheet can take the same times."""
    instruments = Instrument.objects.with_latest()
    instruments = instruments.locked() if for_good else instruments
    locked = instruments.in_bulk({entry.instrument.pk for entry in entries})
    found = sources.find((entry.source for entry in entries), may_add=for_good)
    now = timezone.now()
    return [_draft(entry, locked[entry.instrument.pk], found[entry.source], by, channel, now) for entry in entries]


def _draft(entry, instrument, source, by, channel, now):
    values = {name: value for name, value in vars(entry).items() if name not in ("confirmed", "findings", "source")}
    quote = Quote(**values | {"instrument": instrument}, entered_by=by, channel=channel)
    if isinstance(source, ValidationError):
        return _Draft(entry, quote, source)
    quote.source = source
    try:
        check(quote, now)
    except ValidationError as fault:
        return _Draft(entry, quote, fault)
    return _Draft(entry, quote, None)


def _refuse_faulty(drafts, known, channel):
    """By hand nothing faulty is kept, so that the person mends it at once; no way in does without a source."""
    faults = {}
    for position, draft in enumerate(drafts):
        fault = draft.fault
        if channel == Channel.HAND and not fault:
            fault = _taken(draft.quote, known)
        if fault and (channel == Channel.HAND or draft.quote.source_id is None):
            faults[position] = fault
    if faults:
        raise SheetError(faults)


def _taken(quote, known):
    """The complaint that nobody may take a time twice: not the database, not an earlier row of the same sheet."""
    if known.claim(quote):
        return None
    message = _("%(instrument)s has a price for this time already. A correction is a new price with its own time.")
    return ValidationError(
        {"quoted_at": ValidationError(message, code="unique", params={"instrument": quote.instrument})}
    )


def _judge(drafts, known, by):
    """Sort the drafts into recorded, held and known, in the order of their time: each is compared with those before."""
    histories = Histories([draft.quote for draft in drafts])
    overrules = by is not None and by.has_perm("markets.decide_held")
    receipt = Receipt()
    for position, draft in sorted(enumerate(drafts), key=lambda each: each[1].quote.quoted_at):
        if known.is_known(draft.quote):
            receipt.known += 1
            continue
        found = _findings(draft, known, histories)
        if found and not (overrules and _is_confirmed(draft, found)):
            receipt.became[position] = _held(draft.quote, found)
        else:
            histories.of(draft.quote.instrument).add(point_of(draft.quote))
            receipt.became[position] = draft.quote
        known.claim(draft.quote)
    return _in_order(receipt)


def _is_confirmed(draft, found):
    """Another price for a time that has one is never recorded beside it: approved, the held one corrects it."""
    return draft.entry.confirmed and not draft.fault and all(finding.code != "differs" for finding in found)


def _findings(draft, known, histories):
    quote = draft.quote
    if draft.fault:
        return [*draft.entry.findings, *_as_findings(draft.fault)]
    found = list(draft.entry.findings)
    if not quote.source.is_trusted and quote.channel != Channel.HAND:
        found.append(Finding("untrusted"))
    if known.differs(quote):
        found.append(Finding("differs"))
    history, sisters = histories.of(quote.instrument), histories.sisters(quote.instrument)
    is_feed = quote.channel == Channel.FEED
    return [*found, *sanity.examine(point_of(quote), history, sisters, is_feed=is_feed)]


def _as_findings(fault):
    for name, complaints in fault.error_dict.items():
        for complaint in complaints:
            if complaint.code == "order":
                yield Finding("order", name)
            else:
                said = " ".join(complaint.messages)
                yield Finding("rule", name if name in VALUES else "", {"complaint": said})


def _held(quote, found):
    """What waits for a human; an amount that no column holds is left to `raw`."""
    copied = ("instrument", "source", "quoted_at", "is_timed", "channel", "raw", "raw_unit", "entered_by")
    held = Held(**{name: getattr(quote, name) for name in copied}, findings=[finding.kept() for finding in found])
    for name in VALUES:
        try:
            setattr(held, name, Quote._meta.get_field(name).clean(getattr(quote, name), quote))
        except ValidationError:
            setattr(held, name, None)
    return held


def _in_order(receipt):
    """Fills in the lists, in the order of the entries."""
    for _position, became in sorted(receipt.became.items()):
        (receipt.quotes if isinstance(became, Quote) else receipt.held).append(became)
    return receipt
