"""Assignments: given in the own sections, accepted into a draft, done when it is handed in, and never silently."""

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from articles import actions as story_actions
from articles import signals
from articles.assignments import actions, rights
from articles.assignments.workflow import MOVES, PENDING, State
from articles.models import Article, Assignment
from articles.workflow import Status
from newsroom.desk.models import User
from tests.factories.articles import AssignmentFactory, SectionFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_assignment_changelist")
ADD = reverse("admin:articles_assignment_add")


def idea(section, **facts):
    deadline = facts.pop("deadline", timezone.now() + timedelta(days=1))
    return Assignment(idea="Bến đò mùa hội", brief="900 chữ, 3 ảnh", section=section, deadline=deadline, **facts)


@pytest.fixture
def given(section, editor, reporter):
    return actions.give(idea(section, assignee=reporter), by=editor)


def steps(assignment):
    return [(step.act, step.by, step.note) for step in assignment.trail.order_by("pk")]


# -- giving ---------------------------------------------------------------------------------------------------------


def test_editor_gives_in_the_own_sections_only(section, editor, reporter, chief):
    assert actions.give(idea(section, assignee=reporter), by=editor).state == State.OPEN
    assert actions.give(idea(SectionFactory()), by=chief).by == chief
    with pytest.raises(PermissionDenied):
        actions.give(idea(SectionFactory()), by=editor)
    with pytest.raises(PermissionDenied):
        actions.give(idea(section), by=reporter)


def test_assignment_is_not_given_into_the_past_or_to_who_does_not_write(section, editor, administrator):
    with pytest.raises(ValidationError):
        actions.give(idea(section, deadline=timezone.now() - timedelta(minutes=1)), by=editor)
    with pytest.raises(ValidationError):
        actions.give(idea(section, assignee=administrator), by=editor)
    assert not Assignment.objects.exists()


def test_declined_assignment_is_open_again_once_somebody_else_has_it(given, editor, reporter):
    actions.decline(given, by=reporter, note="Đang theo việc khác")
    other = UserFactory(roles=["reporter"])
    given.assignee = other

    changed = actions.change(given, by=editor)

    assert (changed.state, changed.assignee) == (State.OPEN, other)
    assert [act for act, _by, _note in steps(given)] == ["given", "decline", "given"]


def test_deadline_that_passed_does_not_keep_the_rest_from_being_mended(given, editor):
    Assignment.objects.update(deadline=timezone.now() - timedelta(hours=1))
    given.refresh_from_db()
    given.brief = "600 chữ là đủ"

    assert actions.change(given, by=editor).brief == "600 chữ là đủ"
    given.deadline = timezone.now() - timedelta(minutes=5)
    with pytest.raises(ValidationError):
        actions.change(given, by=editor)


def test_story_under_way_is_not_taken_from_its_writer(given, editor, reporter):
    accepted = actions.accept(given, by=reporter)
    accepted.assignee = UserFactory(roles=["reporter"])

    with pytest.raises(ValidationError):
        actions.change(accepted, by=editor)


def test_save_without_a_change_is_no_step(given, editor):
    actions.change(Assignment.objects.get(pk=given.pk), by=editor)

    assert len(steps(given)) == 1


# -- the moves ------------------------------------------------------------------------------------------------------


def test_accepting_starts_the_draft_linked_both_ways(given, reporter):
    accepted = actions.accept(given, by=reporter)

    story = accepted.story
    assert (story.title, story.section, story.genre) == (given.idea, given.section, given.genre)
    assert (story.status, story.created_by, story.assignment) == (Status.DRAFT, reporter, accepted)
    assert [entry.move for entry in story.trail.all()] == ["created"]
    assert steps(given) == [("given", given.by, ""), ("accept", reporter, "")]


def test_what_is_open_to_all_goes_to_the_first(section, chief, reporter):
    given = actions.give(idea(section), by=chief)
    other = UserFactory(roles=["reporter"])

    assert actions.accept(given, by=reporter).assignee == reporter
    with pytest.raises(PermissionDenied):
        actions.accept(given, by=other)
    assert Article.objects.count() == 1


def test_what_is_given_to_one_is_not_anothers_to_accept(given):
    for name in ("accept", "decline"):
        with pytest.raises(PermissionDenied):
            actions.move(name, given, by=UserFactory(roles=["reporter"]), note="x")


