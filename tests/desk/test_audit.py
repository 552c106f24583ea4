"""Everything anyone did, in one view over the ledgers: complete, quick, and telling nobody what is not theirs."""

import csv
import io
from datetime import timedelta

import pytest
from axes.models import AccessLog
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone, translation

from articles import actions
from articles.models import Article, Checklist, Reading, Revision, TrailEntry
from newsroom.desk import changes, roles
from newsroom.desk.audit import views
from newsroom.desk.audit.rows import SOURCES, Cursor, Question, page
from newsroom.desk.models import User
from polls.models import PollEntry
from tests.factories.articles import ArticleFactory, CorrectionFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory
from tests.factories.polls import PollFactory

pytestmark = pytest.mark.django_db

AUDIT = reverse("admin:audit")
SECRET = "Chuyện còn kín"


@pytest.fixture
def administrator(client):
    user = UserFactory(roles=[roles.ADMINISTRATOR], language="en", first_name="Quản")
    client.force_login(user)
    AccessLog.objects.all().delete()
    return user


@pytest.fixture
def reporter():
    return UserFactory(roles=[roles.REPORTER], first_name="Duy")


def logged(thing, by, before="", after="", field="Name"):
    changes._log(CHANGE, thing, by, [[field, before, after]])


def sign_in(user, address="203.0.113.7"):
    return AccessLog.objects.create(
        username=user.username, ip_address=address, user_agent="x", http_accept="", path_info="/"
    )


def one_of_each(reporter):
    """A row in every ledger; the story is secret."""
    story = actions.create(Article(section=SectionFactory(), title=SECRET), by=reporter)
    Reading.objects.create(article=story, version=1, by=reporter)
    logged(reporter, reporter, "Duy", "Dũng")
    logged(story.section, reporter, "Kinh tế", "Tài chính")
    logged(PersonFactory(full_name=SECRET), reporter, SECRET, "khác")
    sign_in(reporter)
    return story


def entries(client, **query):
    return client.get(AUDIT, query).context["entries"]


def kinds(told):
    return sorted(str(entry.kind) for entry in told)


def test_every_ledger_is_in_it(client, administrator, reporter):
    one_of_each(reporter)

    assert kinds(entries(client)) == ["account", "other", "setting", "sign_in", "story", "story", "story"]


def discarded(poll, by):
    return PollEntry.objects.create(poll=poll, act="discarded", by=by, number=37, note="Máy gửi")


def test_what_was_done_to_a_poll_is_told_to_who_may_see_it(client, administrator, reporter):
    administrator.user_permissions.add(Permission.objects.get(codename="view_poll"))
    poll = PollFactory(draft=True)
    discarded(poll, reporter)

    [entry] = entries(client, kind="poll")

    assert (entry.who, entry.did, entry.about, entry.note) == (str(reporter), "Discarded", poll.question, "Máy gửi")


def test_poll_that_readers_do_not_see_is_a_number_to_who_may_not_see_it(client, administrator, reporter):
    hidden, public = PollFactory(draft=True), PollFactory()
    discarded(hidden, reporter)
    discarded(public, reporter)

    told = entries(client, kind="poll")

    assert [(entry.about, entry.note) for entry in told] == [(public.question, ""), (f"Poll {hidden.pk}", "")]


def test_one_poll_alone_has_trail_and_log(client, administrator, reporter):
    one, other = PollFactory(), PollFactory()
    for poll in (one, other):
        discarded(poll, reporter)
        logged(poll, reporter, "a", "b")

    told = entries(client, about=f"polls.poll-{one.pk}")

    assert len(told) == 2
    assert {entry.key for entry in told} == {f"polls.poll-{one.pk}"}


def test_entry_says_who_what_before_and_after(client, administrator, reporter):
    logged(reporter, reporter, "Duy", "Dũng")

    [entry] = entries(client)

    assert (entry.who, entry.about.endswith("Duy")) == (str(reporter), True)
    assert [(change.field, change.before, change.after) for change in entry.changes] == [("Name", "Duy", "Dũng")]


def test_move_of_a_story_shows_its_states(client, administrator, reporter):
    story = actions.create(Article(section=SectionFactory(), title="x", body="<p>Chữ</p>"), by=reporter)
    actions.submit(story, by=reporter)

    entry = entries(client)[0]

    assert (entry.did, [(one.before, one.after) for one in entry.changes]) == (
        "Submitted",
        [("Draft", "Waiting for an editor")],
    )


def test_entry_from_before_values_were_kept_names_the_fields(client, administrator, reporter):
    LogEntry.objects.log_actions(reporter.pk, [reporter], CHANGE, change_message=[{"changed": {"fields": ["Groups"]}}])

    [entry] = entries(client)

    assert [change.field for change in entry.changes] == ["Groups"]


