"""Pictures of choices: whatever is sent is decoded under limits, and only pixels are kept."""

from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image

from newsroom.pages.decoding import decode

LONGEST_EDGE = 800


def tidy(upload) -> ContentFile:
    """The picture in `upload` as a JPEG file to keep, under a name that nobody can guess. Raises ValidationError."""
    picture = decode(upload)
    picture.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    encoded = BytesIO()
    picture.save(encoded, "JPEG", quality=82, optimize=True, progressive=True)
    return ContentFile(encoded.getvalue(), f"{uuid4().hex}.jpg")
