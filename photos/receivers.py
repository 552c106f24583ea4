"""What follows from a photo's row being deleted, whichever way."""

from functools import partial

from django.db import transaction

from photos import files


def remove_files(sender, instance, **kwargs):
    """Heard after `Photo` is deleted. The files go once the deletion is certain."""
    transaction.on_commit(partial(files.remove, instance.folder), robust=True)
