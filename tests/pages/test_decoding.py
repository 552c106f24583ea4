import random
import struct
import warnings
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import ExifTags, Image, ImageCms, ImageOps

from newsroom.pages.decoding import LONGEST_EDGE, MAX_BYTES, decode
from tests.factories.photos import encoded, picture, upload
from tests.samples import sample

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def refusal(content):
    with pytest.raises(ValidationError) as refused:
        decode(ContentFile(content))
    return refused.value.code


def corners(image):
    right, bottom = image.width - 1, image.height - 1
    return [image.getpixel(spot) for spot in [(0, 0), (right, 0), (0, bottom), (right, bottom)]]


def png(width, height, *chunks):
    """A PNG that says it has this size, with these further chunks (name, data)."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n"]
    for name, data in [(b"IHDR", header), *chunks]:
        parts += [struct.pack(">I", len(data)), name, data, struct.pack(">I", zlib.crc32(name + data))]
    return b"".join(parts)


@pytest.mark.parametrize("encoding", ["JPEG", "PNG", "WEBP", "MPO"])
def test_decode_takes_what_cameras_and_desks_make(encoding):
    taken = decode(upload(picture(60, 40), encoding))

    assert (taken.mode, taken.size) == ("RGB", (60, 40))


@pytest.mark.parametrize("encoding", ["GIF", "BMP", "TIFF", "ICO", "PDF", "PPM", "TGA", "EPS"])
def test_decode_refuses_other_formats_whatever_the_name(encoding):
    assert refusal(encoded(picture(), encoding)) == "unknown"


def test_decode_judges_the_content_and_not_the_name():
    assert decode(upload(encoding="PNG", name="../../etc/passwd.exe")).size == (60, 40)


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"<?php system($_GET['c']); ?>",
        b"\x00",
        b"\xff\xd8\xff",
    ],
)
def test_decode_refuses_what_is_no_picture(content):
    assert refusal(content) == "unknown"


def test_decode_refuses_an_empty_file():
    assert refusal(b"") == "empty"


def test_decode_refuses_a_file_of_too_many_bytes_unread():
    photo = encoded(picture())

    assert refusal(photo.ljust(MAX_BYTES + 1, b"\0")) == "bytes"
    assert decode(ContentFile(photo.ljust(MAX_BYTES, b"\0"))).size == (60, 40)


@pytest.mark.parametrize("edge", [8001, 9000, 12000, 60000])
def test_decode_refuses_too_many_pixels_by_the_header(edge):
    """Two of them below the size at which Pillow itself warns or refuses. There is nothing to decode in these files."""
    assert refusal(png(edge, edge, (b"IDAT", b""))) == "pixels"


def test_decode_refuses_too_many_pixels_where_pillow_only_warns():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert refusal(png(12000, 12000, (b"IDAT", b""))) == "pixels"


@pytest.mark.parametrize("encoding", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kept", [0.5, 0.9])
def test_decode_refuses_a_truncated_picture(encoding, kept):
    whole = encoded(Image.effect_noise((200, 200), 90).convert("RGB"), encoding)

    assert refusal(whole[: int(len(whole) * kept)]) in {"damaged", "unknown"}


def test_decode_refuses_a_picture_without_pixels():
    assert refusal(png(100, 100, (b"IDAT", b"junk"), (b"IEND", b""))) == "damaged"


def test_decode_survives_every_kind_of_damage():
    """Changed bytes at random places: a picture or a ValidationError comes out, never anything else."""
    chance = random.Random(2026)
    whole = [encoded(picture(), encoding, exif=exif(6)) for encoding in ["JPEG", "PNG", "WEBP"]]
    outcomes = set()
    for _attempt in range(600):
        content = bytearray(chance.choice(whole))
        for _byte in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.choice([0, 1, 127, 255])
        try:
            outcomes.add(decode(ContentFile(bytes(content))).mode)
        except ValidationError as error:
            outcomes.add(error.code)
    assert outcomes >= {"RGB", "damaged", "unknown"}


def exif(orientation):
    tags = Image.Exif()
    tags[ExifTags.Base.Orientation] = orientation
    return tags


@pytest.mark.parametrize("orientation", range(1, 9))
def test_decode_turns_the_picture_upright(orientation):
    content = encoded(picture(), "PNG", exif=exif(orientation))
    with Image.open(ContentFile(content)) as lying:
        upright = ImageOps.exif_transpose(lying)

    taken = decode(ContentFile(content))

    assert (taken.size, corners(taken)) == (upright.size, corners(upright))


def test_decode_turns_a_photo_taken_with_the_phone_upright():
    taken = decode(upload(picture(), "PNG", exif=exif(6)))

    assert (taken.size, corners(taken)) == ((40, 60), [BLUE, RED, WHITE, GREEN])


@pytest.mark.parametrize("name", ["landscape_1.jpg", "landscape_3.jpg", "landscape_6.jpg", "landscape_8.jpg"])
def test_decode_turns_samples_upright(name):
    assert decode(ContentFile(sample(f"images/{name}").read_bytes())).size == (600, 450)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize("tags", [b"MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\xff\xff" * 9, b"neither MM nor II"])
@pytest.mark.parametrize("encoding", ["JPEG", "PNG"])
def test_decode_takes_a_photo_with_broken_exif_as_it_lies(tags, encoding):
    assert decode(upload(picture(), encoding, exif=b"Exif\0\0" + tags)).size == (60, 40)


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((3000, 2000), (2560, 1707)),
        ((2000, 3000), (1707, 2560)),
        ((5200, 2600), (2560, 1280)),
        ((2561, 1), (2560, 1)),
        ((2560, 100), (2560, 100)),
        ((12, 9), (12, 9)),
    ],
)
@pytest.mark.parametrize("encoding", ["JPEG", "PNG"])
def test_decode_keeps_at_most_the_longest_edge(size, kept, encoding):
    assert LONGEST_EDGE == 2560
    assert decode(upload(picture(*size), encoding)).size == kept


def test_decode_puts_white_behind_what_is_transparent():
    image = picture().convert("RGBA")
    image.putpixel((0, 0), (255, 0, 0, 0))

    assert corners(decode(upload(image, "PNG"))) == [WHITE, GREEN, BLUE, WHITE]


def test_decode_puts_white_behind_a_transparent_palette():
    image = Image.new("P", (4, 4), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putpixel((0, 0), 1)

    assert corners(decode(upload(image, "PNG", transparency=0))) == [BLUE, WHITE, WHITE, WHITE]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_decode_takes_every_kind_of_pixel(mode):
    grey = Image.new("L", (4, 4), 255)

    assert corners(decode(upload(grey.convert(mode), "PNG"))) in ([WHITE] * 4, [(0, 0, 0)] * 4)


def test_decode_keeps_sixteen_bits_of_grey_grey():
    image = Image.new("I;16", (4, 4), 128 * 256)

    assert decode(upload(image, "PNG")).getpixel((0, 0)) == (128, 128, 128)


def test_decode_turns_printing_colours_into_screen_colours():
    image = Image.new("CMYK", (4, 4), (0, 255, 255, 0))

    red, green, blue = decode(upload(image)).getpixel((0, 0))

    assert red > 250
    assert max(green, blue) < 5


def swapped_profile():
    """An sRGB profile in which red and green have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ")


