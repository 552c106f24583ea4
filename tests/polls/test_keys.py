from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from polls import keys
from polls.models import Key

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    keys.forget()
    yield
    keys.forget()


def _key(**age):
    return Key.objects.create(secret=b"x" * 32, made_at=timezone.now() - timedelta(**age))


def test_first_vote_makes_the_first_key():
    assert keys.current() == bytes(Key.objects.get().secret)


def test_key_serves_a_day(django_assert_num_queries):
    kept = _key(hours=23)

    call_command("rotate_poll_keys", verbosity=0)

    assert list(Key.objects.all()) == [kept]


def test_key_of_yesterday_is_followed_by_another_and_still_known():
    old = _key(hours=25)

    call_command("rotate_poll_keys", verbosity=0)

    assert Key.objects.count() == 2
    assert keys.known() == [keys.current(), bytes(old.secret)]
    assert keys.current() != bytes(old.secret)


def test_vote_changes_the_key_and_destroys_the_old_where_nobody_runs_the_command():
    """What readers are told of keys must not hang on a timer alone."""
    ancient, yesterdays = _key(hours=49), _key(hours=25)

    assert keys.current() not in (bytes(ancient.secret), bytes(yesterdays.secret))
    assert not Key.objects.filter(pk=ancient.pk).exists()
    assert keys.known() == [keys.current(), bytes(yesterdays.secret)]


def test_key_two_days_old_is_destroyed():
    old = _key(hours=49)

    call_command("rotate_poll_keys", verbosity=0)

    assert not Key.objects.filter(pk=old.pk).exists()
    assert bytes(old.secret) not in keys.known()


def test_keys_are_remembered_for_a_minute(django_assert_num_queries, monkeypatch):
    keys.current()

    with django_assert_num_queries(0):
        keys.current()
    later = keys.time.monotonic() + 61
    monkeypatch.setattr(keys.time, "monotonic", lambda: later)
    with django_assert_num_queries(1):
        keys.current()
