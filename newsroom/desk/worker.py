"""The built-in worker of the development server: threads that do what production's timers do with `publish_due`,
`fetch_prices` and `rotate_poll_keys`. Each job has its own, so that a source of prices which takes its time keeps no
story waiting.
"""

import logging
from contextlib import contextmanager
from threading import Event, Thread

from django.db import Error, connection

from articles import due
from markets import fetching
from polls import keys

PERIOD = 30  # seconds

logger = logging.getLogger(__name__)

# By name; a room above the desk adds its own.
JOBS = {
    "publish_due": lambda: due.run(),
    "fetch_prices": lambda: fetching.run_due(),
    "rotate_poll_keys": lambda: keys.rotate(),
}


@contextmanager
def running():
    """Inside this block what is due is done every PERIOD seconds; leaving it waits for runs that have begun."""
    over = Event()
    threads = [Thread(target=_work, args=[over, job], name=name, daemon=True) for name, job in JOBS.items()]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _work(over, job):
    while not over.is_set():
        try:
            job()
        except Error:
            logger.exception("The database is away; trying again in %s seconds", PERIOD)
        finally:
            connection.close()
        over.wait(PERIOD)