def test_decode_brings_colours_into_srgb():
    red, green, blue = decode(upload(Image.new("RGB", (4, 4), RED), "PNG", icc_profile=swapped_profile())).getpixel(
        (0, 0)
    )

    assert green > 250
    assert max(red, blue) < 5


@pytest.mark.parametrize("profile", [b"no profile at all", swapped_profile()[:200]])
def test_decode_passes_over_an_unusable_profile(profile):
    assert corners(decode(upload(picture(), "PNG", icc_profile=profile))) == [RED, GREEN, BLUE, WHITE]


def test_decode_passes_over_a_profile_of_another_kind_of_picture():
    assert decode(upload(Image.new("L", (4, 4), 99), icc_profile=swapped_profile())).getpixel((0, 0)) == (99, 99, 99)


def test_decode_keeps_nothing_but_pixels():
    taken = decode(upload(picture(), exif=exif(1), comment="riêng", xmp=b"<x/>", icc_profile=swapped_profile()))

    assert (taken.info, dict(taken.getexif())) == ({}, {})


HOSTILE = {
    "apng__sequence_gap.png": "taken",
    "broken.png": "unknown",
    "broken_data_stream.png": "damaged",
    "decompression_bomb.gif": "unknown",
    "decompression_bomb.ico": "unknown",
    "exif_gps_typeerror.jpg": "taken",
    "fuzzdb-lottapixel.jpg": "pixels",
    "fuzzdb-polyglot-php-metadata.jpg": "taken",
    "hopper_bad_exif.jpg": "taken",
}


def outcome(path):
    try:
        taken = decode(ContentFile(path.read_bytes()))
    except ValidationError as error:
        return error.code
    assert (taken.mode, taken.info) == ("RGB", {})
    return "taken"


def test_decode_refuses_or_takes_every_hostile_sample_without_harm():
    outcomes = {path.name: outcome(path) for path in sample("images-hostile").iterdir()}

    assert outcomes == outcomes | HOSTILE
