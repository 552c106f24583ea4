"""From an uploaded file to bare pixels: what a sender may give us, and what is left of it.

The file is hostile until proved otherwise: limits hold before anything is decoded, its content decides and not its
name, and only pixels come out.
"""

import struct
import zlib
from io import BytesIO

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError

MAX_BYTES = 15 * 1024 * 1024
# The largest full-frame cameras make 61 million; decoded that is about 200 MB for a moment.
MAX_PIXELS = 64_000_000
# PNG and WebP cannot be decoded small, and with transparency take several copies of four bytes a pixel.
MAX_PIXELS_DRAWN = 24_000_000
# Of the picture that is kept.
LONGEST_EDGE = 2560
# Few decoders, few holes. A camera's MPO opens as JPEG; of an animation the first picture is taken.
FORMATS = ("JPEG", "PNG", "WEBP")

# What Pillow raises on broken and hostile files. Warnings too: where they are errors, Pillow's arrive as exceptions.
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    EOFError,
    ArithmeticError,
    AttributeError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
    ImageCms.PyCMSError,
    Image.DecompressionBombError,
    Warning,
)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decode(upload):
    """The picture in `upload` (a django File): upright, sRGB, opaque, at most 2560 pixels long, free of metadata.

    Raises ValidationError, in words for the person who sent it, when the file is too large, has too many pixels, is
    not JPEG, PNG or WebP, or is damaged.
    """
    _check_bytes(upload.size)
    try:
        with Image.open(upload, formats=FORMATS) as image:
            _check_pixels(image)
            return _bare(image)
    except UnidentifiedImageError as error:
        raise ValidationError(_("The file is not a readable JPEG, PNG or WebP picture."), code="unknown") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(MAX_PIXELS) from error
    except ValidationError:
        raise
    except _BROKEN as error:
        raise ValidationError(_("The picture is damaged and cannot be read."), code="damaged") from error


def _check_bytes(size):
    if not size:
        raise ValidationError(_("The file is empty."), code="empty")
    if size > MAX_BYTES:
        message = _("The file has %(size)s; a picture may have %(limit)s at most.")
        params = {"size": filesizeformat(size), "limit": filesizeformat(MAX_BYTES)}
        raise ValidationError(message, code="bytes", params=params)


def _check_pixels(image):
    """Reads the header only: nothing has been decoded yet."""
    limit = MAX_PIXELS if image.format in ("JPEG", "MPO") else MAX_PIXELS_DRAWN
    if image.width * image.height > limit:
        raise _too_many_pixels(limit)


def _too_many_pixels(limit):
    message = _("The picture has too many pixels; %(limit)s million are the most.")
    return ValidationError(message, code="pixels", params={"limit": limit // 1_000_000})


def _bare(image):
    """Decode, and keep the pixels alone: a fresh picture has no place for anything else."""
    # JPEG decodes straight to a half or a quarter where that is enough, at a fraction of the memory.
    image.draft(None, _fitted(image.size))
    # Before the EXIF, whose errors are forgiven: those of the picture itself are not.
    image.load()
    turn, profile = _turn(image), image.info.get("icc_profile")
    picture = _on_white(image)
    picture = picture.resize(_fitted(picture.size), Image.Resampling.LANCZOS)
    picture = _in_srgb(picture, profile)
    if turn is not None:
        picture = picture.transpose(turn)
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    return bare


def _fitted(size):
    """`size` scaled down, never up, to the longest edge that is kept."""
    scale = min(1, LONGEST_EDGE / max(size))
    return tuple(max(1, round(edge * scale)) for edge in size)


def _turn(image):
    """How to turn the picture upright. A photo with broken EXIF is still a photo: it is taken as it lies."""
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation))
    except _BROKEN:
        return None


def _on_white(image):
    """The picture in grey, RGB or CMYK, as a colour profile may expect it, with white behind what is transparent."""
    if image.mode.startswith("I"):
        # 16 bits of grey: Pillow's own conversion would clip all but the darkest to white.
        return image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        overlay = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(overlay, mask=overlay.getchannel("A"))
        return paper
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _in_srgb(picture, profile):
    """The colours as sRGB, which is what a browser takes for granted; an unusable profile is passed over."""
    if not profile:
        return picture.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except _BROKEN:
        return picture.convert("RGB")
