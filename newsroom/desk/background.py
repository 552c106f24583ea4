"""Work that an answer does not wait for: because how long it takes would tell something, or because a mail server that
is slow or dead must cost nobody a second.
"""

import logging
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

logger = logging.getLogger(__name__)

# One thread: a flood of requests becomes a queue. The interpreter waits for it at exit, so nothing queued is lost.
_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")


def run(job, *args):
    """Call `job` soon, on a database connection of its own: it sees what is committed. A failure is logged, and the
    job not tried again.
    """
    _worker.submit(_with_own_connection, job, *args).add_done_callback(_log_failure)


def _with_own_connection(job, *args):
    try:
        job(*args)
    finally:
        connection.close()


def _log_failure(done):
    if error := done.exception():
        logger.error("Work in the background failed.", exc_info=error)
