"""Where the checkers' own packages live, and the programs they need from the machine."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from newsroom.bootstrap import Environment, Stop, find_browser, say

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
# Folder of everything that is made by running; `make reset` leaves it alone.
VAR = ROOT / "var" / "site"
MODULES = VAR / "node_modules"
# A recent pip first, which then reads the rest.
REQUIREMENTS = ("requirements-pip.txt", "requirements.txt")
OLDEST = {"node": 18, "java": 17}


def python() -> Path:
    """The Python of the extractors' virtual environment, made or mended first."""
    VAR.mkdir(parents=True, exist_ok=True)
    for name in REQUIREMENTS:
        shutil.copy(HERE / name, VAR)
    environment = Environment(VAR)
    environment.satisfy(*REQUIREMENTS)
    return environment.python


def node_modules() -> Path:
    """The folder of the npm packages, installed anew where the lock has changed. Raises Stop."""
    program("node", "--version")
    npm = shutil.which("npm")
    if not npm:
        raise Stop("npm is missing: it comes with Node.js, on Debian and Ubuntu as `apt install npm`.")
    if _installed() != _locked():
        say("Installing package-lock.json")
        _install(npm)
    return MODULES


def _install(npm):
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE / name, VAR)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=VAR, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(f"npm could not install tests/site/package-lock.json: {' '.join(done.stderr.split())}")
    (MODULES / "lock.stamp").write_text(_locked(), encoding="utf-8")


def _locked():
    return hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()


def _installed():
    stamp = MODULES / "lock.stamp"
    return stamp.read_text(encoding="utf-8") if stamp.exists() else ""


def program(name, question) -> str:
    """The path of a program of the machine that is new enough, as its answer to `question` tells. Raises Stop."""
    path, needed = shutil.which(name), OLDEST[name]
    answer = path and subprocess.run([path, question], capture_output=True, text=True, check=False)
    found = answer and not answer.returncode and re.search(r"\d+", answer.stdout + answer.stderr)
    if not found or int(found[0]) < needed:
        raise Stop(f"{name.capitalize()} {needed} or newer is needed on PATH, and there is none.")
    return path


def browser() -> str:
    """The path of a Chromium. Raises Stop."""
    path = find_browser()
    if not path or not os.access(path, os.X_OK):
        raise Stop("A Chromium is needed: install one or name it with CHROMIUM_PATH.")
    return path


def scratch(name) -> Path:
    """A new empty folder below var/site."""
    folder = VAR / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
