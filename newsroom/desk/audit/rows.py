"""The ledgers side by side: trail, revisions, readings, the admin's log, sign-ins.

Each is asked for a page of its own by an index on its time, and the newest of all are the page: one query, as quick on
the last page as on the first. A view in the database would hold the columns of other apps' tables fast, so it is none.
"""

from collections import namedtuple
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from axes.models import AccessLog
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, F, Func, Q, QuerySet, TextChoices, TextField, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Checklist, CorrectionTerm, Reading, Revision, Section, TrailEntry
from newsroom.desk.models import User
from newsroom.front.models import Paper
from polls.models import Poll, PollEntry


class Kind(TextChoices):
    """What something was done to. Roles are given on the account."""

    STORY = "story", _("Stories")
    POLL = "poll", _("Polls")
    ACCOUNT = "account", _("Accounts and roles")
    SETTING = "setting", _("Settings")
    OTHER = "other", _("Other things")
    SIGN_IN = "sign_in", _("Sign-ins")


SETTINGS = (Paper, Section, CorrectionTerm, Checklist)

_COLUMNS = ("moment", "source", "row", "who", "type", "thing", "what", "was", "became", "words", "name")
Row = namedtuple("Row", _COLUMNS)
"""`who` is an account, or None where only `name` says it; `type` a content type; the rest is text of the source."""


def _text(value):
    return Cast(value if hasattr(value, "resolve_expression") else Value(value), TextField())


def _number(value):
    return Cast(value if hasattr(value, "resolve_expression") else Value(value), BigIntegerField())


_EMPTY = {
    **dict.fromkeys(("who", "type"), _number(None)),
    **dict.fromkeys(("thing", "what", "was", "became", "words", "name"), _text("")),
}


@dataclass(frozen=True)
class Source:
    """One ledger: its fields of time and person, and the expressions of those columns that it fills."""

    name: str
    rows: QuerySet
    moment: str
    who: str
    columns: dict = field(default_factory=dict)

    def select(self, question, after, count):
        """The rows of a page that starts behind `after`, in one shape for all sources."""
        rows = question.narrow(self)
        if after:
            rows = rows.filter(after.behind(self))
        own = {"moment": F(self.moment), "source": _text(self.name), "row": _number(F("pk"))}
        shape = {f"_{name}": column for name, column in {**_EMPTY, **self.columns, **own}.items()}
        ordered = rows.order_by(f"-{self.moment}", "-pk").annotate(**shape)
        return ordered.values_list(*(f"_{name}" for name in _COLUMNS))[:count]


def _of_story(name, rows, /, **columns):
    told = {name: _text(value) for name, value in columns.items()}
    return Source(name, rows, "at", "by", {"who": _number(F("by_id")), "thing": _text(F("article_id")), **told})


SOURCES = (
    _of_story(
        "trail", TrailEntry.objects,
        what=F("move"), was=F("from_status"), became=F("to_status"), words=F("note"), name=F("due"),
    ),
    _of_story("revision", Revision.objects, what=F("number"), was=F("restores"), words=F("note")),
    _of_story("reading", Reading.objects, what=F("version")),
    Source(
        "poll", PollEntry.objects, "at", "by",
        {"who": _number(F("by_id")), "thing": _text(F("poll_id")), "what": _text(F("act")), "words": _text(F("note"))},
    ),
    Source(
        "log", LogEntry.objects, "action_time", "user",
        {"who": _number(F("user_id")), "type": _number(F("content_type_id")), "thing": _text(F("object_id")),
         "what": _text(F("action_flag")), "words": _text(F("change_message")), "name": _text(F("object_repr"))},
    ),
    Source(
        "sign_in", AccessLog.objects, "attempt_time", "username",
        {"words": Func(F("ip_address"), function="HOST", output_field=TextField()), "name": _text(F("username"))},
    ),
)  # fmt: skip
OF_STORIES = {"trail", "revision", "reading"}


