import io

import pytest
from django.core.management import CommandError, call_command

from newsroom import database
from newsroom.embedded import DatabaseUnavailableError, EmbeddedServer


@pytest.fixture
def server(tmp_path, monkeypatch, settings):
    """An embedded server that has content, without running; the settings point at it."""
    server = EmbeddedServer(tmp_path / "var")
    (server.data / "base").mkdir(parents=True)
    (server.home / "media" / "photos").mkdir(parents=True)
    monkeypatch.setattr(database, "embedded", server)
    monkeypatch.setitem(settings.DATABASES["default"], "HOST", server.address["HOST"])
    settings.MEDIA_ROOT = server.home / "media"
    return server


def reset():
    out = io.StringIO()
    call_command("reset", stdout=out)
    return out.getvalue()


def test_reset_deletes_data_and_files_and_says_so(server):
    said = reset()

    assert said == f"Deleted the database in {server.data}\nDeleted the files in {server.home / 'media'}\n"
    assert [path for path in server.home.iterdir() if path.is_dir()] == []


def test_reset_keeps_files_that_are_kept_elsewhere(server, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "archive"
    settings.MEDIA_ROOT.mkdir()

    said = reset()

    assert said.endswith(f"Kept the files in {settings.MEDIA_ROOT}: MEDIA_ROOT is set\n")
    assert settings.MEDIA_ROOT.exists()


def test_reset_keeps_files_in_a_bucket(server, settings):
    settings.MEDIA_BUCKET = "bao-example"

    assert reset().endswith("Kept the files in the bucket bao-example: MEDIA_BUCKET is set\n")


def test_reset_refuses_a_database_that_is_not_its_own(server, settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "HOST", "db.example")

    with pytest.raises(CommandError, match="DATABASE_URL is set"):
        reset()

    assert server.data.exists()


def test_reset_refuses_while_the_newsroom_runs(server, monkeypatch):
    def destroy():
        raise DatabaseUnavailableError("The database is in use.")

    monkeypatch.setattr(server, "destroy", destroy)

    with pytest.raises(CommandError, match="in use"):
        reset()

    assert (server.home / "media").exists()
