"""What the rows of the audit say, to somebody who may know it.

The administrator reads who did what and when; of stories and people only what the own rights open: a headline of an
unpublished story, or who stands behind a pen name, is not in here for those who may not open it at the desk.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin.models import ADDITION, DELETION
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, TrailEntry
from articles.workflow import Status
from newsroom.desk.audit.rows import OF_STORIES, SETTINGS, Kind, Row
from newsroom.desk.changes import VALUES
from newsroom.desk.models import User
from polls.models import Poll, PollEntry


@dataclass(frozen=True)
class Change:
    """One value before and after; the first word says of what."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One thing that somebody did. `about` is its object in words, `key` the object for filtering (or empty), `link`
    leads to the two versions of a text; `address` is where a sign-in came from.
    """

    at: datetime
    who: str
    kind: str
    did: str
    about: str = ""
    key: str = ""
    changes: tuple[Change, ...] = ()
    note: str = ""
    link: str = ""
    address: str = ""


def tell(rows: list[Row], *, to) -> list[Entry]:
    """The rows in words for the account `to`. Six queries at most, however many rows there are."""
    teller = _Teller(rows, to)
    return [teller.tell(row) for row in rows]


class _Teller:
    def __init__(self, rows, viewer):
        self.viewer = viewer
        self.people = User.objects.in_bulk({row.who for row in rows if row.who})
        self.names = {one.username: str(one) for one in User.objects.filter(username__in=self._signed_in(rows))}
        self.types = ContentType.objects.in_bulk({row.type for row in rows if row.type})
        stories = Article.objects.filter(pk__in={row.thing for row in rows if row.source in OF_STORIES})
        self.open = dict(stories.for_desk(viewer).values_list("pk", "title"))
        polls = Poll.objects.filter(pk__in={row.thing for row in rows if row.source == "poll"})
        self.polls = dict((polls if self._may_see(Poll) else polls.published()).values_list("pk", "question"))
        self.titles = dict(stories.published().values_list("pk", "title")) | self.open

    @staticmethod
    def _signed_in(rows):
        return {row.name for row in rows if row.source == "sign_in" and row.name}

    def tell(self, row):
        return getattr(self, f"_{row.source}")(row)

    # -- stories ---------------------------------------------------------------------------------------------------

    def _trail(self, row):
        states = dict(Status.choices)
        before, after = str(states.get(row.was, "")), str(states.get(row.became, ""))
        changes = (Change(_("state"), before, after),) if before != after else ()
        return self._of_story(row, str(TrailEntry(move=row.what, due=row.name or None).label), changes=changes)

    def _revision(self, row):
        did = _("Saved version %(number)s") % {"number": row.what}
        if row.was:
            numbers = {"number": row.what, "old": row.was}
            did = _("Saved version %(number)s, which brings back version %(old)s") % numbers
        return self._of_story(row, did, link=self._versions(row))

    def _versions(self, row):
        """What was there before and after: the two versions side by side."""
        if int(row.thing) not in self.open:
            return ""
        address = reverse("admin:articles_article_revisions", args=[row.thing])
        return f"{address}?from={max(int(row.what) - 1, 1)}&to={row.what}"

    def _reading(self, row):
        return self._of_story(row, _("Read version %(number)s, which readers must not see") % {"number": row.what})

    def _of_story(self, row, did, **said):
        pk = int(row.thing)
        about = self.titles.get(pk) or _("Story %(number)s") % {"number": pk}
        note = row.words if pk in self.open else ""
        return Entry(
            row.moment, self._who(row), Kind.STORY, did, about, key=f"articles.article-{pk}", note=note, **said
        )

    # -- polls ------------------------------------------------------------------------------------------------------

    def _poll(self, row):
        """The note is the desk's own, as that of a story is."""
        pk = int(row.thing)
        about = self.polls.get(pk) or _("Poll %(number)s") % {"number": pk}
        note = row.words if self._may_see(Poll) else ""
        did = str(PollEntry(act=row.what))
        return Entry(row.moment, self._who(row), Kind.POLL, did, about, key=f"polls.poll-{pk}", note=note)

    # -- accounts, settings, the rest; sign-ins --------------------------------------------------------------------

    def _log(self, row):
        type_ = self.types.get(row.type)
        model, name = type_ and type_.model_class(), type_.name if type_ else ""
        kind = Kind.SETTING if model in SETTINGS else {User: Kind.ACCOUNT, Poll: Kind.POLL}.get(model, Kind.OTHER)
        known = kind in (Kind.ACCOUNT, Kind.SETTING) or (model and self._may_see(model))
        did = {str(ADDITION): _("Added"), str(DELETION): _("Deleted")}.get(row.what, _("Changed"))
        return Entry(
            row.moment, self._who(row), kind, did, f"{name} {row.name if known else row.thing}",
            key=f"{type_.app_label}.{type_.model}-{row.thing}" if model and row.thing.isdecimal() else "",
            **(_said(row.words) if known else {}),
        )  # fmt: skip

    def _may_see(self, model):
        app, name = model._meta.app_label, model._meta.model_name
        return any(self.viewer.has_perm(f"{app}.{verb}_{name}") for verb in ("view", "change"))

    def _sign_in(self, row):
        return Entry(
            row.moment, self.names.get(row.name, row.name or ""), Kind.SIGN_IN, _("Signed in"), address=row.words or ""
        )

    def _who(self, row):
        return str(self.people.get(row.who, ""))


def _said(message) -> dict:
    """What a change message holds: the values; of one from before they were kept, the fields alone; or a sentence."""
    try:
        parts = json.loads(message)
    except ValueError:
        return {"note": message}
    values = [Change(*value) for part in parts for value in part.get(VALUES, ())]
    return {"changes": tuple(values or (Change(name, "", "") for name in _fields(parts)))}


def _fields(parts):
    return [str(name) for part in parts for name in part.get("changed", {}).get("fields", ())]
