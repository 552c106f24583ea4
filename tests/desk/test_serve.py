import io
import socket
from contextlib import nullcontext

import pytest
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.management.commands import runserver
from django.core.management import CommandError, call_command
from django.db import connections

from newsroom.desk.management.commands import serve

pytestmark = pytest.mark.django_db


@pytest.fixture
def calls(monkeypatch, settings):
    """What `serve` would have called, in order; nothing is served."""
    calls = []
    monkeypatch.setattr(serve, "call_command", lambda name, **options: calls.append(name))
    monkeypatch.setattr(runserver.Command, "handle", lambda self, **options: calls.append(options["addrport"]))
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 60)
    monkeypatch.setenv("PORT", "8765")
    monkeypatch.setattr(socket.socket, "bind", lambda self, address: None)
    monkeypatch.setattr(serve.worker, "running", lambda: nullcontext(calls.append("worker")))
    return calls


def test_serve_loads_the_demo_into_an_empty_database(calls):
    call_command("serve", stdout=io.StringIO())

    assert calls == ["migrate", "seed_demo", "worker", "127.0.0.1:8765"]


def test_serve_leaves_a_database_in_use_as_it_is(calls):
    get_user_model().objects.create_user("maitoan")

    call_command("serve", stdout=io.StringIO())

    assert calls == ["migrate", "worker", "127.0.0.1:8765"]


def test_serve_keeps_no_connection_beyond_its_request(calls):
    call_command("serve", stdout=io.StringIO())

    assert connections.settings["default"]["CONN_MAX_AGE"] == 0


def test_serve_refuses_a_busy_port_before_touching_the_database(calls, monkeypatch):
    monkeypatch.undo()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))

        with pytest.raises(CommandError, match="cannot be had"):
            call_command("serve", stdout=io.StringIO())

    assert calls == []


def test_serve_tells_the_accounts_that_sign_in_with_their_published_password(monkeypatch):
    monkeypatch.setattr(serve.connections, "close_all", lambda: None)
    get_user_model().objects.create_user("bientap", password="bientap-demo")
    get_user_model().objects.create_user("phongvien", password="phongvien-demo")
    get_user_model().objects.create_user("quantri", password="changed since")
    out = io.StringIO()

    serve.Command(stdout=out).on_bind(8765)

    assert out.getvalue().split("\n") == [
        "",
        "The paper  http://127.0.0.1:8765/",
        "The desk   http://127.0.0.1:8765/admin/",
        "           sign in as phongvien with the password phongvien-demo",
        "           sign in as bientap with the password bientap-demo",
        "Ctrl-C stops everything.",
        "",
        "",
    ]
