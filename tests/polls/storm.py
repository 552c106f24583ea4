"""A storm of votes on real server processes, some of which are killed in the middle of it.

Every vote has a name of its own (`key`, as the page's script has it) and is sent until it is answered, as a browser on
a bad line would; at the end what was answered, the ballots, and the tally must agree to the vote.
"""

import http.client
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
LOST = (ConnectionError, http.client.HTTPException, TimeoutError)
PATIENCE = 60  # seconds


class Server:
    """One gunicorn on a free port of 127.0.0.1, with a database of this name."""

    def __init__(self, database, log, workers=1, threads=4):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._log = log
        self._environment = os.environ | {"STORM_DB": database, "TRUSTED_PROXIES": "1", "PYTHONPATH": str(ROOT)}
        self._command = [
            sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.conf.py"), "--workers",
            str(workers), "--threads", str(threads), "--bind", f"127.0.0.1:{self.port}", "tests.polls.storm_wsgi",
        ]  # fmt: skip

    def start(self):
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, env=self._environment, stdout=self._log, stderr=self._log, start_new_session=True
        )

    def kill(self):
        """At once and with all its workers, in the middle of whatever they do."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def await_answer(self):
        """Return once it answers."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                return self.post("/nothing/", "")
            except LOST:
                time.sleep(0.05)
        raise TimeoutError(f"No server on port {self.port}")

    def post(self, path, body, **headers):
        """The status of the answer; raises one of LOST when there is none."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            line.request("POST", path, body, FORM | headers)
            return line.getresponse().status
        finally:
            line.close()


@contextmanager
def servers(number, database, log, **options):
    """That many servers, answering inside this block and gone after it."""
    with ExitStack() as stack:
        running = [Server(database, log, **options) for _ in range(number)]
        for server in running:
            server.start()
            stack.callback(server.kill)
        for server in running:
            server.await_answer()
        yield running


def throw(poll, votes, running, *, kills, threads=8):
    """Cast `votes` votes while `kills` servers are killed and started again. Returns the statuses, counted."""
    choices, path = list(poll.choices.values_list("pk", flat=True)), poll.get_vote_url()
    over = Event()
    killer = Thread(target=_kill, args=[running, kills, over])
    killer.start()
    try:
        with ThreadPoolExecutor(threads) as pool:
            return Counter(pool.map(lambda _: _cast(path, random.choice(choices), running), range(votes)))
    finally:
        over.set()
        killer.join()


def _cast(path, choice, running):
    body = f"choice={choice}&key={secrets.token_hex(16)}"
    address = ".".join(str(random.randrange(1, 255)) for _ in range(4))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            return random.choice(running).post(path, body, **{"X-Forwarded-For": address})
        except LOST:
            time.sleep(0.02)
    raise TimeoutError("A vote found no server.")


def _kill(running, kills, over):
    for _ in range(kills):
        over.wait(random.uniform(0.2, 0.8))
        victim = random.choice(running)
        victim.kill()
        victim.start()
        victim.await_answer()


@contextmanager
def watched(poll, seen):
    """Inside this block a reader looks at ballots and tally, in one instant each time; `seen` collects the pairs."""
    over = Event()
    watcher = Thread(target=_watch, args=[poll, seen, over])
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _watch(poll, seen, over):
    try:
        while not over.is_set():
            seen.append(counts(poll))
            over.wait(0.01)
    finally:
        connection.close()


def counts(poll):
    """How many ballots are counted, and what the tally says, at one instant."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM polls_ballot WHERE poll_id = %s AND standing = 'counted'), "
            "(SELECT coalesce(sum(ballots), 0) FROM polls_tally WHERE poll_id = %s)",
            [poll.pk, poll.pk],
        )
        return tuple(map(int, cursor.fetchone()))
