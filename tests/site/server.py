"""The demonstration on a free port, with data of its own that go with it; or a paper that runs already."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.bootstrap import Stop, say
from newsroom.embedded import DatabaseUnavailableError, EmbeddedServer
from tests.site.workshop import ROOT, VAR

PATIENCE = 300  # seconds, for the demonstration to be drawn and loaded
POLITE = 30  # seconds to stop in


@dataclass(frozen=True)
class Site:
    """A running paper. `environment` is what a command needs to reach its data; None where they are not ours."""

    url: str
    environment: dict | None = field(default=None, repr=False)

    def get(self, path) -> str:
        """The body of an address of the paper."""
        with urllib.request.urlopen(self.url + path, timeout=60) as response:  # noqa: S310  (our own address)
            return response.read().decode()


@contextlib.contextmanager
def running():
    """The paper that SITE names, else the demonstration, fresh, for as long as this block lasts. Raises Stop."""
    named = os.environ.get("SITE", "").rstrip("/")
    if named:
        _ask(named, "SITE")
        yield Site(named)
        return
    VAR.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="data-", dir=VAR))
    try:
        with _database(home) as address, _served(home, address) as site:
            yield site
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def _database(home):
    server = EmbeddedServer(home)
    try:
        with server.running():
            yield f"postgres://{server.address['USER']}@/{server.address['NAME']}?host={server.address['HOST']}"
    except DatabaseUnavailableError as error:
        raise Stop(str(error)) from error


@contextlib.contextmanager
def _served(home, database):
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "tests.site.settings", "DATABASE_URL": database, "PORT": str(port),
        "MEDIA_ROOT": str(home / "media"), "SITE_URL": url, "DEBUG": "true", "ALLOWED_HOSTS": "127.0.0.1",
        "EMAIL_URL": "dummymail://",
    }  # fmt: skip
    log = VAR / "server.log"
    with log.open("w") as output:
        command = [sys.executable, "manage.py", "serve"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait(process, url, log)
        yield Site(url, environment)
    finally:
        _stop(process)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process, url, log):
    say("Loading the demonstration into a database of its own")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(Stop):
            return _ask(url, "The demonstration")
        time.sleep(0.5)
    raise Stop(f"The demonstration does not answer; its last words are in {log.relative_to(ROOT)}.")


def _ask(url, name):
    try:
        urllib.request.urlopen(f"{url}/healthz", timeout=10).close()  # noqa: S310  (http, or what the caller named)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise Stop(f"{name} does not answer at {url}/healthz: {error}") from error


def _stop(process):
    process.send_signal(signal.SIGINT)
    try:
        process.wait(POLITE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
