import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import bootstrap
from newsroom.bootstrap import Environment, Stop

SOURCE = Path(bootstrap.__file__)


def test_bootstrap_parses_on_an_old_python():
    ast.parse(SOURCE.read_text(), feature_version=(3, 6))


def test_bootstrap_needs_the_standard_library_only():
    nodes = list(ast.walk(ast.parse(SOURCE.read_text())))
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}

    assert imported - sys.stdlib_module_names == set()


def test_too_old_python_is_named(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")

    with pytest.raises(Stop, match=r"^Python 3\.11 or newer is needed, and /usr/bin/python3 is Python 3\.9\.2\.$"):
        bootstrap.check_python()


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_missing_module_is_named_with_the_package_that_brings_it(module, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(Stop, match=rf"module {module} is missing; .*`apt install python3\.\d+-venv`"):
        bootstrap.check_venv_modules()


@pytest.mark.parametrize("name", [".venv", "var"])
def test_folder_that_cannot_be_written_is_named(name, tmp_path):
    bootstrap.check_folders(tmp_path)
    (tmp_path / name).touch()  # a file refuses root too

    with pytest.raises(Stop, match=rf"^The folder {tmp_path / name} cannot be written: Not a directory\.$"):
        bootstrap.check_folders(tmp_path)


def test_port_is_8000_where_none_is_named(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.setattr(socket.socket, "bind", lambda self, address: None)

    assert bootstrap.free_port() == 8000


def test_busy_port_is_named_and_another_proposed(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        with pytest.raises(Stop, match=rf"^Port {port} cannot be had \(Address already in use\); choose another"):
            bootstrap.free_port()

    assert bootstrap.free_port() == port


@pytest.mark.parametrize("port", ["0", "-1", "65536", "tám nghìn", "8000.5"])
def test_port_that_is_none_is_refused(port, monkeypatch):
    monkeypatch.setenv("PORT", port)

    with pytest.raises(Stop, match="PORT must be a number from 1 to 65535"):
        bootstrap.free_port()


@pytest.fixture
def pip(monkeypatch):
    """Stands in for pip: remembers which files it installed, and fails with `complaint` where one is set."""

    class Pip:
        installed = []
        complaint = ""

        def __call__(self, command, folder):
            self.installed = [*self.installed, command[-1]]
            if isinstance(self.complaint, BaseException):
                raise self.complaint
            return self.complaint

    pip = Pip()
    monkeypatch.setattr(bootstrap, "_run_with_dots", pip)
    return pip


@pytest.fixture
def environment(tmp_path):
    """An environment that is sound (this very Python) and has two requirements files to satisfy."""
    environment = Environment(tmp_path)
    environment.path.mkdir()
    environment.python = Path(sys.executable)
    (tmp_path / "a.txt").write_text("django==5.2")
    (tmp_path / "b.txt").write_text("pytest==9")
    return environment


def test_requirements_are_installed_once(environment, pip):
    environment.satisfy("a.txt", "b.txt")
    environment.satisfy("a.txt", "b.txt")

    assert pip.installed == ["a.txt", "b.txt"]


def test_requirements_that_changed_are_installed_again(environment, pip):
    environment.satisfy("a.txt", "b.txt")
    (environment.folder / "b.txt").write_text("pytest==10")
    environment.satisfy("a.txt", "b.txt")

    assert pip.installed == ["a.txt", "b.txt", "b.txt"]


@pytest.mark.parametrize(
    ("complaint", "raised"), [("ERROR: no network", Stop), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_installation_cut_off_leaves_an_environment_to_be_made_anew(complaint, raised, environment, pip):
    pip.complaint = complaint
    assert environment._is_sound()

    with pytest.raises(raised):
        environment.satisfy("a.txt")

    assert not environment._is_sound()


def test_failed_installation_says_why(environment, pip):
    pip.complaint = "ERROR: no network"

    with pytest.raises(Stop, match=r"^Installing a\.txt failed: ERROR: no network$"):
        environment.satisfy("a.txt")


def test_environment_without_pip_is_made_anew(tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / ".venv"], check=True)

    assert not Environment(tmp_path)._is_sound()


def test_environment_that_is_not_there_is_made(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(Environment, "_make", lambda self: made.append(self))
    environment = Environment(tmp_path)

    environment.satisfy()

    assert made == [environment]


def test_pip_is_followed_by_dots_and_its_last_complaint(tmp_path, capfd):
    pip = "print('Collecting a\\nCollecting b\\nERROR: first\\nERROR: last'); raise SystemExit(1)"

    assert bootstrap._run_with_dots([sys.executable, "-c", pip], tmp_path) == "ERROR: last"
    assert capfd.readouterr().err == ".."


def test_pip_that_does_well_has_no_complaint(tmp_path):
    assert bootstrap._run_with_dots([sys.executable, "-c", "print('ERROR: but mended')"], tmp_path) == ""


def test_browser_named_by_hand_wins(monkeypatch):
    monkeypatch.setenv("CHROMIUM_PATH", "/opt/my chromium")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    assert bootstrap.find_browser() == "/opt/my chromium"


def test_browser_on_the_path_is_taken(monkeypatch):
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    monkeypatch.setattr("shutil.which", {"google-chrome": "/usr/bin/google-chrome"}.get)

    assert bootstrap.find_browser() == "/usr/bin/google-chrome"


def test_browser_that_is_not_to_be_had_is_missed_aloud(tmp_path, capfd):
    assert bootstrap._playwright_browser(tmp_path / "no python") is None
    assert "install one or set CHROMIUM_PATH" in capfd.readouterr().err


def test_unknown_command_gets_one_sentence_and_status_1():
    said = subprocess.run([sys.executable, SOURCE, "dance"], capture_output=True, text=True)

    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == "Newsroom cannot start: Say one of: run, venv, test, browser.\n"
