"""Backups: database and photographs in one folder each, which is whole or is not there.

    <folder>/2026-11-24T021500/     by the paper's clock
        database.dump               pg_dump's custom format; pg_restore reads it without us
        media/                      a photograph is on disk once, however many backups hold it; not there where they are
                                in a bucket, which keeps them by itself
        manifest.json               size and digest of every file

`make` writes one, `restore` reads one; both say what is wrong by `BackupError`, in a sentence for whoever typed
the command.
"""

import fcntl
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from newsroom.backup import dump, files
from newsroom.backup.errors import BackupError

__all__ = ["BackupError", "complete", "make", "media_folder", "restore"]

UNFINISHED = ".unfinished"


def make(folder: Path, media: Path | None, keep: int | None = None) -> Path:
    """Back up the database and `media` into a new folder in `folder`, and return it; of those already there the `keep`
    newest stay, the new one included, or all. `media` is None where photographs are in a bucket: they stay there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        for remains in folder.glob(f"*{UNFINISHED}"):
            shutil.rmtree(remains)
        earlier = complete(folder)
        new = folder / f"{timezone.localtime():%Y-%m-%dT%H%M%S}"
        if new in earlier:
            raise BackupError(f"{new} was made this very second.")
        _write(new, media, earlier[-1] if earlier else None)
        for old in [*earlier, new][: -keep if keep else 0]:
            shutil.rmtree(old)
    return new


def media_folder() -> Path | None:
    """Where photographs lie that a backup has to hold; None where they are in a bucket."""
    return None if settings.MEDIA_BUCKET else Path(settings.MEDIA_ROOT)


def complete(folder: Path) -> list[Path]:
    """The backups in a folder that were brought to their end, oldest first."""
    return sorted(path.parent for path in folder.glob(f"*/{files.MANIFEST}") if path.parent.suffix != UNFINISHED)


def restore(backup: Path, media: Path | None) -> None:
    """Put a backup into the database in force, and its photographs into `media`; both must be empty. Every file is held
    against the manifest before anything is written. `media` is None where photographs are in a bucket.
    """
    if not dump.is_empty():
        raise BackupError("The database is not empty: a backup is restored into a new one only.")
    if media and media.exists() and any(media.iterdir()):
        raise BackupError(f"{media} is not empty: photographs are restored into an empty folder only.")
    files.check(backup)
    _agree(backup, media)
    try:
        if media:
            files.copy_out(backup / files.MEDIA, media)
        dump.read(backup / files.DUMP)
    except BaseException:
        if media:
            _empty(media)  # so that one can try again
        raise


def _agree(backup, media):
    """Refuse to bring stories without their photographs."""
    holds_photographs = files.holds_photographs(backup)
    if media and not holds_photographs:
        raise BackupError(f"{backup} holds no photographs: they are in a bucket. Name it in MEDIA_BUCKET.")
    if holds_photographs and not media:
        raise BackupError(f"{backup} holds photographs: restore it without MEDIA_BUCKET.")


def _write(new, media, earlier):
    scratch = new.with_name(new.name + UNFINISHED)
    scratch.mkdir(mode=0o700)  # addresses of readers, password hashes
    # Photographs twice: those that go while the database is read are there from before, those that come from after.
    keeper = files.Keeper(scratch, earlier)
    if media:
        keeper.take(media)
    dump.write(scratch / files.DUMP)
    if media:
        keeper.take(media)
    keeper.close()
    scratch.rename(new)
    files.sync(new.parent)


@contextmanager
def _alone(folder):
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(f"Another backup into {folder} is under way.") from None
        yield


def _empty(folder):
    for path in folder.iterdir() if folder.exists() else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
