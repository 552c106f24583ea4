"""The times of a story: who may set them, what each refuses, what one does to another, what it leaves behind."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from articles import actions, signals, timing
from articles.models import Article
from articles.workflow import Status
from newsroom.desk import roles
from newsroom.text.vietnamese import format_zoned
from tests.factories.articles import ArticleFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def soon():
    """A full minute some hours ahead."""
    return (timezone.now() + 5 * HOUR).replace(second=0, microsecond=0)


def approved(section, **facts):
    return ArticleFactory(section=section, status=Status.APPROVED, source="TTXVN", **facts)


def scheduled(section, at, **facts):
    return ArticleFactory(section=section, live=True, published_at=at, source="TTXVN", **facts)


def stored(story):
    return Article.objects.get(pk=story.pk)


def trail(story):
    return [(entry.move, entry.note) for entry in story.trail.order_by("pk")]


# -- embargo --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [None, -HOUR])
def test_publishing_before_the_embargo_ends_is_refused_with_the_earliest_time(editor, section, soon, at):
    story = timing.set_embargo(approved(section), until=soon, by=editor)

    with pytest.raises(ValidationError, match=f"earliest time .* {re.escape(format_zoned(soon))}"):
        actions.publish(story, by=editor, at=at and soon + at)

    assert stored(story).status == Status.APPROVED


def test_publishing_at_the_end_of_the_embargo_is_possible(editor, section, soon):
    story = timing.set_embargo(approved(section), until=soon, by=editor)

    actions.publish(story, by=editor, at=soon)

    assert not Article.objects.published(soon - timedelta(microseconds=1)).exists()
    assert Article.objects.published(soon).exists()


def test_republishing_under_an_embargo_is_refused(chief, section, soon):
    story = ArticleFactory(section=section, status=Status.WITHDRAWN, source="TTXVN", embargo_until=soon)

    with pytest.raises(ValidationError, match="embargo"):
        actions.republish(story, by=chief, note="Đã xác minh")


def test_embargo_moves_a_story_that_was_scheduled_too_early(editor, section, soon):
    story = scheduled(section, soon)

    timing.set_embargo(story, until=soon + HOUR, by=editor)

    assert stored(story).published_at == soon + HOUR
    assert trail(story) == [
        ("embargo", f"— → {format_zoned(soon + HOUR)}"),
        ("rescheduled", f"{format_zoned(soon)} → {format_zoned(soon + HOUR)}"),
    ]


def test_embargo_leaves_a_story_that_is_scheduled_later_where_it_is(editor, section, soon):
    story = scheduled(section, soon + HOUR)

    timing.set_embargo(story, until=soon, by=editor)

    assert stored(story).published_at == soon + HOUR


def test_lifting_the_embargo_brings_nothing_forward(editor, section, soon):
    story = timing.set_embargo(scheduled(section, soon), until=soon + HOUR, by=editor)

    timing.set_embargo(story, until=None, by=editor)

    assert (stored(story).embargo_until, stored(story).published_at) == (None, soon + HOUR)


def test_embargo_on_what_readers_know_is_refused(editor, section, soon):
    public = scheduled(section, timezone.now() - HOUR)
    expired = scheduled(section, timezone.now() - 2 * HOUR, expires_at=timezone.now() - HOUR)

    for story in (public, expired):
        with pytest.raises(ValidationError, match="too late"):
            timing.set_embargo(story, until=soon, by=editor)


def test_embargo_can_be_set_from_the_first_draft_on(editor, section, soon):
    story = ArticleFactory(section=section)

    assert timing.set_embargo(story, until=soon, by=editor).embargo_until == soon


# -- the time of publication ----------------------------------------------------------------------------------------


def test_scheduled_story_is_moved_to_another_time(editor, section, soon):
    story = scheduled(section, soon)

    timing.reschedule(story, at=soon + HOUR, by=editor)

    assert stored(story).published_at == soon + HOUR
    assert trail(story) == [("rescheduled", f"{format_zoned(soon)} → {format_zoned(soon + HOUR)}")]


def test_scheduled_story_is_not_moved_into_the_past_or_below_its_embargo_or_nowhere(editor, section, soon):
    story = scheduled(section, soon, embargo_until=soon - HOUR)

    for at in (timezone.now() - HOUR, soon - 2 * HOUR, None):
        with pytest.raises(ValidationError):
            timing.reschedule(story, at=at, by=editor)

    assert stored(story).published_at == soon


def test_only_a_scheduled_story_is_moved(editor, section, soon):
    for story in (approved(section), scheduled(section, timezone.now() - HOUR)):
        with pytest.raises(ValidationError, match="Only a scheduled story"):
            timing.reschedule(story, at=soon, by=editor)


# -- expiry ---------------------------------------------------------------------------------------------------------


def test_story_goes_at_its_expiry_and_comes_back_when_it_is_prolonged(editor, section, soon):
    story = timing.set_expiry(scheduled(section, timezone.now() - HOUR), at=soon, by=editor)
    assert not Article.objects.published(soon).exists()
    Article.objects.filter(pk=story.pk).update(expires_at=timezone.now() - HOUR / 2)
    assert Article.objects.expired().exists()

    timing.set_expiry(story, at=None, by=editor)

    assert Article.objects.published().get() == story


def test_expiry_that_is_past_or_before_the_story_appears_is_refused(editor, section, soon):
    cases = [
        (scheduled(section, timezone.now() - HOUR), timezone.now() - HOUR / 2),
        (scheduled(section, soon), soon),
        (approved(section, embargo_until=soon), soon),
    ]

    for story, at in cases:
        with pytest.raises(ValidationError):
            timing.set_expiry(story, at=at, by=editor)


def test_publishing_beyond_the_expiry_is_refused(editor, section, soon):
    story = timing.set_expiry(approved(section), at=soon, by=editor)

    with pytest.raises(ValidationError, match="expires at"):
        actions.publish(story, by=editor, at=soon)


def test_setting_times_tells_readers_of_no_change(editor, section, soon):
    story = scheduled(section, timezone.now() - HOUR)
    before = stored(story).changed_at

    timing.set_expiry(story, at=soon, by=editor)

    assert stored(story).changed_at == before


# -- several at once, and the choke point ---------------------------------------------------------------------------


def test_times_that_fit_together_are_set_in_one_go_whatever_stood_before(editor, section, soon):
    story = scheduled(section, soon, embargo_until=soon, expires_at=soon + HOUR)

    timing.set_times(story, by=editor, published_at=soon + 9 * HOUR, embargo_until=soon + 8 * HOUR,
                     expires_at=soon + 10 * HOUR)  # fmt: skip
    timing.set_times(story, by=editor, expires_at=soon + 2 * HOUR, published_at=soon + HOUR, embargo_until=soon)

    assert (stored(story).embargo_until, stored(story).published_at, stored(story).expires_at) == (
        soon, soon + HOUR, soon + 2 * HOUR,
    )  # fmt: skip


def test_time_chosen_along_with_a_later_embargo_is_refused(editor, section, soon):
    story = scheduled(section, soon)

    with pytest.raises(ValidationError, match="embargo"):
        timing.set_times(story, by=editor, embargo_until=soon + 2 * HOUR, published_at=soon + HOUR)

    assert (stored(story).embargo_until, stored(story).published_at) == (None, soon)


def test_times_that_stand_already_leave_no_trace(editor, section, soon):
    story = scheduled(section, soon)

    timing.set_times(story, by=editor, embargo_until=None, published_at=soon, expires_at=None)

    assert trail(story) == []


@pytest.mark.parametrize("name", timing.TIMES)
def test_who_may_not_publish_may_set_no_time(reporter, administrator, section, soon, name):
    other = UserFactory(roles=[roles.EDITOR])
    story = scheduled(section, soon, created_by=reporter)

    for user in (reporter, administrator, other):
        with pytest.raises(PermissionDenied):
            timing.set_times(story, by=user, **{name: soon + HOUR})

    assert (stored(story).published_at, trail(story)) == (soon, [])


def test_story_in_the_bin_keeps_its_times(editor, section, soon):
    with pytest.raises(ValidationError, match="bin"):
        timing.set_embargo(ArticleFactory(section=section, status=Status.BINNED), until=soon, by=editor)


def test_times_are_told_after_commit_and_not_when_rolled_back(
    django_capture_on_commit_callbacks, editor, section, soon
):
    heard = []

    def listen(sender, article, before, by, **kwargs):
        heard.append((article.expires_at, before, by))

    signals.article_timed.connect(listen)
    story = approved(section)

    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(RuntimeError), transaction.atomic():
            timing.set_expiry(story, at=soon, by=editor)
            raise RuntimeError
        timing.set_expiry(story, at=soon, by=editor)
        assert heard == []
    signals.article_timed.disconnect(listen)

    assert heard == [(soon, {"expires_at": None}, editor)]