@dataclass(frozen=True)
class Question:
    """What is asked of the audit; what is empty asks for all. `about` is a model and a primary key; days are local."""

    person: User | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None
    about: tuple[type, int] | None = None

    def sources(self):
        """The ledgers that can hold an answer."""
        return [source for source in SOURCES if self._in_kind(source) and self._in_about(source)]

    def narrow(self, source):
        rows = source.rows.all()
        if source.name == "log":
            rows = rows.filter(self._of_types())
        if self.person:
            rows = rows.filter(**{source.who: self.person.username if source.who == "username" else self.person})
        if self.about:
            rows = rows.filter(self._of_thing(source))
        if self.since:
            rows = rows.filter(**{f"{source.moment}__gte": _midnight(self.since)})
        if self.until:
            rows = rows.filter(**{f"{source.moment}__lt": _midnight(self.until + timedelta(days=1))})
        return rows

    def _in_kind(self, source):
        kinds = {
            "log": {Kind.POLL, Kind.ACCOUNT, Kind.SETTING, Kind.OTHER},
            "poll": {Kind.POLL},
            "sign_in": {Kind.SIGN_IN},
        }
        return not self.kind or self.kind in kinds.get(source.name, {Kind.STORY})

    def _in_about(self, source):
        if not self.about:
            return True
        if self.about[0] is User:
            return source.name in ("log", "sign_in")
        if self.about[0] is Poll:
            return source.name in ("log", "poll")
        return source.name in (OF_STORIES if self.about[0] is Article else {"log"})

    def _of_types(self):
        """The admin's log repeats of stories what trail and revisions say, so it is left out there."""
        accounts, settings, polls = _types(User), _types(*SETTINGS), _types(Poll)
        return {
            Kind.POLL: Q(content_type__in=polls),
            Kind.ACCOUNT: Q(content_type__in=accounts),
            Kind.SETTING: Q(content_type__in=settings),
            Kind.OTHER: ~Q(content_type__in=[*accounts, *settings, *polls, *_types(Article)]),
        }.get(self.kind, ~Q(content_type__in=_types(Article)))

    def _of_thing(self, source):
        model, pk = self.about
        if source.name in OF_STORIES:
            return Q(article=pk)
        if source.name == "poll":
            return Q(poll=pk)
        if source.name == "sign_in":
            return Q(username__in=User.objects.filter(pk=pk).values("username"))
        return Q(content_type__in=_types(model), object_id=str(pk))


@dataclass(frozen=True)
class Cursor:
    """The last row of a page; pages are ordered by time, then source, then key."""

    moment: datetime
    source: str
    row: int

    @classmethod
    def read(cls, text: str):
        """What `str` of a cursor made, or None."""
        try:
            moment, source, row = text.split("~")
            return cls(datetime.fromisoformat(moment).astimezone(timezone.get_default_timezone()), source, int(row))
        except (ValueError, OverflowError):
            return None

    def __str__(self):
        return f"{self.moment.isoformat()}~{self.source}~{self.row}"

    def behind(self, source):
        """Which rows of a source come after this one; said so that an index on the time finds the place."""
        older, not_newer = (Q(**{f"{source.moment}__{sense}": self.moment}) for sense in ("lt", "lte"))
        if source.name == self.source:
            return not_newer & (older | Q(pk__lt=self.row))
        return not_newer if source.name > self.source else older


def page(question: Question, after: Cursor | None, count: int) -> tuple[list[Row], Cursor | None]:
    """`count` rows, newest first, behind the cursor; and the cursor of the next page, if there is one. One query."""
    selected = [source.select(question, after, count + 1) for source in question.sources()]
    if not selected:
        return [], None
    if len(selected) > 1:
        union = selected[0].union(*selected[1:], all=True)
        selected = [union.order_by("-_moment", "_source", "-_row")[: count + 1]]
    rows = [Row(*values) for values in selected[0]]
    last = rows[count - 1] if len(rows) > count else None
    return rows[:count], last and Cursor(last.moment, last.source, last.row)


def _types(*models):
    return [one.pk for one in ContentType.objects.get_for_models(*models).values()]


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
