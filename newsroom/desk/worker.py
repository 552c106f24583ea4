"""The built-in worker of the development server: a thread that does what production's timer does with `publish_due`."""

import logging
from contextlib import contextmanager
from threading import Event, Thread

from django.db import Error, connection

from articles import due

PERIOD = 30  # seconds

logger = logging.getLogger(__name__)


@contextmanager
def running():
    """Inside this block what is due is done every PERIOD seconds; leaving it waits for a run that has begun."""
    over = Event()
    thread = Thread(target=_work, args=[over], name="publish_due", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _work(over):
    while not over.is_set():
        try:
            due.run()
        except Error:
            logger.exception("The database is away; trying again in %s seconds", PERIOD)
        finally:
            connection.close()
        over.wait(PERIOD)
