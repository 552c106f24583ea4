"""A paper as production runs it, on free ports of this machine: nginx, gunicorn, and what keeps the stored pages."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.database import connect

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """The servers, each of which may be stopped and started again; `store` is the folder of the pages."""

    def __init__(self, folder, store, database):
        self.folder, self.store = folder, Path(store)
        self.port, self.application_port = free_port(), free_port()
        self.running = {}
        self.log = (folder / "log").open("w")
        self.environment = os.environ | {"STORE_DB": database, "PAGE_STORE": str(store), "PYTHONPATH": str(ROOT)}
        self.environment["TRUSTED_PROXIES"] = "1"

    def start(self, name):
        command = getattr(self, f"_{name}")()
        self.running[name] = subprocess.Popen(
            [str(word) for word in command], cwd=ROOT, env=self.environment, stdout=self.log, stderr=self.log,
            start_new_session=True,
        )  # fmt: skip

    def stop(self, name):
        """At once, with all its workers."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self):
        for name in list(self.running):
            self.stop(name)
        self.log.close()

    def _application(self):
        return self._gunicorn(self.application_port, "tests.deploy.wsgi")

    def _gunicorn(self, port, application):
        config = ROOT / "deploy" / "gunicorn.conf.py"
        return [sys.executable, "-m", "gunicorn", "--config", config, "--bind", f"127.0.0.1:{port}", application]

    def _keeper(self):
        return [sys.executable, "-m", "tests.deploy.keep"]

    def _nginx(self):
        for name in ("nginx-readers.conf", "away.html"):
            shutil.copy(ROOT / "deploy" / name, self.folder)
        config = self.folder / "nginx.conf"
        config.write_text(self._as_here((ROOT / "deploy" / "nginx.conf").read_text()))
        return ["nginx", "-c", config, "-e", self.folder / "errors", "-g", "daemon off;"]

    def _as_here(self, text):
        """The configuration with ports and folders of this machine, and no certificate."""
        for there, here in {
            "user www-data;": "user root;" if os.geteuid() == 0 else "",  # scratch folders are their owner's alone
            "pid /run/nginx.pid;": f"pid {self.folder}/nginx.pid;",
            "/var/log/nginx/": f"{self.folder}/",
            "server 127.0.0.1:8000;": f"server 127.0.0.1:{self.application_port};",
            "        listen 80;\n        listen [::]:80;\n": f"        listen 127.0.0.1:{free_port()};\n",
            "        listen [::]:443 ssl http2;\n": "",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port};",
            "server_name bao.example;": "server_name localhost;",
            "        ssl_certificate /etc/letsencrypt/live/bao.example/fullchain.pem;\n": "",
            "        ssl_certificate_key /etc/letsencrypt/live/bao.example/privkey.pem;\n": "",
            "        ssl_session_cache shared:tls:10m;\n": "",
            "/var/lib/newsroom/pages": str(self.store),
            "/etc/nginx/away.html": f"{self.folder}/away.html",
            "/srv/newsroom/var/static/": f"{settings.STATICFILES_DIRS[0]}/",
            "/srv/newsroom/var/media/": f"{self.folder}/media/",
        }.items():
            assert there in text, there
            text = text.replace(there, here)
        return text

    def ask(self, path, method="GET", port=None, body=None, **headers):
        """The answer of nginx: (status, headers, body)."""
        line = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=20)
        try:
            line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = line.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            line.close()

    def mark(self, path):
        """How a page came: the status, and X-Page."""
        status, headers, _body = self.ask(path)
        return status, headers.get("X-Page")

    def wait_until(self, question):
        """Ask until the answer is yes; returns how long that took."""
        begun = time.monotonic()
        while time.monotonic() - begun < PATIENCE:
            try:
                if question():
                    return time.monotonic() - begun
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.005)
        raise TimeoutError((self.folder / "log").read_text()[-3000:])


@contextmanager
def database_away():
    """Nobody but this process can reach the tests' database inside this block."""
    name = connection.settings_dict["NAME"]
    other = connect("postgres")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        ours = cursor.fetchone()[0]
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> %s"
    try:
        with other.cursor() as cursor:
            cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
            cursor.execute(others, [name, ours])
        yield
    finally:
        with other.cursor() as cursor:
            cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        other.close()
