"""The project keeps its own promises: migrations, templates, documentation, import contracts, deployment checks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
OUR_APPS = ("newsroom", "articles", "photos", "polls", "markets")
DOCUMENTATION = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]


def documented():
    return "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTATION)


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_template_compiles(path):
    get_template(str(path.relative_to(TEMPLATES)))


@pytest.mark.django_db
def test_base_renders_on_an_empty_database():
    html = render_to_string("base.html", request=RequestFactory().get("/"))

    assert "Báo Ninh Bình" in html


def test_every_management_command_is_documented():
    ours = [name for name, app in get_commands().items() if app.split(".")[0] in OUR_APPS]

    assert ours
    assert [name for name in ours if f"`{name}`" not in documented()] == []


def test_every_environment_variable_is_documented():
    sources = [ROOT / "newsroom" / "settings.py", ROOT / "newsroom" / "bootstrap.py", ROOT / "newsroom" / "database.py"]
    read = re.compile(r"""env\.\w+\(\s*"(\w+)"|environ(?:\.get)?[(\[]\s*"(\w+)\"""")
    named = {a or b for source in sources for a, b in read.findall(source.read_text(encoding="utf-8"))}
    example = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert {"SECRET_KEY", "DATABASE_URL", "PORT"} <= named
    assert [name for name in sorted(named) if name not in example] == []


def test_import_contracts_hold():
    """In a process of its own: the linter configures logging for itself, and silences every other logger by it."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_requirements_are_pinned_with_hashes():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9-]+(?:\[[a-z,]+\])?==", text, re.MULTILINE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text


def _manage(*arguments, **environment):
    # The browser tests set a variable that deployment checks object to.
    # Nor is the database at hand the one that would be deployed: it may hold the demonstration.
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**inherited, "DEBUG": "false", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", **environment},
    )  # fmt: skip


def test_production_refuses_to_start_without_a_secret():
    done = _manage("check", SECRET_KEY="")

    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_check_deploy_is_clean():
    done = _manage(
        "check", "--deploy", "--fail-level", "WARNING",
        SECRET_KEY="k" * 40 + "0123456789", ALLOWED_HOSTS="bao.example", EMAIL_URL="smtp://mail.example",
        TRUSTED_PROXIES="1",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