@pytest.mark.parametrize("name", ["decline", "cancel"])
def test_no_needs_a_reason(given, editor, reporter, name):
    by = reporter if name == "decline" else editor

    with pytest.raises(ValidationError):
        actions.move(name, given, by=by, note=" ")
    assert actions.move(name, given, by=by, note="Trùng bài đã đăng").state == MOVES[name].target
    assert steps(given)[-1] == (name, by, "Trùng bài đã đăng")


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", MOVES)
def test_move_from_a_state_outside_the_table_is_refused(given, reporter, editor, name, state):
    Assignment.objects.update(state=state)
    by = reporter if MOVES[name].by_writer else editor

    if state in MOVES[name].sources:
        assert actions.move(name, given, by=by, note="Vì sao").state == MOVES[name].target
        return
    with pytest.raises(ValidationError):
        actions.move(name, given, by=by, note="Vì sao")
    assert Assignment.objects.get().state == state


@pytest.mark.django_db(transaction=True)
def test_handing_in_the_draft_is_doing_the_assignment(section, editor, reporter):
    given = actions.give(idea(section, assignee=reporter), by=editor)
    story = actions.accept(given, by=reporter).story
    story.body = "<p>Bến đò đông từ bốn giờ sáng.</p>"
    story_actions.edit(story, by=reporter)

    story_actions.submit(story, by=reporter)

    assert Assignment.objects.get().state == State.DONE
    assert steps(given)[-1] == ("done", reporter, "")
    story_actions.send_back(story, by=editor, note="Thêm ảnh")
    story_actions.submit(story, by=reporter)
    assert len(steps(given)) == 3


