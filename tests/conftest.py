"""What every test stands on: a running database, files in a scratch folder, quick passwords."""

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

from newsroom import database
from newsroom.desk import background
from newsroom.ledger import MAY_BE_EMPTIED
from newsroom.pages import drawing
from polls import keys

_server = database.running()


def pytest_configure(config):
    _server.__enter__()
    _let_tests_empty_tables()


def _let_tests_empty_tables():
    """Tests with transactions of their own are followed by a TRUNCATE of everything, and that alone is allowed to."""
    plain = DatabaseOperations.sql_flush
    DatabaseOperations.sql_flush = lambda *args, **kwargs: [f"SET LOCAL {MAY_BE_EMPTIED} = on", *plain(*args, **kwargs)]


def pytest_unconfigure(config):
    _server.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def _scratch_settings(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    # argon2 is slow on purpose; tests sign in hundreds of times.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _nothing_in_the_background(monkeypatch):
    """What an answer would leave behind to be done is done before it: tests see it, in their own transaction."""
    monkeypatch.setattr(background, "run", lambda job, *args: job(*args))


@pytest.fixture(autouse=True)
def _fresh_keys():
    """No key of an earlier test, gone from the database, stays in memory and runs out in the middle of this one."""
    keys.forget()


@pytest.fixture(autouse=True)
def _nothing_drawn():
    """Other settings, which only tests have in one process, draw other pages."""
    drawing.forget()
