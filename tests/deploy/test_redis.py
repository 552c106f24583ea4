"""What several machines count together, in a real Redis."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.core import mail
from django.db import connection

from newsroom.desk import roles
from newsroom.desk.forms import PasswordLinkForm
from tests.deploy.house import PATIENCE, ROOT, free_port
from tests.factories.desk import UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        shutil.which("redis-server") is None and not os.environ.get("CI"),
        reason="redis-server is not installed (apt-get install redis-server)",
    ),
]
ANOTHER_MACHINE = """
import sys
from tests.deploy import wsgi
from newsroom.desk.forms import PasswordLinkForm
form = PasswordLinkForm({"email": sys.argv[1]})
assert form.is_valid()
form.save()
"""


@contextmanager
def redis():
    """A Redis of the test's own; its address."""
    port = free_port()
    server = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.kill()
        server.wait()


def _wait_for(port):
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


@pytest.fixture
def account():
    return UserFactory(username="moi", email="moi@bao.example", roles=[roles.REPORTER])


def letters_of_another_machine(account, cache_url):
    """How many letters leave when a password link is asked for on another machine."""
    environment = {"CACHE_URL": cache_url, "EMAIL_URL": "consolemail://", "PYTHONPATH": str(ROOT)}
    environment |= {"STORE_DB": connection.settings_dict["NAME"]}
    command = [sys.executable, "-c", ANOTHER_MACHINE, account.email]
    options = {"cwd": ROOT, "env": os.environ | environment, "capture_output": True, "text": True}
    return subprocess.run(command, check=True, timeout=60, **options).stdout.count("Subject: ")


def test_letters_with_password_links_are_counted_over_all_machines(account):
    with redis() as address:
        sent = [letters_of_another_machine(account, address) for _ in range(2)]

    assert sent == [1, 0]


def test_letter_leaves_while_the_cache_is_away(account, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
        }
    }
    form = PasswordLinkForm({"email": account.email})
    assert form.is_valid()

    form.save()

    assert len(mail.outbox) == 1
