"""The files of a backup: photographs, each stored once, and the manifest that tells a whole backup from a torn one."""

import hashlib
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from newsroom.backup.errors import BackupError

DUMP, MEDIA, MANIFEST = "database.dump", "media", "manifest.json"


class Keeper:
    """Fills the folder of one backup; what the `earlier` one holds already is linked to it, not copied and not read."""

    def __init__(self, backup: Path, earlier: Path | None):
        self.backup, self.earlier = backup, earlier
        self.known = manifest(earlier) if earlier else {}
        self.linked = {}

    def take(self, media: Path) -> None:
        """Take in what lies in `media` and was not taken in before; what vanishes meanwhile is left out."""
        (self.backup / MEDIA).mkdir(exist_ok=True)
        for path in _files_in(media):
            with suppress(FileNotFoundError):
                self._take_one(path, f"{MEDIA}/{path.relative_to(media).as_posix()}")

    def close(self) -> None:
        """Write the manifest, once everything it names is on the disk."""
        facts = {}
        for path in _files_in(self.backup):
            name = path.relative_to(self.backup).as_posix()
            facts[name] = self.linked.get(name) or _facts(path)
        target = self.backup / MANIFEST
        target.write_text(json.dumps(facts, indent=0, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        os.sync()

    def _take_one(self, path, name):
        target = self.backup / name
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in self.known and _is_same(path, self.earlier / name):
            os.link(self.earlier / name, target)
            self.linked[name] = self.known[name]
        else:
            shutil.copy2(path, target)


def manifest(backup: Path) -> dict:
    """Name of each file in a backup → its size in bytes and its digest. Raises BackupError where it cannot be read."""
    try:
        return json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BackupError(f"{backup} is no whole backup: {MANIFEST} cannot be read ({error}).") from error


def check(backup: Path) -> None:
    """Raise BackupError unless every file is there as it was written, and no other."""
    told = manifest(backup)
    there = {path.relative_to(backup).as_posix(): path for path in _files_in(backup)}
    there.pop(MANIFEST)
    wrong = sorted({*told} ^ {*there}) or [name for name, facts in told.items() if _facts(there[name]) != facts]
    if wrong or DUMP not in told:
        raise BackupError(f"{backup} is damaged: {', '.join(wrong[:5]) or DUMP} is not as it was written.")


def holds_photographs(backup: Path) -> bool:
    """Whether photographs were backed up with the database, be there none yet."""
    return (backup / MEDIA).is_dir()


def copy_out(source: Path, target: Path) -> None:
    """Copy a folder into one that is empty or not there."""
    shutil.copytree(source, target, dirs_exist_ok=True)


def sync(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _files_in(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _is_same(one, other):
    """By size and time, as rsync judges: an uploaded file is never written again."""
    a, b = one.stat(), other.stat()
    return (a.st_size, a.st_mtime_ns) == (b.st_size, b.st_mtime_ns)


def _facts(path):
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"size": path.stat().st_size, "sha256": digest}
