"""The one way in for a photo."""

from contextlib import ExitStack

from django.core.exceptions import PermissionDenied
from django.db import transaction

from newsroom.pages.decoding import decode
from photos import files
from photos.models import Photo


def ingest(upload, *, by, caption="", credit="", alt="", ai_label=""):
    """Take an uploaded file (a django File) into the library and return its `Photo`.

    `by` is the account that adds it, or None where no person does (an import). Raises PermissionDenied when `by` may
    not add photos, ValidationError when the file or a text is refused; then neither row nor file is left.
    Where a caller's own transaction fails afterwards the row goes and the files stay, under an address nobody knows.
    """
    return keep(Photo(caption=caption, credit=credit, alt=alt, ai_label=ai_label), decode(upload), by=by)


def keep(photo, picture, *, by):
    """Save a new `photo`, which has its texts, with the `picture` that `decode` made of its file.

    For forms, which decode while they validate; everybody else calls `ingest`, and the same errors are raised.
    """
    if by is not None and not by.has_perm("photos.add_photo"):
        raise PermissionDenied
    photo.image, photo.created_by = files.new_original(), by
    photo.width, photo.height = picture.size
    photo.full_clean()
    with ExitStack() as undo:
        undo.callback(files.remove, photo.folder)
        # The row first: the database may refuse it, and then nothing has been written.
        with transaction.atomic():
            photo.save(force_insert=True)
            files.write(photo, picture)
        undo.pop_all()
    return photo
