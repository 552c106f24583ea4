"""deploy/systemd as systemd reads it: valid, confined, and complete. Only the folder of the newsroom is another."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from django.core.management import get_commands, load_command_class

from tests.deploy.house import ROOT

UNITS = ROOT / "deploy" / "systemd"
EXPOSURE = 15
"""In tenths, as `systemd-analyze security` counts it: 100 is a service that may do whatever its user may."""

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None and not os.environ.get("CI"),
    reason="systemd-analyze is not installed (apt-get install systemd)",
)


@pytest.fixture
def units(tmp_path):
    """The units' folder, whose services find their programs on this machine."""
    folder = shutil.copytree(UNITS, tmp_path / "units")
    for service in folder.glob("*.service"):
        text = service.read_text()
        assert "/srv/newsroom/.venv/bin/python " in text
        service.write_text(text.replace("/srv/newsroom/.venv/bin/python ", f"{sys.executable} "))
    return folder


def _analyze(*words):
    command = ["systemd-analyze", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})


@needs_systemd
def test_units_are_valid(units):
    done = _analyze("verify", "--man=no", *sorted(path for path in units.iterdir() if path.is_file()))

    assert (done.returncode, done.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("name", sorted(path.name for path in UNITS.glob("*.service")))
def test_service_is_confined(units, name):
    done = _analyze("security", "--offline=true", f"--threshold={EXPOSURE}", "--no-pager", units / name)

    assert done.returncode == 0, done.stdout[-200:]


def wanted():
    """What the target starts."""
    return set(re.findall(r"newsroom-\S+", " ".join(re.findall(r"^Wants=.*$", _text("newsroom.target"), re.MULTILINE))))


def _text(name):
    return (UNITS / name).read_text(encoding="utf-8")


def test_target_starts_what_the_documentation_says():
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| `(newsroom-\S+)` \|$", page, re.MULTILINE)

    assert {unit for _command, _runs, unit in rows} == wanted()
    for command, runs, unit in rows:
        if unit.endswith(".timer"):
            assert (command, runs) == (f"`{_command_of(unit)}`", f"every {_pace_of(unit)}")


def _command_of(timer):
    return re.search(r"(\w+)\.timer", timer)[1]


def _pace_of(timer):
    template = re.sub(r"@\w+", "@", timer)
    return {"minutely": "minute", "hourly": "hour", "daily": "day"}[_calendar(template)]


def _calendar(template):
    return re.search(r"^OnCalendar=(\w+)$", _text(template), re.MULTILINE)[1]


def test_every_periodic_command_has_its_timer():
    ours = [name for name, app in get_commands().items() if (ROOT / app.replace(".", "/")).is_dir()]
    told = {name: load_command_class(get_commands()[name], name).help for name in ours}
    periodic = {
        (name, pace) for name, words in told.items() for pace in re.findall(r"\bevery (minute|hour|day)\b", words)
    }

    assert periodic
    assert periodic == {(_command_of(unit), _pace_of(unit)) for unit in wanted() if unit.endswith(".timer")}
