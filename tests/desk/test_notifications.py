"""Who is told of what: at the desk and by e-mail, as each account wants it, and never at anybody's cost."""

import threading
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from articles import actions, notes
from articles.assignments import actions as assignments
from articles.models import Article, Assignment
from articles.workflow import TRANSITIONS, Status
from newsroom.desk import background, roles
from newsroom.desk.background import run as run_beside
from newsroom.desk.models import Notification, User
from newsroom.desk.notifications.models import EVENTS, Kind
from newsroom.desk.notifications.receivers import KEPT
from newsroom.desk.notifications.views import SHOWN
from tests.factories.articles import ArticleFactory, AssignmentFactory, PenNameFactory, PersonFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db
PAGE, READ = reverse("admin:notifications"), reverse("admin:notifications_read")
MUTES = reverse("admin:notification_mutes")


@pytest.fixture
def section():
    return SectionFactory()


@pytest.fixture
def reporter():
    return UserFactory(username="reporter", roles=[roles.REPORTER], email="reporter@bao.example")


@pytest.fixture
def editor(section):
    user = UserFactory(username="editor", roles=[roles.EDITOR], email="editor@bao.example")
    user.sections_edited.add(section)
    return user


@pytest.fixture
def chief():
    return UserFactory(username="chief", roles=[roles.DESK_CHIEF], email="chief@bao.example")


@pytest.fixture
def story(section, reporter):
    return ArticleFactory(section=section, created_by=reporter, source="TTXVN", title="Đường đê sụt lún")


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """Does something as the desk does it, and returns who was told what by it: at the desk, as {(account, event)}."""

    def do(verb, *arguments, **facts):
        before = set(Notification.objects.values_list("pk", flat=True))
        with django_capture_on_commit_callbacks(execute=True):
            verb(*arguments, **facts)
        new = Notification.objects.exclude(pk__in=before)
        return {(one.account.username, one.event) for one in new.select_related("account")}

    return do


@pytest.fixture
def wait_for_letters(monkeypatch):
    """Letters leave as they do in the house, beside the answer. Call this until they are gone."""
    monkeypatch.setattr(background, "run", run_beside)

    def wait():
        done = threading.Event()
        run_beside(done.set)
        assert done.wait(10)

    return wait


# -- stories --------------------------------------------------------------------------------------------------------


def test_story_handed_in_is_told_to_the_editors_of_its_section(told, story, reporter, editor, chief):
    assert told(actions.submit, story, by=reporter, note="Xin duyệt sớm") == {("editor", "story.submit")}
    assert (Notification.objects.get().note, Notification.objects.get().kind) == ("Xin duyệt sớm", Kind.HANDED_IN)


def test_story_of_a_section_without_an_editor_is_told_to_the_chiefs(told, reporter, editor, chief):
    story = ArticleFactory(created_by=reporter)

    assert told(actions.submit, story, by=reporter) == {("chief", "story.submit")}


def test_every_other_move_is_told_to_the_reporters(told, story, reporter, editor, chief):
    actions.submit(story, by=reporter)
    walk = [
        ("send_back", editor), ("bin", editor), ("restore", editor), ("submit", editor), ("approve", editor),
        ("publish", editor), ("unschedule", chief), ("publish", editor), ("withdraw", chief), ("republish", chief),
    ]  # fmt: skip
    later = [timezone.now() + timedelta(days=1), None]

    for name, by in walk:
        at = later.pop(0) if name == "publish" else None
        expected = set() if name == "submit" else {("reporter", f"story.{name}")}
        assert told(actions.move, name, story, by=by, note="Vì sao", at=at) == expected, name


def test_who_stands_in_the_byline_is_a_reporter_of_the_story_too(told, section, reporter, editor):
    signer = UserFactory(username="signer", roles=[roles.REPORTER])
    name = PenNameFactory(person=PersonFactory(account=signer))
    story = ArticleFactory(section=section, created_by=reporter, status=Status.SUBMITTED, signed=[name])

    assert told(actions.approve, story, by=editor) == {("reporter", "story.approve"), ("signer", "story.approve")}