def test_entry_that_is_a_sentence_is_its_note(client, administrator, reporter):
    LogEntry.objects.log_actions(reporter.pk, [reporter], CHANGE, change_message="Đã gửi liên kết.")

    assert [(entry.note, entry.changes) for entry in entries(client)] == [("Đã gửi liên kết.", ())]


def test_address_stands_at_sign_ins_and_nowhere_else(client, administrator, reporter):
    one_of_each(reporter)

    assert [(entry.kind, entry.address) for entry in entries(client) if entry.address] == [("sign_in", "203.0.113.7")]


def test_story_saves_in_the_admins_log_are_not_told_twice(client, administrator, reporter):
    logged(ArticleFactory(), reporter)

    assert entries(client) == []


@pytest.mark.parametrize("address", ["admin:audit", "admin:audit_export"])
def test_administrator_reads_no_secret_of_stories_and_people(client, administrator, reporter, address):
    story = one_of_each(reporter)
    TrailEntry.objects.create(article=story, by=reporter, move="submit", to_status="submitted", note=SECRET)

    response = client.get(reverse(address))

    text = (b"".join(response) if response.streaming else response.content).decode()
    assert "Dũng" in text
    assert SECRET not in text


def test_whoever_may_open_the_story_as_well_reads_it_whole(client, reporter):
    both = UserFactory(roles=[roles.ADMINISTRATOR, roles.DESK_CHIEF])
    client.force_login(both)
    story = one_of_each(reporter)

    html = client.get(AUDIT).content.decode()

    assert [entry.about for entry in entries(client)].count(SECRET) == 3
    assert f"{reverse('admin:articles_article_revisions', args=[story.pk])}?from=1&amp;to=1" in html


def test_title_of_a_public_story_is_no_secret(client, administrator, reporter):
    story = ArticleFactory(live=True, title="Ai cũng đọc được")
    TrailEntry.objects.create(article=story, by=reporter, move="publish", to_status="published", note=SECRET)

    [entry] = entries(client)

    assert (entry.about, entry.note) == ("Ai cũng đọc được", "")


# -- narrowing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "count"), [("story", 3), ("account", 1), ("setting", 1), ("other", 1), ("sign_in", 1), ("x", 7), ("", 7)]
)
def test_by_kind(client, administrator, reporter, kind, count):
    one_of_each(reporter)

    assert len(entries(client, kind=kind)) == count


def test_four_eyes_and_the_checklist_are_settings(client, administrator, reporter):
    logged(Checklist.objects.create(pk=Checklist.ONLY), reporter, "Không", "Có", field="four eyes")

    [entry] = entries(client, kind="setting")

    assert [(change.before, change.after) for change in entry.changes] == [("Không", "Có")]


def test_by_person(client, administrator, reporter):
    one_of_each(reporter)
    logged(administrator, administrator)
    sign_in(administrator)

    assert len(entries(client, person=reporter.pk)) == 7
    assert kinds(entries(client, person=administrator.pk)) == ["account", "sign_in"]


def test_by_day_of_the_paper(client, administrator, reporter):
    now = timezone.localtime().replace(hour=0, minute=30)
    for days in (0, 1, 2):
        LogEntry.objects.bulk_create([LogEntry(
            user=reporter, content_type_id=_type(User), object_id=reporter.pk, action_flag=CHANGE,
            object_repr=str(days), action_time=now - timedelta(days=days), change_message="",
        )])  # fmt: skip
    day = (now - timedelta(days=1)).date().isoformat()

    assert [entry.about[-1] for entry in entries(client, since=day, until=day)] == ["1"]
    assert [entry.about[-1] for entry in entries(client, since=day)] == ["0", "1"]


def _type(model):
    return ContentType.objects.get_for_model(model).pk


def test_by_thing(client, administrator, reporter):
    story = one_of_each(reporter)
    one_of_each(UserFactory(roles=[roles.REPORTER]))

    assert kinds(entries(client, about=f"articles.article-{story.pk}")) == ["story"] * 3
    assert kinds(entries(client, about=f"desk.user-{reporter.pk}")) == ["account", "sign_in"]
    assert kinds(entries(client, about=f"articles.section-{story.section_id}")) == ["setting"]


def test_links_of_the_page_narrow_to_their_thing(client, administrator, reporter):
    one_of_each(reporter)

    for entry in entries(client):
        if entry.key:
            assert entry.about in [one.about for one in entries(client, about=entry.key)]


@pytest.mark.parametrize(
    "query",
    ["person=x", "person=99999", "since=hôm qua", "about=x", "about=khong.co-1", "about=articles.article-1", "after=x",
     "after=2026-11-23~trail~x", "after=0001-01-01T00:00:00+14:00~log~1",
     "after=2026-11-23T00:00:00Z~log~99999999999999999999",
     "until=9999-12-31", "since=0001-01-01"],
)  # fmt: skip
def test_question_that_makes_no_sense_is_no_error(client, administrator, reporter, query):
    one_of_each(reporter)

    assert client.get(f"{AUDIT}?{query}").status_code == 200


