"""deploy/compose.yaml and what it builds: valid, the same that the units run, and each of its commands run here.

There is no container engine in the tests. What the image would hold lies in a folder instead, and the
commands run in there, with the environment that the file gives them.
"""

import http.client
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
import pytest
import yaml
from compose_spec import PyCompose

from newsroom.embedded import EmbeddedServer, _user_of, programs
from tests.database import url
from tests.deploy.house import PATIENCE, ROOT, free_port

DEPLOY = ROOT / "deploy"
TEXT = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
FILE = yaml.safe_load(TEXT)
SERVICES = FILE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "newsroom"}
PACES = {"60": "minutely", "3600": "hourly", "86400": "daily"}
"""Seconds of deploy/every, and what systemd calls them."""


def validate(text):
    """Raises ValueError for what the Compose specification does not know."""
    # By way of JSON: the validator knows nothing of YAML's anchors.
    PyCompose.from_json(json.dumps(yaml.safe_load(text)))


def test_file_is_valid():
    validate(TEXT)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("read_only: true", "readonly: true"),
        ("service_healthy", "service_well"),
        ("interval: 2s", "interval: often"),
        ("init: true", "init: maybe"),
    ],
)
def test_validator_sees_mistakes(right, wrong):
    assert right in TEXT

    with pytest.raises(ValueError, match=r"unknown|extension key|duration|invalid type"):
        validate(TEXT.replace(right, wrong))


def test_everything_named_is_there():
    mounts = [mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])]
    volumes = {name for name in mounts if not name.startswith((".", "/"))}

    assert volumes == set(FILE["volumes"])
    assert [name for name in mounts if name.startswith(".") and not (DEPLOY / name).is_file()] == []
    assert {name for service in SERVICES.values() for name in service.get("depends_on", ())} <= set(SERVICES)
    assert {service["build"]["dockerfile"] for service in OURS.values()} == {"deploy/Dockerfile"}


def test_dockerfile_is_clean():
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_containers_run_what_the_units_run():
    units = DEPLOY / "systemd"
    line = re.compile(r"^ExecStart=\S+/(python .+)$", re.MULTILINE)
    started = {path.stem: line.search(path.read_text()) for path in units.glob("*.service")}
    timers = re.findall(r"newsroom-(\w+)@(\w+)\.timer", (units / "newsroom.target").read_text())
    backup = started["newsroom-backup"][1].removeprefix("python manage.py ")

    run = {name: service["command"] for name, service in OURS.items()}
    assert run.pop("update") == "deploy/update"
    assert run.pop("web") == started["newsroom-web"][1]
    assert run.pop("pages") == started["newsroom-pages"][1]
    every = [command.removeprefix("deploy/every ").partition(" ")[::2] for command in run.values()]
    assert {(PACES[seconds], words) for seconds, words in every} == {*timers, ("daily", backup)}


