"""The desk's first page: each account finds its own work, and nothing of anybody else's."""

from datetime import timedelta
from uuid import uuid4

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from articles.assignments.workflow import State
from articles.models import Article, OpenForm, TrailEntry
from articles.workflow import Status
from newsroom.desk import dashboard, roles
from newsroom.desk.models import User
from newsroom.text.vietnamese import format_zoned
from tests.factories.articles import ArticleFactory, AssignmentFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")


def account(*role_names, sections=()):
    user = UserFactory(roles=role_names)
    user.sections_edited.set(sections)
    return User.objects.get(pk=user.pk)  # without permissions cached before the roles were set


def work(user):
    """What the dashboard shows, as {panel: rows}."""
    return {panel.name: panel.rows for panel in dashboard.work_of(user)["panels"]}


def test_reporter_finds_drafts_and_what_came_back():
    reporter = account(roles.REPORTER)
    draft = ArticleFactory(created_by=reporter)
    back = ArticleFactory(created_by=reporter, status=Status.SENT_BACK)
    handed_in = ArticleFactory(created_by=reporter, status=Status.SUBMITTED)
    for status in (Status.DRAFT, Status.SENT_BACK, Status.SUBMITTED, Status.APPROVED):
        ArticleFactory(status=status)

    assert work(reporter) == {
        "assigned": [], "sent-back": [back], "drafts": [draft], "handed-in": [handed_in],
        "scheduled": [], "published": [],
    }  # fmt: skip


def test_story_signed_by_a_pen_name_of_the_account_is_its_own():
    reporter = account(roles.REPORTER)
    draft = ArticleFactory(signed=[PenNameFactory(person=PersonFactory(account=reporter))])

    assert work(reporter)["drafts"] == [draft]


def test_story_that_came_back_shows_the_latest_note(client):
    reporter, editor = account(roles.REPORTER), UserFactory(last_name="Hà Thị", first_name="Biên")
    back = ArticleFactory(created_by=reporter, status=Status.SENT_BACK)
    for note in ("Ghi chú lần trước.", "Hỏi thêm xã."):
        TrailEntry.objects.create(article=back, by=editor, move="send_back", to_status=Status.SENT_BACK, note=note)
    client.force_login(reporter)

    html = client.get(INDEX).content.decode()

    assert "Hỏi thêm xã." in html
    assert "Ghi chú lần trước." not in html
    assert reverse("admin:articles_article_change", args=[back.pk]) in html


def test_editor_finds_what_waits_in_the_own_sections_longest_first():
    section = SectionFactory()
    editor = account(roles.EDITOR, sections=[section])
    first, second = ArticleFactory.create_batch(2, section=section, status=Status.SUBMITTED)
    approved = ArticleFactory(section=section, status=Status.APPROVED)
    ArticleFactory(status=Status.SUBMITTED)
    ArticleFactory(status=Status.APPROVED)

    found = work(editor)

    assert (found["waiting"], found["approved"]) == ([first, second], [approved])
    assert "handed-in" not in found


def test_chief_finds_the_stories_of_all_sections():
    chief = account(roles.DESK_CHIEF)
    waiting = ArticleFactory.create_batch(2, status=Status.SUBMITTED)

    assert work(chief)["waiting"] == waiting


def test_scheduled_and_published_today_are_told_apart():
    chief = account(roles.DESK_CHIEF)
    now = timezone.now()
    ArticleFactory(live=True, published_at=now - timedelta(days=2))
    today = ArticleFactory(live=True, published_at=now)
    later = ArticleFactory(live=True, published_at=now + timedelta(hours=2))

    found = work(chief)

    assert (found["scheduled"], found["published"]) == ([later], [today])


