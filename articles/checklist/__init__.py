"""The checks before publishing: what a story must have, what it should have, and what it must not.

checks   the list itself, one function a check
links    where links inside the paper lead

A check that blocks holds up what a move demands (`Transition.demand`); one that advises is only shown. Which of them
block is the paper's to say (`models.Checklist`), but for the firm ones, without which there is no story to publish.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from articles.checklist.checks import CHECKS, Check
from articles.checklist.manuscript import Manuscript
from articles.models import Checklist
from articles.workflow import Demand

__all__ = ["CHECKS", "Manuscript", "Review", "codes_of", "hold", "review"]


@dataclass(frozen=True)
class Finding:
    """A check that did not pass, and the sentence for the desk that names what is missing."""

    check: Check
    sentence: str


@dataclass(frozen=True)
class Review:
    """What the checks say of a manuscript, in the order of the list; `fine` are the checks that passed."""

    blocking: list[Finding] = field(default_factory=list)
    advising: list[Finding] = field(default_factory=list)
    fine: list[Check] = field(default_factory=list)


def codes_of(demand: Demand) -> set[str]:
    """The codes of the checks that must pass before a move of this demand."""
    if demand is Demand.NOTHING:
        return set()
    if demand is Demand.TEXT:
        return {"body"}
    firm = {check.code for check in CHECKS.values() if check.is_firm}
    return firm if demand is Demand.SIGNED else firm | set(Checklist.current().blocking)


def review(story: Manuscript) -> Review:
    """Every check that concerns the story's genre, asked. A constant number of queries (one, and five for links)."""
    said, blocks = Review(), codes_of(Demand.CHECKED)
    for check in CHECKS.values():
        if not check.concerns(story):
            continue
        if sentence := check.find(story):
            (said.blocking if check.code in blocks else said.advising).append(Finding(check, sentence))
        else:
            said.fine.append(check)
    return said


def hold(story: Manuscript, codes: set[str]):
    """Raise ValidationError where a check of `codes` does not pass: the sentences, by the field each is about."""
    missing = {}
    for check in CHECKS.values():
        if check.code in codes and check.concerns(story) and (sentence := check.find(story)):
            missing.setdefault(check.field, []).append(sentence)
    if missing:
        raise ValidationError(missing)