def test_nobody_is_told_of_the_own_doing(told, section, chief):
    story = ArticleFactory(section=section, created_by=chief, status=Status.SUBMITTED, source="TTXVN")

    assert told(actions.approve, story, by=chief) == set()
    assert mail.outbox == []


def test_who_may_no_longer_open_the_story_is_not_told(told, story, reporter, editor):
    actions.submit(story, by=reporter)
    reporter.groups.clear()

    assert told(actions.approve, story, by=editor) == set()


def test_what_was_rolled_back_is_not_told(story, reporter, editor):
    with pytest.raises(RuntimeError):
        _submit_and_fail(story, reporter)

    assert not Notification.objects.exists()


def _submit_and_fail(story, reporter):
    with transaction.atomic():
        actions.submit(story, by=reporter)
        raise RuntimeError


# -- notes and assignments ------------------------------------------------------------------------------------------


def test_note_is_told_to_the_reporters_and_to_whom_it_names(told, story, editor, reporter, chief):
    assert told(notes.write, story, by=editor, text="@chief xem") == {
        ("reporter", "note.written"), ("chief", "note.mentioned"),
    }  # fmt: skip


def test_who_is_named_is_told_once(told, story, editor, reporter):
    assert told(notes.write, story, by=editor, text="@reporter ai đo?") == {("reporter", "note.mentioned")}


def test_answer_is_told_to_who_wrote_in_the_thread(told, story, editor, reporter, chief):
    thread = notes.write(story, by=editor, text="Ai đo?")
    notes.write(story, by=chief, text="Tôi cũng muốn biết", answers=thread)

    assert told(notes.write, story, by=reporter, text="Tôi", answers=thread) == {
        ("editor", "note.answered"), ("chief", "note.answered"),
    }  # fmt: skip
    assert told(notes.resolve, thread, by=chief) == {("editor", "note.resolved"), ("reporter", "note.resolved")}


def test_edit_is_told_to_the_newly_named_and_deletion_to_nobody(told, story, editor, reporter, chief):
    note = notes.write(story, by=editor, text="Ai đo?")

    assert told(notes.edit, note, by=editor, text="Ai đo? @chief") == {("chief", "note.mentioned")}
    assert told(notes.delete, note, by=editor) == set()


def test_steps_of_an_assignment_are_told_to_the_other_side(told, section, editor, reporter):
    other = UserFactory(username="other", roles=[roles.REPORTER])
    given = Assignment(idea="Bến đò", section=section, deadline=timezone.now() + timedelta(days=1), assignee=other)

    assert told(assignments.give, given, by=editor) == {("other", "assignment.given")}
    given.assignee = reporter
    assert told(assignments.change, given, by=editor) == {
        ("reporter", "assignment.given"), ("other", "assignment.taken"),
    }  # fmt: skip
    given.brief = "900 chữ"
    assert told(assignments.change, given, by=editor) == {("reporter", "assignment.changed")}
    assert told(assignments.accept, given, by=reporter) == {("editor", "assignment.accept")}
    assert told(assignments.cancel, given, by=editor, note="Trùng") == {("reporter", "assignment.cancel")}


def test_done_is_told_to_who_gave_it(told, section, editor, reporter):
    given = AssignmentFactory(section=section, by=editor, assignee=reporter)
    story = assignments.accept(given, by=reporter).story
    Article.objects.filter(pk=story.pk).update(body="<p>Xong.</p>")

    assert told(actions.submit, story, by=reporter) == {("editor", "assignment.done"), ("editor", "story.submit")}