def test_what_is_late_is_named_with_its_reason(client):
    chief = account(roles.DESK_CHIEF)
    long_ago = timezone.now() - timedelta(days=1)
    facts = {"live": True, "published_at": long_ago, "expires_at": timezone.now() - timedelta(hours=1)}
    failed = ArticleFactory(is_announced=True, late_because="TimeoutError: máy chủ thư", **facts)
    ArticleFactory(is_announced=False, **facts)
    missed = ArticleFactory(live=True, published_at=timezone.now() - timedelta(minutes=5), is_announced=False)
    fresh = ArticleFactory(live=True, published_at=timezone.now() - timedelta(minutes=5), is_announced=False)
    Article.objects.filter(pk=missed.pk).update(changed_at=long_ago)
    client.force_login(chief)

    html = client.get(INDEX).content.decode()

    assert work(chief)["late"] == [failed, missed]
    assert fresh in work(chief)["published"]
    assert html.count("TimeoutError: máy chủ thư") == 1
    assert html.count('class="work__late"') == 2
    assert html.count("publish_due") == 1


def test_nothing_late_leaves_no_panel():
    ArticleFactory(live=True)

    assert "late" not in work(account(roles.DESK_CHIEF))


def test_scheduled_panel_leads_to_the_calendar_and_names_embargoes(client):
    client.force_login(account(roles.DESK_CHIEF))
    until = timezone.now() + timedelta(hours=2)
    ArticleFactory(live=True, published_at=until + timedelta(hours=1), embargo_until=until)

    html = client.get(INDEX).content.decode()

    assert f'<a href="{reverse("admin:articles_article_calendar")}">' in html.partition('class="panels"')[2]
    assert format_zoned(until) in html


def test_reporter_finds_what_is_asked_by_deadline():
    reporter = account(roles.REPORTER)
    later, sooner = AssignmentFactory(assignee=reporter), AssignmentFactory(deadline=timezone.now())
    AssignmentFactory(assignee=UserFactory())
    for state in (State.DECLINED, State.DONE, State.CANCELLED):
        AssignmentFactory(assignee=reporter, state=state)

    assert work(reporter)["assigned"] == [sooner, later]


def test_editor_finds_the_deadlines_of_the_own_sections():
    section = SectionFactory()
    editor = account(roles.EDITOR, sections=[section])
    overdue = AssignmentFactory(section=section, assignee=UserFactory(), deadline=timezone.now() - timedelta(hours=1))
    declined = AssignmentFactory(section=section, assignee=UserFactory(), state=State.DECLINED)
    AssignmentFactory(section=section, state=State.DONE)
    AssignmentFactory(assignee=UserFactory())

    found = work(editor)

    assert (found["deadlines"], found["assigned"]) == ([overdue, declined], [])
    assert ["badge--overdue" in row.badge for row in found["deadlines"]] == [True, False]


def test_panel_shows_the_first_and_counts_all():
    reporter = account(roles.REPORTER)
    ArticleFactory.create_batch(dashboard.SHOWN + 2, created_by=reporter)

    drafts = next(panel for panel in dashboard.work_of(reporter)["panels"] if panel.name == "drafts")

    assert (len(drafts.rows), drafts.total) == (dashboard.SHOWN, dashboard.SHOWN + 2)


def test_instruments_without_a_price_today_lead_to_their_day_sheet(client):
    market = account(roles.MARKET_DESK)
    missing, never = InstrumentFactory(), InstrumentFactory()
    QuoteFactory(instrument=missing, quoted_at=timezone.now() - timedelta(days=1))
    entered = QuoteFactory(quoted_at=timezone.now()).instrument
    client.force_login(market)

    html = client.get(INDEX).content.decode()

    assert work(market)["prices"] == [(missing.group, [missing]), (never.group, [never])]
    assert reverse("admin:markets_group_sheet", args=[missing.group_id]) in html
    assert reverse("admin:markets_group_sheet", args=[entered.group_id]) not in html


def test_open_polls_that_close_within_a_week_are_named():
    editor = account(roles.EDITOR)
    soon = PollFactory(closes_at=timezone.now() + timedelta(days=3))
    PollFactory(closes_at=timezone.now() + timedelta(days=30))
    PollFactory(closed=True)
    PollFactory()

    assert work(editor)["polls"] == [soon]


