"""The files of a photo: where a new one goes, writing them, and removing them."""

from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from photos.renditions import Format

_ENCODER = {
    Format.WEBP: {"quality": 80, "method": 4},
    Format.JPEG: {"quality": 82, "optimize": True, "progressive": True},
}
_ORIGINAL = {"quality": 92, "optimize": True, "progressive": True}


def new_original():
    """A fresh storage name for an original. Nothing in it is the sender's, and nobody can guess it."""
    return f"photos/{timezone.localdate():%Y/%m}/{uuid4().hex}/original.jpg"


def write(photo, picture):
    """Write the original and every rendition of `picture` (an RGB image of the photo's size) beside each other."""
    _save(photo.image.name, picture, Format.JPEG, _ORIGINAL)
    for rendition in photo.renditions:
        resized = picture.resize((rendition.width, rendition.height), Image.Resampling.LANCZOS)
        for encoding in Format:
            _save(rendition.name(encoding), resized, encoding, _ENCODER[encoding])


def remove(folder):
    """Remove a photo's folder with all it holds; a folder that is not there is fine."""
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        default_storage.delete(f"{folder}/{name}")
    default_storage.delete(folder)


def _save(name, picture, encoding, options):
    encoded = BytesIO()
    picture.save(encoded, encoding, **options)
    default_storage.save(name, ContentFile(encoded.getvalue()))
