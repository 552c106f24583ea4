"""The development server's worker does what is due while it runs, outlives a fault, and is gone with the server."""

import threading
from contextlib import contextmanager

import pytest
from django.db import OperationalError

from newsroom.desk import worker


@pytest.fixture
def runs(monkeypatch):
    """What each run is to do; a run beyond the list is told by `done`."""
    done, plan = threading.Event(), []

    def run():
        if plan:
            raise plan.pop(0)
        done.set()

    monkeypatch.setattr(worker.due, "run", run)
    monkeypatch.setattr(worker.fetching, "run_due", lambda: None)
    monkeypatch.setattr(worker.keys, "rotate", lambda: None)
    monkeypatch.setitem(worker.JOBS, "send_letters", lambda: None)
    monkeypatch.setattr(worker, "PERIOD", 0.01)
    return plan, done


@contextmanager
def _watched():
    before = set(threading.enumerate())
    with worker.running():
        yield
    assert set(threading.enumerate()) == before


def test_worker_runs_at_once_and_again_and_ends_with_the_server(runs):
    _plan, done = runs

    with _watched():
        for _run in range(2):
            assert done.wait(10)
            done.clear()


def test_worker_outlives_a_database_that_went_away(runs, caplog):
    plan, done = runs
    plan.append(OperationalError("gone"))

    with _watched():
        assert done.wait(10)

    assert "trying again" in caplog.text


def test_worker_ends_though_the_server_broke_off(runs):
    with pytest.raises(KeyboardInterrupt), _watched():
        raise KeyboardInterrupt
