"""Parameters of an address, each read strictly: a misspelt one is an error, and caches keep nothing made up."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from markets.api.answers import ProblemError

# Rows of one answer: as many as usual, as many as may be asked for.
PAGE, LARGEST_PAGE = 100, 500
DAYS, MOST_DAYS = 366, 1000


@dataclass(frozen=True)
class Asked:
    """The parameters of one request. What is none of the `known`, or given twice, raises ProblemError."""

    given: QueryDict
    known: tuple[str, ...]

    def __post_init__(self):
        errors = [_error(name, _("There is no such parameter.")) for name in self.given if name not in self.known]
        errors += [_error(name, _("Given twice.")) for name in self.known if len(self.given.getlist(name)) > 1]
        if errors:
            raise ProblemError(400, errors=errors)

    def text(self, name: str) -> str:
        """At most 120 characters of a slug; "" where it is not given."""
        text = self.given.get(name, "")
        if len(text) > 120 or "\0" in text:
            raise ProblemError(400, errors=[_error(name, _("Too long, or not text."))])
        return text

    def number(self, name: str, *, default: int, least: int = 1, most: int) -> int:
        """A whole number from `least` to `most`."""
        text = self.given.get(name, str(default))
        if not (text.isascii() and text.isdecimal() and len(text) < 19 and least <= int(text) <= most):
            said = _("A whole number from %(least)d to %(most)d.") % {"least": least, "most": most}
            raise ProblemError(400, errors=[_error(name, said)])
        return int(text)

    def day(self, name: str, default: date) -> date:
        """A day as 2026-11-23."""
        if name not in self.given:
            return default
        try:
            day = parse_date(self.given[name])
        except ValueError:
            day = None
        if day is None or day.year < 2000:
            raise ProblemError(400, errors=[_error(name, _("A day since the year 2000, written 2026-11-23."))])
        return day


def _error(name, detail):
    return {"parameter": name, "detail": detail}
