"""What servers write down: no reader's network address, no name of a browser."""

import re
import socket

import pytest
from django.conf import settings
from django.core.servers.basehttp import WSGIRequestHandler

from newsroom.desk.management.commands.serve import NamelessServer
from tests.factories.polls import PollFactory
from tests.polls import storm

READER = re.compile(r"203\.0\.113|127\.0\.0\.1:?[0-9]* |TestPhone")
HEADERS = {"X-Forwarded-For": "203.0.113.77", "User-Agent": "TestPhone/7"}


@pytest.mark.django_db(transaction=True)
def test_gunicorn_logs_no_reader(tmp_path):
    poll = PollFactory()
    vote = f"choice={poll.choices.first().pk}&key=browser-number-000001"

    with (tmp_path / "log").open("w") as log, storm.servers(1, settings.DATABASES["default"]["NAME"], log) as [server]:
        assert server.post(poll.get_vote_url(), vote, **HEADERS) == 303
        assert server.post("/nothing/", "x" * 100, **HEADERS) == 200
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(b"BROKEN 203.0.113.77\r\nUser-Agent: TestPhone/7\r\n\r\n")
            assert b"400" in line.recv(1000)

    written = (tmp_path / "log").read_text()
    assert "Invalid request" in written
    assert not READER.search(written.replace("Listening at: http://127.0.0.1", ""))


def test_development_server_complains_without_addresses(caplog, capfd):
    with NamelessServer(("127.0.0.1", 0), WSGIRequestHandler) as server:
        for fault in (BrokenPipeError(), ValueError()):
            try:
                raise fault
            except type(fault):
                server.handle_error(None, ("203.0.113.77", 4711))

    assert "a reader" in capfd.readouterr().err + caplog.text
    assert not READER.search(capfd.readouterr().err + caplog.text)