@pytest.mark.parametrize("lost", ["account", "role"])
def test_who_left_is_told_nothing_more_of_assignments(told, section, editor, reporter, lost):
    given = AssignmentFactory(section=section, by=editor, assignee=reporter)
    if lost == "account":
        type(editor).objects.filter(pk=editor.pk).update(is_active=False)
    else:
        editor.groups.clear()

    assert told(assignments.accept, given, by=reporter) == set()
    assert mail.outbox == []


def test_every_move_has_its_words():
    assert {f"story.{name}" for name in TRANSITIONS} <= set(EVENTS)
    longest = Notification._meta.get_field("event").max_length
    assert max(map(len, EVENTS)) <= longest


# -- letters --------------------------------------------------------------------------------------------------------


@override_settings(SITE_URL="https://bao.example")
def test_letter_says_what_who_and_where_and_nothing_of_the_story(told, story, editor, reporter):
    User.objects.filter(pk=reporter.pk).update(language="en")
    story.body = "<p>Chuyện còn kín</p>"
    story.save()
    actions.submit(story, by=reporter)
    told(actions.send_back, story, by=editor, note="Thiếu số liệu")
    told(notes.write, story, by=editor, text="Ai đo?", quote="Chuyện còn kín")

    sent = {letter.subject: letter for letter in mail.outbox if letter.to == ["reporter@bao.example"]}
    assert list(sent) == ["Sent back: Đường đê sụt lún", "Left a note: Đường đê sụt lún"]
    for letter, note in zip(sent.values(), ["Thiếu số liệu", "Ai đo?"], strict=True):
        for words in ("editor", note, f"https://bao.example/admin/articles/article/{story.pk}/change/", MUTES):
            assert words in letter.body
        assert "còn kín" not in letter.body


def test_letter_speaks_the_language_of_who_gets_it(told, story, editor, reporter):
    actions.submit(story, by=reporter)
    told(actions.approve, story, by=editor)

    assert mail.outbox[-1].subject == "Đã duyệt: Đường đê sụt lún"


@pytest.mark.parametrize("failure", [ConnectionRefusedError, ValueError])
def test_dead_mail_server_costs_nobody_anything(
    told, story, editor, reporter, monkeypatch, wait_for_letters, caplog, failure
):
    def refuse(self, **options):
        raise failure("no mail today")

    monkeypatch.setattr(mail.EmailMessage, "send", refuse)

    assert told(actions.submit, story, by=reporter) == {("editor", "story.submit")}
    wait_for_letters()
    assert Article.objects.get(pk=story.pk).status == Status.SUBMITTED
    assert "no mail today" in caplog.text


def test_letter_that_takes_its_time_is_not_waited_for(
    story, editor, reporter, monkeypatch, wait_for_letters, django_capture_on_commit_callbacks
):
    gate, sent = threading.Event(), []
    monkeypatch.setattr(mail.EmailMessage, "send", lambda self: (gate.wait(10), sent.append(self)))

    with django_capture_on_commit_callbacks(execute=True):
        actions.submit(story, by=reporter)

    assert sent == []  # and yet we are here
    gate.set()
    wait_for_letters()
    assert len(sent) == 1


def test_account_without_an_address_is_told_at_the_desk_only(told, story, editor, reporter):
    User.objects.filter(pk=editor.pk).update(email="")

    assert told(actions.submit, story, by=reporter) == {("editor", "story.submit")}
    assert mail.outbox == []


