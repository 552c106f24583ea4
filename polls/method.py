"""How a poll was counted, told to readers in plain words: on the page of every poll."""

from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.text.vietnamese import format_datetime, format_number
from polls import keys
from polls.models import Poll, PollEntry, Standing
from polls.workflow import Kind

ONE_EACH = {
    Kind.ONE: gettext_lazy("One browser has one vote, for one answer."),
    Kind.SEVERAL: gettext_lazy(
        "One browser has one vote and may tick up to %(most)s answers; the percentages are shares of all ticks."
    ),
    Kind.RANKING: gettext_lazy(
        "One browser has one vote and ranks the answers. The bars show first places; for the winner the weakest answer "
        "is dropped and its votes go to the next on each ballot, until one answer has more than half."
    ),
    Kind.SCALE: gettext_lazy("One browser has one vote, for one step from 1 to 5."),
}


@dataclass(frozen=True)
class Method:
    """The facts of the note. The numbers of ballots are None where the result is sealed: they are part of it."""

    poll: Poll
    is_closed: bool
    counted: int | None = None
    discarded: int | None = None
    waiting: int | None = None

    @property
    def sentences(self):
        """The note point by point, in the active language."""
        return [self.counting, self.one_each, self.no_sample, self.set_aside, self.privacy]

    @property
    def counting(self):
        """How many, since when, until when."""
        if self.counted is None:
            number = _("The number of ballots is sealed together with the result.")
        else:
            words = ngettext("%(counted)s ballot was counted.", "%(counted)s ballots were counted.", self.counted)
            number = words % {"counted": format_number(self.counted)}
        return f"{number} {self._times()}"

    def _times(self):
        facts = {"since": format_datetime(self.poll.opens_at)}
        if not self.poll.closes_at:
            return _("Votes are taken since %(since)s, without an end set.") % facts
        facts["until"] = format_datetime(self.poll.closes_at)
        if self.is_closed:
            return _("Votes were taken from %(since)s to %(until)s.") % facts
        return _("Votes are taken from %(since)s to %(until)s.") % facts

    @property
    def one_each(self):
        """What counts as one vote."""
        rule = ONE_EACH[self.poll.kind] % {"most": self.poll.max_choices}
        if self.poll.may_change:
            change = _("A vote may be changed until the close; only the last one counts.")
        else:
            change = _("A vote that was sent cannot be changed; sent twice, it counts once.")
        return f"{rule} {change}"

    @property
    def no_sample(self):
        return _(
            "Whoever opened the page could vote: the result tells what those who voted think. They are no sample of "
            "the population, and nothing can be concluded from them about all people."
        )

    @property
    def set_aside(self):
        """Ballots that are not in the result: how many, and why."""
        if self.counted is None:
            return _(
                "Ballots that come in crowds from one network may have to wait until the newsroom has looked at them, "
                "or be taken out; how many is sealed together with the result."
            )
        if not (self.discarded or self.waiting):
            return _("No ballot was taken out, and none waits for review.")
        return " ".join(filter(None, (self._discarded(), self._waiting())))

    def _discarded(self):
        words = ngettext(
            "%(number)s ballot was taken out by the newsroom, because it came in a way in which readers do not vote.",
            "%(number)s ballots were taken out by the newsroom, because they came in a way in which readers do not "
            "vote.",
            self.discarded,
        )
        return self.discarded and words % {"number": format_number(self.discarded)}

    def _waiting(self):
        words = ngettext(
            "%(number)s ballot is not counted yet: many came from its network at the same time, and the newsroom "
            "looks at it first.",
            "%(number)s ballots are not counted yet: many came from their network at the same time, and the newsroom "
            "looks at them first.",
            self.waiting,
        )
        return self.waiting and words % {"number": format_number(self.waiting)}

    @property
    def privacy(self):
        """What is kept of a voter, and how long."""
        hours = {name: round(age.total_seconds() / 3600) for name, age in (("use", keys.IN_USE), ("kept", keys.KEPT))}
        words = _(
            "No network address and no name of a browser is kept. A cookie remembers that this browser has voted. "
            "Against votes by machine the newsroom keeps an encrypted trace, made with a key that changes every "
            "%(use)s hours and is destroyed when it is %(kept)s hours old: after that nobody can tell whose it was."
        )
        return words % hours


def method_of(poll, result):
    """The Method of a poll `with_now()` whose `result` is given, or None where it is sealed: then nothing is counted,
    so that no answer takes longer for what is in it. Two queries, both by an index.
    """
    is_closed = poll.is_closed(poll.now)
    if result is None:
        return Method(poll, is_closed)
    # What was taken out stands on the trail: no need to count the ballots themselves for every reader.
    gone = poll.trail.filter(act=PollEntry.Act.DISCARDED).order_by().aggregate(total=Sum("number"))["total"]
    waiting = poll.ballots.filter(standing=Standing.PENDING).count()
    return Method(poll, is_closed, counted=result.total, discarded=gone or 0, waiting=waiting)
