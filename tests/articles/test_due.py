"""What follows when a story's time has come or is over: once, and each story by itself."""

import io
import threading
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from articles import actions, due, signals, timing, working_copies
from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.pages.clock import database_now
from tests.factories.articles import ArticleFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def heard():
    """What listeners were told, in order: (signal, story)."""
    told = []

    def appeared(sender, article, **kwargs):
        told.append(("appeared", article))

    def expired(sender, article, **kwargs):
        told.append(("expired", article))

    signals.article_appeared.connect(appeared)
    signals.article_expired.connect(expired)
    yield told
    signals.article_appeared.disconnect(appeared)
    signals.article_expired.disconnect(expired)


def unheard(**facts):
    """A public story of which nobody was told yet."""
    return ArticleFactory(live=True, **{"is_announced": False, **facts})


def over(**facts):
    """A story that has expired, of which nobody was told yet."""
    return ArticleFactory(live=True, **{"is_announced": True, "expires_at": timezone.now() - HOUR / 2, **facts})


def test_story_whose_time_has_come_or_is_over_is_told_once(heard):
    came, went = unheard(), over()

    for _run in range(2):
        due.run()

    assert heard == [("appeared", came), ("expired", went)]


def test_what_is_not_due_is_not_told(heard):
    now = timezone.now()
    ArticleFactory(live=True)
    unheard(published_at=now + HOUR)
    unheard(embargo_until=now + HOUR)
    unheard(expires_at=now - HOUR / 2)  # came and went unseen
    ArticleFactory(live=True, expires_at=now + HOUR)
    for status in set(Status) - {Status.PUBLISHED}:
        ArticleFactory(status=status)

    due.run()

    assert heard == []


def test_story_that_comes_back_is_told_again(heard, chief):
    story = actions.publish(ArticleFactory(status=Status.APPROVED, source="TTXVN"), by=chief)
    due.run()
    actions.withdraw(story, by=chief, note="Sai tên")
    due.run()
    actions.republish(story, by=chief, note="Đã sửa")
    due.run()
    Article.objects.update(expires_at=timezone.now(), published_at=timezone.now() - HOUR)
    due.run()
    timing.set_expiry(story, at=None, by=chief)
    due.run()

    assert [kind for kind, _story in heard] == ["appeared", "appeared", "expired", "appeared"]


def test_one_that_fails_is_remembered_and_does_not_stop_the_rest(heard, caplog):
    first, second, third = (unheard() for _ in range(3))

    def break_second(sender, article, **kwargs):
        if article == second:
            raise TimeoutError("máy chủ thư")

    signals.article_appeared.connect(break_second)
    report = due.run()
    signals.article_appeared.disconnect(break_second)

    second.refresh_from_db()
    assert [story for _kind, story in heard] == [first, second, third]
    assert (report.done, report.failed) == (2, 1)
    assert (second.is_announced, second.late_because) == (False, "TimeoutError: máy chủ thư")
    assert f"story {second.pk}" in caplog.text

    due.run()

    second.refresh_from_db()
    assert (second.is_announced, second.late_because) == (True, "")


def test_listener_that_breaks_the_transaction_takes_its_own_work_along_and_no_other(heard):
    first, second = unheard(), unheard()

    def write_and_break(sender, article, **kwargs):
        Article.objects.filter(pk=article.pk).update(kicker="dở dang")
        if article == first:
            Article.objects.filter(pk=article.pk).update(expires_at=article.published_at)  # the database refuses

    signals.article_appeared.connect(write_and_break)
    due.run()
    signals.article_appeared.disconnect(write_and_break)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.kicker, second.kicker) == ("", "dở dang")
    assert first.late_because.startswith("IntegrityError")


def test_command_says_by_its_exit_whether_all_went_well(heard, caplog):
    unheard()
    out = io.StringIO()
    call_command("publish_due", stdout=out)
    assert out.getvalue() == "Stories done: 1\n"

    def refuse(sender, **kwargs):
        raise ValueError

    over()
    signals.article_expired.connect(refuse)
    with pytest.raises(CommandError) as failure:
        call_command("publish_due", stdout=out)
    signals.article_expired.disconnect(refuse)
    assert failure.value.returncode == 1


def test_run_with_nothing_to_do_asks_three_queries(django_assert_num_queries):
    for _ in range(3):
        ArticleFactory(live=True)

    with django_assert_num_queries(3):
        due.run()


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_tell_each_story_once(heard):
    stories = [unheard() for _ in range(6)]
    ready = threading.Barrier(2)

    def run():
        ready.wait()
        try:
            due.run()
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(story.pk for _kind, story in heard) == [story.pk for story in stories]


@pytest.mark.django_db(transaction=True)
def test_story_that_another_run_has_in_hand_is_skipped_not_waited_for(heard):
    story, holding, let_go = unheard(), threading.Event(), threading.Event()

    def hold(sender, **kwargs):
        holding.set()
        let_go.wait(10)

    def run():
        try:
            due.run()
        finally:
            connection.close()

    signals.article_appeared.connect(hold)
    other = threading.Thread(target=run)
    other.start()
    holding.wait(10)
    report, waited = due.run(), not other.is_alive()
    let_go.set()
    other.join()
    signals.article_appeared.disconnect(hold)

    assert (report.done, report.failed, waited) == (0, 0, False)
    assert [heard_of for _kind, heard_of in heard] == [story]


# -- the change of a published story ---------------------------------------------------------------------------------


@pytest.fixture
def scheduled_change():
    """Makes a published story, with a change of it that waits for its time."""
    chief = UserFactory(roles=[roles.DESK_CHIEF])

    def make():
        live = ArticleFactory(live=True, published_at=database_now() - HOUR, source="TTXVN", is_announced=True)
        copy = working_copies.start(live, by=chief)
        copy.title = "Tít sau khi sửa"
        actions.edit(copy, by=chief)
        actions.submit(copy, by=chief)
        actions.approve(copy, by=chief)
        return actions.publish(copy, by=chief, at=database_now() + HOUR)

    return make


def make_due(*copies):
    past = database_now() - timedelta(seconds=1)
    Article.objects.filter(pk__in=[copy.pk for copy in copies]).update(published_at=past)


def test_change_of_a_published_story_is_made_at_its_time(scheduled_change):
    copy = scheduled_change()
    assert due.run() == due.Report(done=0, failed=0)
    make_due(copy)

    assert due.run() == due.Report(done=1, failed=0)

    live = Article.objects.get(pk=copy.working_copy_of_id)
    assert (live.title, live.edited_by) == ("Tít sau khi sửa", copy.created_by)
    assert due.run() == due.Report(done=0, failed=0)


def test_change_that_cannot_be_made_is_told_and_stops_nothing(scheduled_change):
    first, second = scheduled_change(), scheduled_change()
    actions.withdraw(first.working_copy_of, by=first.created_by, note="Sai")
    make_due(first, second)

    assert due.run() == due.Report(done=1, failed=1)

    assert "ValidationError" in Article.objects.get(pk=first.pk).late_because
    assert Article.objects.get(pk=second.pk).applied_at
