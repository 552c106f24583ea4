"""The desk's calendar: what will appear, what an embargo holds, what will go, by day and by week."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles import rights
from articles.admin.times import TimesForm, times_that_arise
from articles.models import Article
from newsroom.pages.clock import database_now
from newsroom.text.vietnamese import local

WORDS = {
    "embargo_until": gettext_lazy("Embargo ends"),
    "published_at": gettext_lazy("Will be published"),
    "expires_at": gettext_lazy("Expires"),
}
MARKS = {"embargo_until": "embargo", "published_at": "scheduled", "expires_at": "expired"}
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# Far enough for any archive, near enough that a day before and a week after exist.
YEARS = range(2000, 2100)


@dataclass(frozen=True)
class Entry:
    """A time of a story. `form` sets it anew; None for those who may not, and for what is past."""

    story: Article
    name: str
    at: datetime
    form: TimesForm | None

    @property
    def words(self):
        return WORDS[self.name]

    @property
    def mark(self):
        return MARKS[self.name]


@dataclass
class Slot:
    """A day or an hour with its entries; `key` is how a time within it begins: `2026-11-24` or `2026-11-24T08`."""

    start: datetime
    key: str
    is_now: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """What one page of the calendar covers, and the days that its neighbours are found under."""

    by: str
    first: date
    slots: list[Slot]
    earlier: date
    later: date

    @property
    def has_entries(self):
        return any(slot.entries for slot in self.slots)


def sheet(user, by: str, day: date, now: datetime) -> Sheet:
    """The day, or the week from Monday on that it is in (`by`), with all that `user` may open. One query."""
    first, count, length, pattern = (
        (day, 24, HOUR, "%Y-%m-%dT%H") if by == "day" else (day - day.weekday() * DAY, 7, DAY, "%Y-%m-%d")
    )
    start = timezone.make_aware(datetime.combine(first, time.min), timezone.get_default_timezone())
    starts = [start + number * length for number in range(count)]
    slots = [Slot(s, f"{s:{pattern}}", s <= now < s + length) for s in starts]
    for entry in entries(user, start, start + count * length, now):
        slots[(entry.at - start) // length].entries.append(entry)
    return Sheet(by, first, slots, day - count * length, day + count * length)


def entries(user, start, end, now) -> list[Entry]:
    """Every time between the two moments, in order."""
    stories = Article.objects.for_desk(user).with_times_between(start, end, now)
    stories = stories.select_related("section", "working_copy_of").defer("body", "working_copy_of__body")
    found = [
        _entry(user, story, name, now)
        for story in stories
        for name in WORDS
        if _shows(story, name, now) and start <= getattr(story, name) < end
    ]
    return sorted(found, key=lambda entry: (entry.at, entry.story.pk))


def _shows(story, name, now):
    """What is published already stands in the paper, not here."""
    return getattr(story, name) and (name != "published_at" or story.is_scheduled(now))


def _entry(user, story, name, now):
    at, form = getattr(story, name), None
    if at > now and name in times_that_arise(story, now) and rights.may_set_times(user, story):
        form = TimesForm(initial={name: at}, names=[name], auto_id=f"{name}-{story.pk}-%s")
    return Entry(story, name, at, form)


class CalendarMixin:
    """For the story's ModelAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.calendar_view)
        return [path("calendar/", view, name="articles_article_calendar"), *super().get_urls()]

    @method_decorator(require_safe)
    def calendar_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        now = database_now()
        by = "day" if request.GET.get("by") == "day" else "week"
        day = _day(request.GET.get("day", "")) or local(now).date()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Calendar"),
            "opts": self.opts,
            "day": day,
            "now": now,
            "today": local(now).date(),
            "sheet": sheet(request.user, by, day, now),
        }
        return TemplateResponse(request, "admin/articles/article/calendar.html", context)


def _day(typed) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if day.year in YEARS else None
