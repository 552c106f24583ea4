"""Gets a fresh clone ready, then hands over. The Makefile calls it: `python3 newsroom/bootstrap.py COMMAND`.

- `run`: everything the newsroom needs to run; becomes `manage.py serve`
- `venv`: the same without running anything
- `test`: what the tests need besides
- `browser`: the path of a Chromium for the browser tests, alone on standard output

Standard library only, and the syntax of Python 3.6, so that an old Python gets a sentence instead of a traceback.
What is found wanting is said in one sentence, with exit status 1.
"""

import contextlib
import fcntl
import hashlib
import importlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (3, 11)
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
UNFINISHED = "unfinished"
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


class Stop(Exception):  # noqa: N818  (it stops us; nothing need be wrong with the program)
    """What keeps us from going on, as one sentence for whoever typed the command."""


def say(message, end="\n"):
    """Report progress; on standard error, which leaves standard output to answers."""
    print(message, end=end, file=sys.stderr, flush=True)


# -- what must hold before anything is done


def check_python():
    if sys.version_info < NEEDED:
        here = ".".join(str(number) for number in sys.version_info[:3])
        raise Stop(f"Python 3.11 or newer is needed, and {sys.executable} is Python {here}.")


def check_venv_modules():
    """Debian and Ubuntu keep them in a package of their own."""
    for module in ("venv", "ensurepip"):
        try:
            importlib.import_module(module)
        except ImportError:
            package = "python{}.{}-venv".format(*sys.version_info)
            raise Stop(
                f"Python's module {module} is missing; on Debian and Ubuntu `apt install {package}` brings it."
            ) from None


def check_folders(root=ROOT):
    for folder in (root, root / ".venv", root / "var"):
        if not folder.exists():
            continue
        try:
            tempfile.TemporaryFile(dir=str(folder)).close()
        except OSError as error:
            raise Stop(f"The folder {folder} cannot be written: {error.strerror}.") from None


def free_port():
    """The port to serve on, from the environment's PORT; raises Stop when it is no port or not to be had."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isdigit() and 0 < int(text) < 65536):
        raise Stop(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            raise Stop(
                f"Port {text} cannot be had ({error.strerror}); choose another, for example `make run PORT=8001`."
            ) from None
    return int(text)


# -- the virtual environment


class Environment:
    """The virtual environment in `folder`/.venv, with a stamp in it for each requirements file that it satisfies."""

    def __init__(self, folder=ROOT):
        self.folder = folder
        self.path = folder / ".venv"
        self.python = self.path / "bin" / "python"

    def satisfy(self, *names):
        """Install the requirements files that changed since they were last installed, in full or not at all."""
        with self._alone():
            if not self._is_sound():
                self._make()
            for name in names:
                if self._read_stamp(name) != self._digest(name):
                    self._install(name)

    @contextlib.contextmanager
    def _alone(self):
        lock = os.open(str(self.folder), os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _is_sound(self):
        """Whether its Python runs, is new enough and its own, has pip, and no installation was cut off half way."""
        if any(stamp.read_text() == UNFINISHED for stamp in self.path.glob("*.stamp")):
            return False
        probe = f"import sys, pip; sys.exit(sys.version_info < {NEEDED} or sys.prefix == sys.base_prefix)"
        try:
            return subprocess.call([str(self.python), "-I", "-c", probe], stderr=subprocess.DEVNULL) == 0
        except OSError:
            return False

    def _make(self):
        check_venv_modules()
        say("Making the virtual environment .venv")
        command = [sys.executable, "-I", "-m", "venv", "--clear", str(self.path)]
        made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
        if made.returncode:
            raise Stop(f"The virtual environment .venv cannot be made: {' '.join(made.stdout.split())}")

    def _install(self, name):
        say(f"Installing {name}: ", end="")
        self._write_stamp(name, UNFINISHED)
        options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--root-user-action=ignore"]
        command = [str(self.python), "-I", "-m", "pip", "install", *options, "-r", name]
        failure = _run_with_dots(command, self.folder)
        say("")
        if failure:
            raise Stop(f"Installing {name} failed: {failure}")
        self._write_stamp(name, self._digest(name))

    def _digest(self, name):
        return hashlib.sha256((self.folder / name).read_bytes()).hexdigest()

    def _stamp(self, name):
        return self.path / f"{name}.stamp"

    def _read_stamp(self, name):
        return self._stamp(name).read_text() if self._stamp(name).exists() else ""

    def _write_stamp(self, name, text):
        self._stamp(name).write_text(text)


def _run_with_dots(command, folder):
    """Run pip, with a dot of progress for each package; what it complained of last, or nothing when it did well."""
    complaint = "no reason given"
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "universal_newlines": True}
    with subprocess.Popen(command, cwd=str(folder), stdin=subprocess.DEVNULL, **options) as pip:
        for line in pip.stdout:
            if line.startswith("Collecting"):
                say(".", end="")
            if line.startswith("ERROR"):
                complaint = line.strip()
    return complaint if pip.returncode else ""


# -- the browser


def find_browser():
    """Path of a Chromium: the one named, one on PATH, or one that Playwright can download; None without."""
    named = os.environ.get("CHROMIUM_PATH")
    installed = filter(None, map(shutil.which, BROWSERS))
    return named or next(installed, None) or _playwright_browser(Environment().python)


def _playwright_browser(python):
    say("No Chromium on PATH; asking Playwright for one")
    try:
        command = [str(python), "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (subprocess.SubprocessError, OSError):
        say("No Chromium to be had: install one or set CHROMIUM_PATH to run the browser tests.")
        return None
    return subprocess.check_output([str(python), "-c", ASK_PLAYWRIGHT], universal_newlines=True).strip()


# -- commands


def prepare(*requirements):
    check_python()
    check_folders()
    Environment().satisfy(*requirements)


def run():
    check_python()
    free_port()
    prepare("requirements.txt")
    python = str(Environment().python)
    os.chdir(str(ROOT))
    os.execv(python, [python, "manage.py", "serve"])  # noqa: S606  (no shell is meant)


def venv():
    prepare("requirements.txt")


def test():
    prepare("requirements.txt", "requirements-dev.txt")


def browser():
    print(find_browser() or "")


COMMANDS = {command.__name__: command for command in (run, venv, test, browser)}


def main(arguments):
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        raise Stop(f"Say one of: {', '.join(COMMANDS)}.")
    COMMANDS[arguments[0]]()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Stop as reason:
        sys.exit(f"Newsroom cannot start: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)