def test_image_runs_what_the_unit_runs():
    command = re.search(r"^CMD (\[.+\])$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)

    assert json.loads(command[1]) == shlex.split(OURS["web"]["command"])


# What the image would hold, and its commands


@pytest.fixture
def image(tmp_path):
    """A folder with what the build takes in, and nothing else."""
    everything, *wanted = (DEPLOY / "Dockerfile.dockerignore").read_text().split()
    assert everything == "*"
    for line in wanted:
        assert line.startswith("!")
        source, target = ROOT / line[1:], tmp_path / "image" / line[1:]
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return tmp_path / "image"


def environment(image):
    """What the file tells our containers, and `.env`; database, folders and the programs are those of the tests."""
    told = OURS["web"]["environment"] | {
        "DATABASE_URL": url(),
        "PAGE_STORE": str(image / "pages"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    dot_env = {"SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "127.0.0.1", "EMAIL_URL": "consolemail://"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "CI"))}
    return kept | told | dot_env


def run(image, command):
    options = {"cwd": image, "env": environment(image), "capture_output": True, "text": True}
    done = subprocess.run(shlex.split(command), check=False, timeout=120, **options)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@contextmanager
def running(folder, command, log, env):
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=file, stderr=file, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(question, log):
    until = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < until, log.read_text()[-3000:]
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_new_code_is_taken_in_and_serves(image, tmp_path):
    run(image, OURS["update"]["command"])
    log, port = tmp_path / "log", free_port()
    web = [*shlex.split(OURS["web"]["command"]), "--bind", f"127.0.0.1:{port}"]
    with running(image, web, log, environment(image)):
        wait_until(lambda: answers(port), log)
        assert ask(port, "/healthz")[0] == 200
        status, page = ask(port, "/")
        named = re.findall(r'"/(static/[^"]+)"', page.decode())
        assert (status, named != []) == (200, True)
        assert {name: ask(port, f"/{name}")[0] for name in named} == dict.fromkeys(named, 200)

    with running(image, shlex.split(OURS["pages"]["command"]), log, environment(image)):
        wait_until(lambda: (image / "pages" / "lease").exists(), log)


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port, path):
    """Status and body, as nginx asks."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request("GET", path, headers={"X-Forwarded-Proto": "https"})
        answer = line.getresponse()
        return answer.status, answer.read()


JOBS = sorted(service["command"] for service in OURS.values() if service["command"].startswith("deploy/every"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", JOBS)
def test_job_runs(image, command):
    _every, _seconds, words = command.split(maxsplit=2)

    run(image, f"python manage.py {words}".replace("/var/backups", str(image.parent / "backups")))


def test_every_goes_on_whatever_a_run_comes_to(image, tmp_path):
    (tmp_path / "python").write_text('#!/bin/sh\necho "$@" >> ran\nexit 3\n')
    (tmp_path / "python").chmod(0o755)
    log, ran = tmp_path / "log", image / "ran"
    ran.touch()

    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    with running(image, ["deploy/every", "0.01", "backup", "/var/my backups"], log, path):
        wait_until(lambda: len(ran.read_text().splitlines()) > 2, log)

    assert set(ran.read_text().splitlines()) == {"manage.py backup /var/my backups"}
    assert "backup /var/my backups ended with 3" in log.read_text()


def test_postgresql_starts_with_our_file_for_its_own(tmp_path):
    service, port, log = SERVICES["postgres"], free_port(), tmp_path / "log"
    server = EmbeddedServer(tmp_path)
    server._create()
    inside, outside = re.search(r"\./(\S+?):(\S+):ro", " ".join(service["volumes"])).group(2, 1)
    program, *words = shlex.split(service["command"].replace(inside, str(DEPLOY / outside)))
    command = [*_user_of(server.data), programs() / program, *words, "-p", port, "-k", server.data]
    probe = service["healthcheck"]["test"]

    with running(server.data, [str(word) for word in command], log, {**os.environ, "PGDATA": str(server.data)}):
        assert probe[:2] == ["CMD", "pg_isready"]
        isready = [programs() / probe[1], *probe[2:], f"--port={port}"]
        wait_until(lambda: subprocess.run(isready, check=False, capture_output=True).returncode == 0, log)
        connect = {"host": server.data, "port": port, "user": "postgres", "dbname": "postgres"}
        with closing(psycopg2.connect(**connect)) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('shared_buffers'), current_setting('listen_addresses')")
            assert cursor.fetchone() == ("1GB", "localhost")


@pytest.mark.skipif(
    shutil.which("redis-server") is None and not os.environ.get("CI"),
    reason="redis-server is not installed (apt-get install redis-server)",
)
def test_redis_starts_for_this_machine_alone(tmp_path):
    port, log = free_port(), tmp_path / "log"
    command = [*shlex.split(SERVICES["redis"]["command"]), "--port", str(port)]

    with running(tmp_path, command, log, None):
        wait_until(lambda: answers(port), log)
        with closing(socket.create_connection(("127.0.0.1", port))) as line:
            line.sendall(b"CONFIG GET bind\r\n")
            assert b"\r\n127.0.0.1\r\n" in line.recv(100)