@pytest.mark.django_db(transaction=True)
def test_two_who_accept_at_once_make_one_draft(section, chief):
    given = actions.give(idea(section), by=chief)
    outcomes = []

    def accept(user):
        try:
            outcomes.append(actions.accept(given, by=user).assignee)
        except (PermissionDenied, ValidationError) as refusal:
            outcomes.append(type(refusal))
        finally:
            connection.close()

    people = UserFactory.create_batch(2, roles=["reporter"])
    threads = [threading.Thread(target=accept, args=[user]) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Article.objects.count() == 1
    assert Article.objects.get().created_by in outcomes
    assert PermissionDenied in outcomes


def test_each_step_is_told_after_commit(django_capture_on_commit_callbacks, section, editor, reporter):
    heard = []

    def listen(sender, assignment, act, by, note, former, **kwargs):
        heard.append((act, by, note, former))

    signals.assignment_moved.connect(listen)
    other = UserFactory(roles=["reporter"])
    with django_capture_on_commit_callbacks(execute=True):
        given = actions.give(idea(section, assignee=other), by=editor)
        given.assignee = reporter
        given = actions.change(given, by=editor)
        actions.decline(given, by=reporter, note="Bận")
    signals.assignment_moved.disconnect(listen)

    assert heard == [("given", editor, "", None), ("given", editor, "", other), ("decline", reporter, "Bận", None)]


# -- questions ------------------------------------------------------------------------------------------------------


def test_rights_and_questions_agree(section, editor, reporter, chief, administrator):
    for state in State:
        AssignmentFactory(section=section, state=state)
        AssignmentFactory(state=state)
        AssignmentFactory(state=state, assignee=reporter)
        AssignmentFactory(state=state, by=editor)

    for user in User.objects.all():
        seen = [one for one in Assignment.objects.all() if rights.may_view(user, one)]
        assert list(Assignment.objects.for_desk(user)) == seen
    late = timezone.now() + timedelta(days=2)
    overdue = [one for one in Assignment.objects.all() if one.is_overdue(late)]
    assert list(Assignment.objects.overdue(late)) == overdue
    assert {one.state for one in overdue} == set(PENDING)
    assert not Assignment.objects.overdue().exists()


# -- at the desk ----------------------------------------------------------------------------------------------------


def change(assignment):
    return reverse("admin:articles_assignment_change", args=[assignment.pk])


def move(assignment):
    return reverse("admin:articles_assignment_move", args=[assignment.pk])


def form(section, **typed):
    deadline = localtime(timezone.now() + timedelta(days=1))
    return {
        "idea": "Bến đò mùa hội", "brief": "900 chữ", "section": section.pk, "genre": "tin",
        "deadline": f"{deadline:%Y-%m-%dT%H:%M}", "assignee": "", "_save": "1", **typed,
    }  # fmt: skip


def test_editor_gives_an_assignment_by_the_form(client, section, editor, reporter):
    client.force_login(editor)
    deadline = localtime(timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)

    client.post(ADD, form(section, assignee=reporter.pk, deadline=f"{deadline:%Y-%m-%dT%H:%M}"))

    given = Assignment.objects.get()
    assert (given.by, given.assignee, given.deadline) == (editor, reporter, deadline)


def test_form_offers_own_sections_and_those_who_write(client, section, editor, reporter, administrator):
    SectionFactory()
    client.force_login(editor)

    fields = client.get(ADD).context["adminform"].form.fields

    assert list(fields["section"].queryset) == [section]
    assert set(fields["assignee"].queryset) == {editor, reporter}


def test_refused_form_comes_back_with_what_was_typed(client, section, editor):
    client.force_login(editor)

    response = client.post(ADD, form(section, deadline="2020-01-01T08:00"))

    assert response.status_code == 200
    assert "deadline" in response.context["adminform"].form.errors
    assert "900 chữ" in response.content.decode()
    assert not Assignment.objects.exists()


def test_reporter_accepts_and_is_led_to_the_draft_with_the_brief_on_it(client, given, reporter):
    client.force_login(reporter)
    page = client.get(change(given))
    assert [one.name for one in page.context["moves"]] == ["accept", "decline"]

    response = client.post(move(given), {"_move": "accept"}, follow=True)

    story = Article.objects.get()
    assert response.redirect_chain[-1][0] == reverse("admin:articles_article_change", args=[story.pk])
    assert "900 chữ, 3 ảnh" in response.content.decode()
    assert reverse("admin:articles_assignment_change", args=[given.pk]) in response.content.decode()


def test_reporter_cannot_write_in_it(client, given, reporter, section):
    client.force_login(reporter)

    assert client.post(change(given), form(section, idea="Khác")).status_code == 403
    assert client.get(ADD).status_code == 403
    assert Assignment.objects.get().idea == given.idea


def test_anothers_assignment_is_403(client, given):
    client.force_login(UserFactory(roles=["reporter"]))

    assert client.get(change(given)).status_code == 403
    assert client.post(move(given), {"_move": "cancel", "move_note": "x"}).status_code == 403
    assert list(client.get(LIST).context["cl"].result_list) == []


def test_who_accepts_too_late_is_told_so(client, section, chief, reporter):
    given = actions.give(idea(section), by=chief)
    actions.accept(given, by=UserFactory(roles=["reporter"]))
    client.force_login(reporter)

    response = client.post(move(given), {"_move": "accept"}, follow=True)

    assert response.redirect_chain[-1][0] == LIST
    assert len(response.context["messages"]) == 1
    assert Article.objects.count() == 1


def test_refused_move_says_why(client, given, reporter):
    client.force_login(reporter)

    response = client.post(move(given), {"_move": "decline"}, follow=True)

    assert len(response.context["messages"]) == 1
    assert Assignment.objects.get().state == State.OPEN


def test_list_filters_by_state_and_deadline(client, chief):
    late = AssignmentFactory(deadline=timezone.now() - timedelta(hours=1))
    done = AssignmentFactory(deadline=timezone.now() - timedelta(hours=1), state=State.DONE)
    client.force_login(chief)

    assert list(client.get(f"{LIST}?state=overdue").context["cl"].result_list) == [late]
    assert list(client.get(f"{LIST}?state=done").context["cl"].result_list) == [done]
    assert client.get(LIST).content.decode().count("badge--overdue") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_a_constant_number_of_queries(client, chief, django_assert_num_queries, count):
    AssignmentFactory.create_batch(count, assignee=UserFactory())
    client.force_login(chief)
    client.get(LIST)

    with django_assert_num_queries(8):
        assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_form_asks_a_constant_number_of_queries(client, given, editor, reporter, django_assert_num_queries, count):
    for place in range(count):
        given.brief = f"Lần {place}"
        given = actions.change(given, by=editor)
    client.force_login(editor)
    client.get(change(given))

    with django_assert_num_queries(11):
        assert client.get(change(given)).status_code == 200
