"""The sizes in which a reader gets a photo, and their addresses.

Everything follows from the row (folder, width, height), so that no page reads a file or asks the storage.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.core.files.storage import default_storage

# Pixels: a phone, a phone of high density or a column, the full measure of a desk screen.
WIDTHS = (480, 960, 1600)


class Format(StrEnum):
    """The encodings of every rendition, by Pillow's name of them, which is the MIME subtype too."""

    WEBP = "webp"
    JPEG = "jpeg"

    @property
    def suffix(self):
        return "jpg" if self is Format.JPEG else self.value


@dataclass(frozen=True)
class Rendition:
    """One size of one photo: `folder` as the storage names it, width and height in pixels."""

    folder: str
    width: int
    height: int

    def name(self, encoding):
        """Name of the file in the storage."""
        return f"{self.folder}/w{self.width}.{encoding.suffix}"

    def url(self, encoding):
        return default_storage.url(self.name(encoding))

    @property
    def webp(self):
        return self.url(Format.WEBP)

    @property
    def jpeg(self):
        return self.url(Format.JPEG)


def renditions(folder, width, height):
    """The renditions of a photo of this size, narrowest first.

    Never wider than the photo: a smaller photo has the widths that fit and its own.
    """
    return [
        Rendition(folder, fitting, max(1, round(height * fitting / width)))
        for fitting in sorted({min(standard, width) for standard in WIDTHS})
    ]


def srcset(sizes, encoding):
    """Value of a `srcset` attribute for these renditions."""
    return ", ".join(f"{size.url(encoding)} {size.width}w" for size in sizes)
