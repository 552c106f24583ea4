"""The sizes in which a reader gets a photo, and their addresses.

Everything follows from the row (folder, width, height), so that no page reads a file or asks the storage.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

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


@dataclass(frozen=True)
class Shape:
    """What every rendition of a photo follows from: its folder, width and height in pixels."""

    folder: str
    width: int
    height: int

    @cached_property
    def renditions(self):
        """Every `Rendition`, narrowest first. Never wider than the photo: a smaller one has the widths that fit and its
        own.
        """
        return [
            Rendition(self.folder, fitting, max(1, round(self.height * fitting / self.width)))
            for fitting in sorted({min(standard, self.width) for standard in WIDTHS})
        ]

    def rendition(self, width):
        """The widest rendition of at most `width` pixels, or the narrowest there is."""
        return next((size for size in reversed(self.renditions) if size.width <= width), self.renditions[0])

    @property
    def srcset_webp(self):
        return self._srcset(Format.WEBP)

    @property
    def srcset_jpeg(self):
        return self._srcset(Format.JPEG)

    def _srcset(self, encoding):
        return ", ".join(f"{size.url(encoding)} {size.width}w" for size in self.renditions)
