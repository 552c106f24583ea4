"""What waits for an account: the panels of the desk's first page.

What is shown follows from rights, not from the names of roles, so that roles combine. Every panel asks a constant
number of queries, and one moment, the database's own, decides for all of them.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Count, F, Prefetch, Window
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.assignment import assignment_badge
from articles.admin.badge import SCHEDULED, state_badge
from articles.due import LATE_AFTER
from articles.models import Article, Assignment, OpenForm, TrailEntry
from articles.workflow import Status
from markets.models import Held, Instrument, Source
from newsroom.desk import sign_in
from newsroom.desk.audit import rows as audit
from newsroom.desk.audit.words import tell
from newsroom.desk.models import User
from newsroom.pages.clock import database_now
from newsroom.text.vietnamese import local
from polls.models import Poll

SHOWN, COUNTED, DONE = 8, 99, 10
CLOSING_SOON = timedelta(days=7)


@dataclass(frozen=True)
class Panel:
    """One kind of work. `rows` are at most SHOWN of `total`, which is None above COUNTED and 0 where a count says
    nothing; `kind` says which partial renders them.
    """

    name: str
    title: str
    kind: str
    rows: list
    total: int | None
    all_url: str
    nothing: str
    link: tuple[str, str] = ()
    """Words and address of another way to look at the same, offered whatever there is."""

    @property
    def has_more(self):
        return self.total is None or self.total > len(self.rows)


def work_of(user) -> dict:
    """What the page shows: `panels` (stories, assignments, prices, polls, accounts), `shortcuts`, the moment `now`."""
    now = database_now()
    panels = [
        *_writing(user, now),
        *_held(user),
        *_sources(user),
        *_prices(user, now),
        *_polls(user, now),
        *_locked_out(user),
        *_accounts(user),
        *_audit(user),
    ]
    return {"panels": panels, "shortcuts": _shortcuts(user), "now": now}


def _shortcuts(user) -> list[tuple[str, str]]:
    """What the account may begin, as (words, address)."""
    begin = [
        ("articles.add_article", _("Write a story"), "admin:articles_article_add"),
        ("articles.add_assignment", _("Give an assignment"), "admin:articles_assignment_add"),
        ("photos.add_photo", _("Add a photo"), "admin:photos_photo_add"),
        ("polls.add_poll", _("Start a poll"), "admin:polls_poll_add"),
        ("desk.add_user", _("Add an account"), "admin:desk_user_add"),
    ]
    return [(words, reverse(name)) for permission, words, name in begin if user.has_perm(permission)]


def _writing(user, now):
    """Reporters see first what is asked of them, editors what waits for them."""
    stories, assignments = _stories(user, now), _assignments(user, now)
    return [*stories, *assignments] if _is_editor(user) else [*assignments, *stories]


# -- stories --------------------------------------------------------------------------------------------------------


def _stories(user, now):
    if not user.has_perm("articles.view_article"):
        return []
    mine = Article.objects.written_by(user)
    overseen = Article.objects.overseen_by(user) if _is_editor(user) else None
    found = [
        *_unsaved(user),
        _story_panel("sent-back", _("Sent back to me"), _with_notes(mine.filter(status=Status.SENT_BACK)), now,
                     Status.SENT_BACK, _("Nothing was sent back to you.")),
        _story_panel("drafts", _("My drafts"), mine.filter(status=Status.DRAFT), now,
                     Status.DRAFT, _("You have no draft.")),
    ]  # fmt: skip
    if overseen is None:
        with_editors = mine.filter(status__in=[Status.SUBMITTED, Status.APPROVED])
        found.append(_story_panel("handed-in", _("With the editors"), with_editors, now,
                                  Status.SUBMITTED, _("None of your stories is with the editors.")))  # fmt: skip
    else:
        found = [*_editing(overseen, now), *found]
    return [*found, *_timed(mine if overseen is None else overseen, now)]


def _unsaved(user):
    """What was typed and not saved; nothing is said where there is none."""
    rows, total = _first(OpenForm.objects.filter(by=user).unsaved().select_related("article"))
    all_url = reverse("admin:articles_article_changelist")
    return [Panel("unsaved", _("Typed and not saved"), "unsaved", rows, total, all_url, "")] if rows else []


def _editing(overseen, now):
    """The editor's own work; what waits longest comes first."""
    waiting = overseen.filter(status=Status.SUBMITTED).order_by("changed_at", "pk")
    approved = overseen.filter(status=Status.APPROVED).order_by("changed_at", "pk")
    return [
        _story_panel("waiting", _("Waiting for me"), waiting, now,
                     Status.SUBMITTED, _("No story waits for you.")),
        _story_panel("approved", _("Ready to publish"), approved, now,
                     Status.APPROVED, _("No approved story waits for publication.")),
    ]  # fmt: skip


def _timed(stories, now):
    published = stories.published(now).filter(published_at__gte=_midnight(now)).newest_first()
    # All that waits at the paper is little, and looked up before what is this account's, which may be much.
    waiting = stories.filter(pk__in=list(Article.objects.keys_of_scheduled(now)))
    scheduled = _story_panel("scheduled", SCHEDULED, waiting.order_by("published_at", "pk"), now,
                             "scheduled", _("Nothing is scheduled."))  # fmt: skip
    late = _story_panel("late", _("Late"), stories.late(now - LATE_AFTER).order_by("published_at", "pk"), now,
                        Status.PUBLISHED, "")  # fmt: skip
    return [
        *([late] if late.rows else []),  # rare, and then to be seen
        replace(scheduled, link=(_("Calendar"), reverse("admin:articles_article_calendar"))),
        _story_panel("published", _("Published today"), published, now,
                     Status.PUBLISHED, _("Nothing was published today yet.")),
    ]  # fmt: skip


