"""Letters leave the house on a thread of their own: a mail server that is slow or dead costs nobody a second.

What cannot be sent is logged and not tried again; what it says stands at the desk. A process that ends sends first what
it holds.
"""

import logging
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)
_postman = ThreadPoolExecutor(max_workers=1, thread_name_prefix="post")


def send(letters):
    """Hand finished EmailMessages to the post and return at once."""
    for letter in letters:
        _postman.submit(letter.send).add_done_callback(_log_failure)


def wait():
    """Until everything handed in so far is sent or given up."""
    _postman.submit(lambda: None).result()


def _log_failure(sending):
    if failure := sending.exception():
        logger.error("A letter was not taken.", exc_info=failure)