# -- what is muted --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("way", "at_desk", "by_mail"), [("muted_at_desk", 0, 1), ("muted_by_mail", 1, 0)])
def test_kind_is_muted_one_way_at_a_time(told, story, editor, reporter, way, at_desk, by_mail):
    User.objects.filter(pk=editor.pk).update(**{way: [Kind.HANDED_IN]})

    told(actions.submit, story, by=reporter)
    told(notes.write, story, by=reporter, text="@editor")

    kinds = list(Notification.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == [Kind.HANDED_IN] * at_desk + [Kind.MENTION]
    assert len(mail.outbox) == by_mail + 1


def test_boxes_left_empty_are_muted(client, editor):
    client.force_login(editor)
    wanted = {f"{way}-{kind.value}": "on" for way in ("muted_at_desk", "muted_by_mail") for kind in Kind}
    wanted.pop("muted_by_mail-note")

    client.post(MUTES, wanted)

    editor.refresh_from_db()
    assert (editor.muted_at_desk, editor.muted_by_mail) == ([], ["note"])
    boxes = {box.html_name: box.value() for _words, row in client.get(MUTES).context["form"].rows for box in row}
    assert [name for name, ticked in boxes.items() if not ticked] == ["muted_by_mail-note"]
    assert [entry.user for entry in LogEntry.objects.filter(object_id=editor.pk)] == [editor]


# -- the page -------------------------------------------------------------------------------------------------------


def notify(account, by, **facts):
    facts = {"kind": Kind.MY_STORY, "event": "story.approve", "subject": "Tin", "story": ArticleFactory(), **facts}
    return Notification.objects.create(account=account, by=by, **facts)


def test_page_shows_the_own_unread_first(client, reporter, editor):
    read = notify(reporter, editor, read_at=timezone.now())
    first, second = notify(reporter, editor), notify(reporter, editor)
    notify(editor, reporter)
    client.force_login(reporter)

    context = client.get(PAGE).context

    assert (list(context["new"]), list(context["earlier"])) == ([second, first], [read])
    assert context["unread_notifications"] == 2


def test_following_one_marks_it_read_and_leads_to_the_thing(client, reporter, editor, story):
    note = notes.write(story, by=editor, text="Ai đo?")
    one = notify(reporter, editor, story=story, about_note=note)
    client.force_login(reporter)

    response = client.get(reverse("admin:notification", args=[one.pk]))

    change = reverse("admin:articles_article_change", args=[story.pk])
    assert response.headers["Location"] == f"{change}#note-{note.pk}"
    assert not Notification.objects.unread().exists()


def test_nobody_reaches_what_was_told_to_somebody_else(client, reporter, editor):
    one = notify(editor, reporter)
    client.force_login(reporter)

    assert client.get(reverse("admin:notification", args=[one.pk])).status_code == 404
    client.post(READ, {"one": one.pk})
    client.post(READ)
    assert Notification.objects.unread().get() == one


def test_one_is_marked_read_or_all(client, reporter, editor):
    first, _second = notify(reporter, editor), notify(reporter, editor)
    client.force_login(reporter)

    client.post(READ, {"one": first.pk})
    assert Notification.objects.unread().count() == 1
    client.post(READ)
    assert Notification.objects.unread().count() == 0


def test_bell_is_on_every_page_and_counts(client, reporter, editor):
    client.force_login(reporter)
    assert 'class="bell"' in client.get(reverse("admin:index")).content.decode()

    notify(reporter, editor)
    html = client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert 'class="bell bell--new"' in html


def test_what_was_read_goes_after_ninety_days_at_the_next_sign_in(client, reporter, editor):
    long_ago = timezone.now() - KEPT - timedelta(days=1)
    gone, unread, recent = notify(reporter, editor), notify(reporter, editor), notify(reporter, editor)
    Notification.objects.filter(pk__in=[gone.pk, unread.pk]).update(at=long_ago)
    Notification.objects.filter(pk__in=[gone.pk, recent.pk]).mark_read()

    client.post(reverse("admin:login"), {"username": "editor", "password": "secret"})

    assert set(Notification.objects.all()) == {unread, recent}


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_a_constant_number_of_queries(client, reporter, editor, django_assert_num_queries, count):
    for _ in range(count):
        notify(reporter, UserFactory())
        notify(reporter, UserFactory(), read_at=timezone.now())
    client.force_login(reporter)

    with django_assert_num_queries(7):
        assert client.get(PAGE).status_code == 200
    assert count < SHOWN
