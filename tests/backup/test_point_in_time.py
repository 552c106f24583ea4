"""What docs/operations.md says of going back to a moment, done with its own lines on servers of our own."""

import re
import subprocess

import pytest

from newsroom import embedded
from newsroom.embedded import EmbeddedServer
from tests.deploy.house import ROOT
from tests.replication import ask, until

DOCUMENT = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
THERE = "/var/backups/wal"


def _lines(setting):
    """The documented configuration that names a setting."""
    blocks = re.findall(r"```ini\n(.*?)```", DOCUMENT, re.DOTALL)
    return next(block for block in blocks if setting in block)


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "wal"
    folder.mkdir()
    return folder


@pytest.fixture
def server(tmp_path, archive):
    """One that archives its log as documented."""
    server = EmbeddedServer(tmp_path / "one")
    with server.running():
        pass
    with (server.data / "postgresql.conf").open("a") as config:
        config.write(_lines("archive_command").replace(THERE, str(archive)))
    with (server.data / "pg_hba.conf").open("a") as config:
        config.write("local replication all peer map=newsroom\n")
    with server.running():
        yield server


def test_database_goes_back_to_a_moment(server, archive, tmp_path):
    ask(server, "CREATE TABLE word (word text)")
    other = EmbeddedServer(tmp_path / "two")
    other.home.mkdir()
    where = ["-h", server.sockets, "-U", "postgres", "-D", other.data]
    subprocess.run([embedded.programs() / "pg_basebackup", *where], check=True)
    ask(server, "INSERT INTO word VALUES ('kept')")
    [(moment,)] = ask(server, "SELECT clock_timestamp()::text")
    ask(server, "INSERT INTO word VALUES ('deleted by mistake')")
    [(last,)] = ask(server, "SELECT pg_walfile_name(pg_current_wal_lsn())")
    ask(server, "SELECT pg_switch_wal()")
    until(lambda: (archive / last).exists())

    lines = _lines("restore_command").replace(THERE, str(archive))
    lines = re.sub(r"(?<=recovery_target_time = ').*(?=')", moment, lines)
    with (other.data / "postgresql.conf").open("a") as config:
        config.write(f"archive_mode = off\n{lines}")
    (other.data / "recovery.signal").touch()
    with other.running():
        until(lambda: ask(other, "SELECT pg_is_in_recovery()") == [(False,)])

        assert ask(other, "SELECT word FROM word") == [("kept",)]
        assert ask(server, "SELECT count(*) FROM word") == [(2,)]
