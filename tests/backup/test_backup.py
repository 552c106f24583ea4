import fcntl
import json
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from newsroom import backup
from newsroom.backup import dump, files
from newsroom.backup.errors import BackupError

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def media(tmp_path):
    folder = tmp_path / "uploads"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "ảnh.jpg").write_bytes(b"one")
    return folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture(autouse=True)
def _names(monkeypatch):
    """Backups of one second have names of their own."""
    hours = iter(range(24))

    class Hour:
        def __format__(self, _form):
            return f"2026-11-24T{next(hours):02}0000"

    monkeypatch.setattr(backup.timezone, "localtime", Hour)


@pytest.fixture
def light(monkeypatch):
    """The database in one word, where the photographs are the matter."""
    monkeypatch.setattr(dump, "write", lambda target: target.write_text("database"))


def test_manifest_names_every_file(folder, media):
    made = backup.make(folder, media)

    assert {*files.manifest(made)} == {"database.dump", "media/photos/ảnh.jpg"}
    assert oct(made.stat().st_mode)[-3:] == "700"
    files.check(made)


def _spoil(made):
    (made / "media" / "photos" / "ảnh.jpg").write_bytes(b"two")


def _lose(made):
    (made / "database.dump").unlink()


def _add(made):
    (made / "media" / "more.jpg").write_bytes(b"")


def _tear(made):
    (made / "manifest.json").write_text('{"database.dump": {')


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("damage", [_spoil, _lose, _add, _tear])
def test_damaged_backup_is_noticed(folder, media, damage):
    made = backup.make(folder, media)
    damage(made)

    with pytest.raises(BackupError, match=r"is damaged|is no whole backup"):
        files.check(made)


@pytest.mark.usefixtures("light")
def test_photograph_is_on_disk_once(folder, media):
    first = backup.make(folder, media)
    (media / "new.jpg").write_bytes(b"new")
    second = backup.make(folder, media)

    one, same = (made / "media" / "photos" / "ảnh.jpg" for made in (first, second))
    assert one.samefile(same)
    assert not one.samefile(media / "photos" / "ảnh.jpg")
    files.check(second)


@pytest.mark.usefixtures("light")
def test_file_that_was_written_again_is_copied_again(folder, media):
    backup.make(folder, media)
    (media / "photos" / "ảnh.jpg").write_bytes(b"two")
    os.utime(media / "photos" / "ảnh.jpg", ns=(1, 1))

    assert (backup.make(folder, media) / "media" / "photos" / "ảnh.jpg").read_bytes() == b"two"


def test_upload_during_the_dump_is_in_it(folder, media, monkeypatch):
    def upload(target):
        target.write_text("database")
        (media / "late.jpg").write_bytes(b"late")
        (media / "photos" / "ảnh.jpg").unlink()

    monkeypatch.setattr(dump, "write", upload)

    assert {*files.manifest(backup.make(folder, media))} == {"database.dump", "media/late.jpg", "media/photos/ảnh.jpg"}


def test_backup_that_failed_leaves_none_and_the_next_clears_up(folder, media, monkeypatch):
    monkeypatch.setattr(dump, "WITHOUT_ROWS", ["too.many.names.here"])
    with pytest.raises(BackupError, match="pg_dump failed"):
        backup.make(folder, media)
    assert backup.complete(folder) == []
    assert len([*folder.glob("*.unfinished")]) == 1

    monkeypatch.setattr(dump, "write", lambda target: target.write_text("database"))
    made = backup.make(folder, media)

    assert backup.complete(folder) == [made]
    assert [*folder.glob("*.unfinished")] == []


@pytest.mark.usefixtures("light")
def test_command_keeps_the_newest(folder, media, settings):
    settings.MEDIA_ROOT = media
    for _ in range(3):
        call_command("backup", folder, keep=2, verbosity=0)

    assert [made.name for made in backup.complete(folder)] == ["2026-11-24T010000", "2026-11-24T020000"]


@pytest.mark.usefixtures("light")
def test_two_at_once_are_refused(folder, media):
    folder.mkdir()
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="is under way"):
            call_command("backup", folder)


def test_older_pg_dump_is_refused_by_name(folder, media, monkeypatch):
    monkeypatch.setattr(dump, "_version", lambda program: 9)

    with pytest.raises(BackupError, match=r"The server is PostgreSQL \d+ and needs a pg_dump as new as that: .*is 9"):
        backup.make(folder, media)


def test_tables_left_out_are_there():
    """A name that is spelt wrongly would be left in, and nobody would be told."""
    assert {*dump.WITHOUT_ROWS} <= {*connection.introspection.table_names()}


def test_restore_wants_a_backup(tmp_path, settings, monkeypatch):
    monkeypatch.setattr(dump, "is_empty", lambda: True)

    with pytest.raises(CommandError, match="is no whole backup"):
        call_command("restore", tmp_path)


def test_manifest_is_plain(folder, media):
    made = backup.make(folder, media)

    facts = json.loads((made / "manifest.json").read_text())["media/photos/ảnh.jpg"]
    assert facts == {"size": 3, "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}
