"""New code comes in by a restart, while the socket stays open as deploy/systemd/newsroom-web.socket keeps it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing

import pytest
from django.db import connection

from tests.deploy.house import PATIENCE, ROOT

pytestmark = pytest.mark.django_db(transaction=True)

_AS_SYSTEMD = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *sys.argv[2:]])
"""
"""How sockets are handed over: sd_listen_fds(3)."""


class Asking(threading.Thread):
    """Asks one question after another until told to stop; `answers` are their states, or what went wrong."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.answers, self.stopped = port, [], threading.Event()

    def run(self):
        while not self.stopped.is_set():
            try:
                self.answers.append(ask(self.port))
            except OSError as error:
                self.answers.append(error)


def ask(port):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request("GET", "/healthz")
        return line.getresponse().status


def start(listening, log):
    environment = os.environ | {"STORE_DB": connection.settings_dict["NAME"], "PYTHONPATH": str(ROOT)}
    config = ROOT / "deploy" / "gunicorn.conf.py"
    return subprocess.Popen(
        [sys.executable, "-c", _AS_SYSTEMD, str(listening.fileno()), "--config", config, "tests.deploy.wsgi"],
        cwd=ROOT, env=environment, stdout=log, stderr=log, pass_fds=[listening.fileno()],
    )  # fmt: skip


def test_nobody_is_turned_away_by_a_restart(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as listening, (tmp_path / "log").open("w") as log:
        asking = Asking(listening.getsockname()[1])
        server = start(listening, log)
        try:
            assert ask(asking.port) == 200
            asking.start()
            server.send_signal(signal.SIGTERM)
            assert server.wait(PATIENCE) == 0
            so_far = len(asking.answers)
            server = start(listening, log)
            assert ask(asking.port) == 200
            asking.stopped.set()
            asking.join(PATIENCE)
        finally:
            server.kill()
            server.wait()

    assert set(asking.answers) == {200}
    assert len(asking.answers) > so_far
