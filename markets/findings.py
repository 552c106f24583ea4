"""What was found about a held price, in words for the person who decides."""

from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from markets.models import Held, Quote
from newsroom.text.vietnamese import format_number

# What a finding may be called (`Finding.code`): slips have words of their own for each way.
CODES = ("order", "spread", "first", "implausible", "jump", "slip", "apart", "closed_day", "backwards", "differs",
         "untrusted", "unit", "rule")  # fmt: skip

# Rules that no decision can overrule: such a price can be mended or rejected only.
NEVER_RECORDED = frozenset({"order", "unit", "rule"})

_WORDS = {
    "order": gettext_noop("%(field)s is higher than it may be beside the other price."),
    "spread": gettext_noop("The two prices lie %(times)s times apart."),
    "first": gettext_noop("%(field)s: there is nothing yet to compare a first price with."),
    "implausible": gettext_noop("%(field)s lies outside what is plausible: %(low)s to %(high)s."),
    "jump": gettext_noop("%(field)s moved by %(percent)s%% from %(before)s, more than is usual here."),
    "slip-large": gettext_noop("%(field)s is about %(times)s times too large."),
    "slip-small": gettext_noop("%(field)s is about %(times)s times too small."),
    "slip-unit": gettext_noop("%(field)s looks like a price in %(unit)s."),
    "apart": gettext_noop("It moved by %(own)s%% while its family moved by %(theirs)s%%."),
    "closed_day": gettext_noop("The price moved on a day without trading."),
    "backwards": gettext_noop("The time of the source lies before the last one by more than a day."),
    "differs": gettext_noop("The source names another price for a time that has one. Approved, it corrects that one."),
    "untrusted": gettext_noop("Every price of this source waits for approval."),
    "unit": gettext_noop("The unit of the source is not known, or does not fit: %(unit)s."),
    "rule": "%(complaint)s",
}


def in_words(held: Held) -> list[str]:
    """The sentences for the findings, none twice."""
    return list(dict.fromkeys(sentence(finding, held.instrument.decimals) for finding in held.findings))


def sentence(finding: dict, decimals: int) -> str:
    """One finding, as `Finding.kept()` keeps it, in words; prices in it with `decimals`."""
    facts = {"field": _label(finding["field"]), **finding["facts"]}
    for name in ("before", "low", "high"):
        if name in facts:
            facts[name] = format_number(Decimal(facts[name]), decimals)
    for name in facts.keys() & {"times", "own", "theirs"}:
        facts[name] = format_number(Decimal(facts[name]))
    return str(_(_WORDS[_key(finding)])) % facts


def may_be_approved(held: Held) -> bool:
    """Whether it could be recorded as it stands."""
    return not held.is_void and not any(finding["code"] in NEVER_RECORDED for finding in held.findings)


def suggested(held: Held) -> dict[str, Decimal]:
    """The values that were likely meant, by field; {} where nothing better than the received ones is known."""
    meant = {one["field"]: Decimal(one["suggested"]) for one in held.findings if one["suggested"]}
    return meant and {name: meant.get(name, getattr(held, name)) for name in held.instrument.value_fields}


def _key(finding):
    if finding["code"] != "slip":
        return finding["code"]
    return "slip-unit" if "unit" in finding["facts"] else f"slip-{finding['facts']['way']}"


def _label(name):
    return capfirst(Quote._meta.get_field(name).verbose_name) if name else ""
