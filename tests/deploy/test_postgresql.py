"""deploy/postgresql.conf as it is, in force in a server of its own."""

from contextlib import closing

import pytest

from newsroom.embedded import EmbeddedServer
from tests.deploy.house import ROOT

CONFIG = ROOT / "deploy" / "postgresql.conf"
IN_FORCE = """
    SELECT line.name, line.applied, line.error, now.sourcefile = line.sourcefile, now.pending_restart
    FROM pg_file_settings line LEFT JOIN pg_settings now USING (name) WHERE line.sourcefile = %s"""


@pytest.fixture
def server(tmp_path):
    server = EmbeddedServer(tmp_path)
    with server.running():
        pass
    with (server.data / "postgresql.conf").open("a") as config:
        config.write(f"include '{CONFIG}'\n")
    with server.running():
        yield server


def _ask(server, query, *values):
    with closing(server._connect()) as connection, connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def test_every_setting_is_in_force(server):
    named = [line.split(" = ")[0] for line in CONFIG.read_text().splitlines() if line and not line.startswith("#")]

    assert sorted(_ask(server, IN_FORCE, str(CONFIG))) == sorted((name, True, None, True, False) for name in named)


def test_failed_statement_is_not_logged(server):
    with pytest.raises(Exception, match="no_such_table"):
        _ask(server, "SELECT * FROM no_such_table WHERE email = %s", "lan@example.vn")

    log = server.log.read_text()
    assert "no_such_table" in log
    assert "lan@example.vn" not in log