# -- pages -----------------------------------------------------------------------------------------------------------


def at_one_moment(story, reporter):
    """Three rows in every ledger, all of the same moment."""
    now, entry = timezone.now(), {"user": reporter, "content_type_id": _type(User), "action_flag": CHANGE}
    for number in (11, 12, 13):
        TrailEntry.objects.create(article=story, by=reporter, move="edited", to_status="draft", at=now)
        Revision.objects.create(article=story, number=number, by=reporter, content={}, digest="", at=now)
        Reading.objects.create(article=story, version=number, by=reporter, at=now)
        LogEntry.objects.create(**entry, object_id=number, object_repr="", change_message="", action_time=now)
        AccessLog.objects.filter(pk=sign_in(reporter).pk).update(attempt_time=now)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_pages_hold_every_row_once_in_order_also_those_of_one_moment(reporter, count):
    at_one_moment(one_of_each(reporter), reporter)
    whole, nothing = page(Question(), None, 1000)

    paged, after, more = [], None, True
    while more:
        rows, after = page(Question(), after and Cursor.read(str(after)), count)
        paged += rows
        more = after is not None

    assert nothing is None
    assert len(whole) == 22
    assert paged == whole
    assert [row.moment for row in whole] == sorted((row.moment for row in whole), reverse=True)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_a_constant_number_of_queries(client, administrator, reporter, django_assert_num_queries, count):
    for _ in range(count):
        one_of_each(reporter)

    entries(client)  # content types are remembered
    with django_assert_num_queries(12):
        assert len(entries(client)) == 7 * count


def test_every_ledger_is_read_by_an_index_on_its_time():
    with connection.cursor() as cursor:
        for source in SOURCES[:4]:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            rows = source.select(Question(), None, 50)
            assert "Index Scan" in rows.explain() and "Sort" not in rows.explain(), source.name


# -- append-only -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [TrailEntry, Revision, Reading, LogEntry])
def test_what_the_audit_reads_cannot_be_rewritten_or_deleted(reporter, model):
    one_of_each(reporter)
    table, rows = model._meta.db_table, model.objects.all()

    for statement in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):  # noqa: S608
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

    assert rows.exists()


def test_sign_ins_are_forgotten_after_the_time_that_is_stated(client, administrator, reporter):
    old = sign_in(reporter)
    AccessLog.objects.filter(pk=old.pk).update(attempt_time=timezone.now() - timedelta(days=91))

    client.post(reverse("admin:login"), {"username": reporter.username, "password": "secret"})

    assert not AccessLog.objects.filter(pk=old.pk).exists()


# -- as a file -------------------------------------------------------------------------------------------------------


def exported(client, query=""):
    response = client.get(reverse("admin:audit_export") + query)
    return b"".join(response).decode()


def test_file_has_a_line_for_each_value_and_says_its_encoding(client, administrator, reporter):
    changes._log(CHANGE, reporter, reporter, [["Tên", "Duy", "Dũng"], ["Họ", "Đào", "Lã"]])

    text = exported(client)

    assert text.startswith("\ufeff")
    lines = list(csv.reader(io.StringIO(text[1:])))
    assert [line[5:8] for line in lines[1:]] == [["Tên", "Duy", "Dũng"], ["Họ", "Đào", "Lã"]]
    assert {len(line) for line in lines} == {10}


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(client, administrator, reporter, cell):
    logged(reporter, reporter, cell, cell, field=cell)

    lines = list(csv.reader(io.StringIO(exported(client)[1:])))

    assert lines[1][5:8] == [f"'{cell}"] * 3


def test_file_is_narrowed_like_the_page(client, administrator, reporter):
    one_of_each(reporter)

    assert exported(client, "?kind=sign_in").count("\r\n") == 2


def test_file_is_sent_page_by_page(client, administrator, reporter, monkeypatch):
    asked = []
    monkeypatch.setattr(views, "STREAMED", 2)
    monkeypatch.setattr(
        views, "page", lambda question, after, count: asked.append(count) or page(question, after, count)
    )
    one_of_each(reporter)

    assert exported(client).count("\r\n") == 8
    assert asked == [2, 2, 2, 2]


def test_chief_reads_no_audit(client):
    client.force_login(UserFactory(roles=[roles.DESK_CHIEF]))

    assert client.get(AUDIT).status_code == 403


def test_navigation_leads_the_administrator_there(client, administrator):
    with translation.override("en"):
        html = client.get(reverse("admin:index")).content.decode()

    assert f'href="{AUDIT}"' in html


def test_correction_is_in_the_audit_by_its_trail(client, administrator, reporter):
    correction = CorrectionFactory()
    TrailEntry.objects.create(article=correction.article, by=reporter, move="corrected", to_status="published")

    assert [entry.did for entry in entries(client)] == ["Corrected"]