def _is_editor(user):
    return user.has_perm("articles.edit_section_articles") or user.has_perm("articles.edit_all_articles")


def _with_notes(stories):
    notes = TrailEntry.objects.filter(move="send_back").select_related("by")
    return stories.prefetch_related(Prefetch("trail", notes, to_attr="sent_back"))


def _story_panel(name, title, stories, now, state, nothing):
    rows, total = _first(stories.for_cards().select_related("section", "created_by"))
    for story in rows:
        story.badge = state_badge(story, now)
    all_url = f"{reverse('admin:articles_article_changelist')}?state={state}"
    return Panel(name, title, "stories", rows, total, all_url, nothing)


def _first(queryset):
    """The first SHOWN rows and how many there are in all, None for more than COUNTED, in one query."""
    counted = queryset.filter(pk__in=queryset.values("pk")[: COUNTED + 1])
    rows = list(counted.annotate(total=Window(Count("*")))[:SHOWN])
    total = rows[0].total if rows else 0
    return rows, total if total <= COUNTED else None


# -- assignments ----------------------------------------------------------------------------------------------------


def _assignments(user, now):
    """By deadline, so that what is overdue comes first."""
    if not user.has_perm("articles.view_assignment"):
        return []
    found = [_assignment_panel("assigned", _("Assigned to me"), Assignment.objects.for_writer(user), now,
                               _("No assignment waits for you."))]  # fmt: skip
    if _is_editor(user):
        given = Assignment.objects.overseen_by(user).pending()
        found.insert(0, _assignment_panel("deadlines", _("Deadlines"), given, now, _("No assignment is under way.")))
    return found


def _assignment_panel(name, title, assignments, now, nothing):
    rows, total = _first(assignments.with_people().order_by("deadline", "pk"))
    for assignment in rows:
        assignment.badge = assignment_badge(assignment, now)
    return Panel(name, title, "assignments", rows, total, reverse("admin:articles_assignment_changelist"), nothing)


# -- prices, polls, accounts ----------------------------------------------------------------------------------------


def _prices(user, now):
    if not user.has_perm("markets.add_quote"):
        return []
    missing = Instrument.objects.exclude(quotes__quoted_at__gte=_midnight(now)).select_related("group")
    by_group = {}
    for instrument in missing.order_by("group__order", "group", "order", "pk"):
        by_group.setdefault(instrument.group, []).append(instrument)
    total = sum(map(len, by_group.values()))
    all_url = reverse("admin:markets_group_changelist")
    nothing = _("Every price of today is entered.")
    return [Panel("prices", _("No price today yet"), "prices", list(by_group.items()), total, all_url, nothing)]


def _held(user):
    if not user.has_perm("markets.decide_held"):
        return []
    rows, total = _first(Held.objects.waiting().with_facts())
    all_url = reverse("admin:markets_held_changelist")
    return [Panel("held", _("Prices that wait for approval"), "held", rows, total, all_url, _("No price is held."))]


def _sources(user):
    """Sources of prices that failed; nothing is said where none did."""
    if not user.has_perm("markets.view_source"):
        return []
    rows, total = _first(Source.objects.feeds().filter(failures__gt=0).order_by("-failed_at"))
    all_url = reverse("admin:markets_source_changelist")
    return [Panel("sources", _("Sources of prices that fail"), "sources", rows, total, all_url, "")] if rows else []


def _polls(user, now):
    if not user.has_perm("polls.change_poll"):
        return []
    closing = Poll.objects.open(now).filter(closes_at__lte=now + CLOSING_SOON).with_totals()
    rows = list(closing.order_by("closes_at", "pk")[:SHOWN])
    all_url, nothing = reverse("admin:polls_poll_changelist"), _("No poll closes within a week.")
    return [Panel("polls", _("Polls closing soon"), "polls", rows, len(rows), all_url, nothing)]


def _locked_out(user):
    """Who failed to sign in too often; nothing is said where nobody did."""
    if not user.has_perm("desk.change_user"):
        return []
    locked = User.objects.filter(is_active=True, is_superuser=False, username__in=sign_in.locked_out())
    rows, total = _first(locked.order_by("username"))
    all_url = reverse("admin:desk_user_changelist")
    return [Panel("locked-out", _("Locked out"), "accounts", rows, total, all_url, "")] if rows else []


def _accounts(user):
    if not user.has_perm("desk.change_user"):
        return []
    unused = User.objects.filter(is_active=True, is_superuser=False, last_login=None)
    rows, total = _first(unused.order_by(F("date_joined").desc(), "pk"))
    all_url = reverse("admin:desk_user_changelist")
    nothing = _("Everybody with an account has signed in.")
    return [Panel("accounts", _("Never signed in"), "accounts", rows, total, all_url, nothing)]


def _audit(user):
    """What was done last, whoever did it."""
    if not user.has_perm("desk.view_audit"):
        return []
    rows, _following = audit.page(audit.Question(), None, DONE)
    link = (_("Show all"), reverse("admin:audit"))
    return [Panel("audit", _("Done last"), "audit", tell(rows, to=user), 0, link[1], _("Nothing yet."), link)]


def _midnight(now):
    """When the paper's day began."""
    return local(now).replace(hour=0, minute=0, second=0, microsecond=0)