def test_administrator_finds_accounts_that_nobody_used_yet():
    administrator = account(roles.ADMINISTRATOR)
    User.objects.filter(pk=administrator.pk).update(last_login=timezone.now())
    unused = UserFactory()
    UserFactory(is_active=False)
    UserFactory(is_superuser=True)

    assert work(administrator) == {"accounts": [unused], "audit": []}


def test_roles_combine():
    both = account(roles.REPORTER)
    both.groups.add(Group.objects.get(name=roles.MARKET_DESK))

    stories = ["assigned", "sent-back", "drafts", "handed-in", "scheduled", "published"]
    assert list(work(both)) == [*stories, "held", "prices"]


def fail(times, **attempt):
    AccessAttempt.objects.create(failures_since_start=times, **attempt)


def test_administrator_finds_who_is_locked_out_until_that_ends(settings):
    administrator = account(roles.ADMINISTRATOR)
    locked, other = UserFactory(username="duy"), UserFactory(username="lan")
    half = settings.AXES_FAILURE_LIMIT // 2
    for browser in ("Firefox", "Safari"):  # failures count by name and address, whatever the browser
        fail(half, username="duy", ip_address="192.0.2.1", user_agent=browser)
        fail(half, username="lan", ip_address=f"::{len(browser)}", user_agent=browser)

    assert other not in work(administrator)["locked-out"]
    assert work(administrator)["locked-out"] == [locked]

    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME)
    assert "locked-out" not in work(administrator)


def test_administrator_finds_what_was_done_last_newest_first():
    administrator, section = account(roles.ADMINISTRATOR), SectionFactory()
    for number in range(11):
        LogEntry.objects.log_actions(administrator.pk, [section], CHANGE, f"Lần {number}", single_object=True)

    assert [entry.note for entry in work(administrator)["audit"]] == [f"Lần {number}" for number in range(10, 0, -1)]


def test_account_without_a_role_is_told_so(client):
    client.force_login(account())

    response = client.get(INDEX)

    assert response.status_code == 200
    assert response.context["panels"] == []


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("role", "queries"),
    [
        (roles.REPORTER, 17),
        (roles.EDITOR, 20),
        (roles.DESK_CHIEF, 23),
        (roles.ADMINISTRATOR, 14),
        (roles.MARKET_DESK, 10),
    ],
)
def test_dashboard_asks_a_constant_number_of_queries(client, django_assert_num_queries, role, queries, count):
    section = SectionFactory()
    user = account(role, sections=[section])
    for _ in range(count):
        fill(user, section)
    client.force_login(user)

    dashboard.work_of(user)  # content types are remembered
    with django_assert_num_queries(queries):
        assert client.get(INDEX).status_code == 200


def fill(user, section):
    """One more row for every panel."""
    story = {"created_by": user, "section": section, "signed": [PenNameFactory()]}
    for status in (Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.PUBLISHED):
        ArticleFactory(status=status, **story)
    ArticleFactory(live=True, published_at=timezone.now() + timedelta(days=1), **story)
    ArticleFactory(live=True, expires_at=timezone.now() - timedelta(minutes=30), is_announced=True, **story)
    back = ArticleFactory(status=Status.SENT_BACK, **story)
    TrailEntry.objects.create(article=back, by=UserFactory(), move="send_back", to_status=Status.SENT_BACK, note="Sửa.")
    OpenForm.objects.create(key=uuid4(), by=user, article=back, typed=[["title", "Gõ dở"]])
    AssignmentFactory(section=section, assignee=user)
    InstrumentFactory()
    PollFactory(closes_at=timezone.now() + timedelta(days=1))
    fail(8, username=UserFactory().username, ip_address="192.0.2.1")
    LogEntry.objects.log_actions(user.pk, [section], CHANGE, "", single_object=True)
