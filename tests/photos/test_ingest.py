import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from PIL import ExifTags, Image, ImageCms

from photos.ingest import ingest
from photos.models import Photo
from tests.factories.photos import encoded, picture, upload
from tests.samples import sample

pytestmark = pytest.mark.django_db

# What would tell of metadata in the bytes of a JPEG or WebP file.
TRACES = [b"Exif\0\0", b"EXIF", b"8BIM", b"Photoshop", b"ns.adobe.com", b"XMP ", b"ICC_PROFILE", b"ICCP", b"php"]


def files(settings):
    """Every stored file, by its name below MEDIA_ROOT."""
    root = Path(settings.MEDIA_ROOT)
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def stored(photo):
    """Name → bytes of every file of the photo."""
    _folders, names = default_storage.listdir(photo.folder)
    return {name: read(f"{photo.folder}/{name}") for name in names}


def read(name):
    with default_storage.open(name) as file:
        return file.read()


def test_ingest_keeps_row_and_texts(photographer):
    photo = ingest(
        upload(picture(60, 40)), by=photographer, caption="Hội Gióng", credit="Đào Duy", alt="Người đi trẩy hội"
    )

    photo.refresh_from_db()
    assert (photo.caption, photo.credit, photo.alt) == ("Hội Gióng", "Đào Duy", "Người đi trẩy hội")
    assert (photo.width, photo.height, photo.created_by) == (60, 40, photographer)


def test_ingest_writes_the_original_and_three_widths_in_two_formats(photographer):
    photo = ingest(upload(picture(2000, 1000)), by=photographer)

    sizes = {}
    for name, content in stored(photo).items():
        with Image.open(ContentFile(content)) as image:
            sizes[name] = (image.format, *image.size)
    assert sizes == {
        "original.jpg": ("JPEG", 2000, 1000),
        "w480.jpg": ("JPEG", 480, 240),
        "w480.webp": ("WEBP", 480, 240),
        "w960.jpg": ("JPEG", 960, 480),
        "w960.webp": ("WEBP", 960, 480),
        "w1600.jpg": ("JPEG", 1600, 800),
        "w1600.webp": ("WEBP", 1600, 800),
    }


def test_ingest_never_enlarges(photographer):
    photo = ingest(upload(picture(300, 200)), by=photographer)

    assert sorted(stored(photo)) == ["original.jpg", "w300.jpg", "w300.webp"]


@pytest.mark.parametrize("width", [300, 1200, 2600])
def test_ingest_writes_exactly_what_the_row_promises(photographer, width):
    photo = ingest(upload(picture(width, 20)), by=photographer)

    for rendition in photo.renditions:
        for url in [rendition.webp, rendition.jpeg]:
            with Image.open(ContentFile(read(url.removeprefix("/media/")))) as image:
                assert image.size == (rendition.width, rendition.height)


def test_ingest_puts_nothing_of_the_name_into_the_address(photographer):
    photo = ingest(upload(name="../../bí mật <script>.php"), by=photographer)

    assert re.fullmatch(r"photos/\d{4}/\d\d/[0-9a-f]{32}/original\.jpg", photo.image.name)


def test_ingest_gives_every_photo_its_own_folder(photographer):
    assert ingest(upload(), by=photographer).folder != ingest(upload(), by=photographer).folder


def telling_photo():
    """A photo that tells where and by whom it was taken: EXIF with GPS, IPTC, XMP, a comment, a colour profile."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Nguồn tin"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (20.0, 15.0, 3.0)
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x50\0\x05Nguon"
    return encoded(
        picture(700, 500),
        exif=exif,
        xmp=b"http://ns.adobe.com/xap/1.0/ <x:xmpmeta>20,15N</x:xmpmeta>",
        comment="Nguồn tin",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        extra=b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc,
    )


def assert_silent(photo):
    for name, content in stored(photo).items():
        assert [trace for trace in TRACES if trace in content] == [], name
        with Image.open(ContentFile(content)) as image:
            assert dict(image.getexif()) == {}, name
            told = set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
            assert told <= {"loop", "background", "timestamp", "duration"}, name
            assert [marker for marker, _data in getattr(image, "applist", [])] in ([], ["APP0"]), name


def test_ingest_drops_all_metadata_from_every_file(photographer):
    content = telling_photo()
    assert [trace for trace in TRACES if trace in content] == [
        b"Exif\0\0",
        b"8BIM",
        b"Photoshop",
        b"ns.adobe.com",
        b"ICC_PROFILE",
    ]

    assert_silent(ingest(ContentFile(content), by=photographer))


def test_ingest_drops_all_metadata_from_samples(photographer):
    for path in sorted(sample("images").glob("*.jpg")):
        assert_silent(ingest(ContentFile(path.read_bytes()), by=photographer))


def test_ingest_leaves_nothing_of_a_polyglot(photographer):
    code = b"<?php system($_GET['c']); ?>"

    photo = ingest(ContentFile(encoded(picture(), comment=code) + code), by=photographer)

    assert [name for name, content in stored(photo).items() if b"php" in content] == []


def test_ingest_takes_or_refuses_every_hostile_sample(photographer, settings):
    for path in sorted(sample("images-hostile").iterdir()):
        before = files(settings)
        try:
            assert_silent(ingest(ContentFile(path.read_bytes()), by=photographer))
        except ValidationError:
            assert files(settings) == before


def test_ingest_refuses_who_may_not_add(onlooker, settings):
    with pytest.raises(PermissionDenied):
        ingest(upload(), by=onlooker)

    assert (Photo.objects.count(), files(settings)) == (0, [])


def test_ingest_without_a_person_is_an_import(db):
    assert ingest(upload(), by=None).created_by is None


def test_ingest_refuses_a_text_that_is_too_long(photographer, settings):
    with pytest.raises(ValidationError) as refused:
        ingest(upload(), by=photographer, credit="x" * 201)

    assert list(refused.value.message_dict) == ["credit"]
    assert (Photo.objects.count(), files(settings)) == (0, [])


def test_ingest_leaves_no_file_when_the_database_refuses(photographer, settings, monkeypatch):
    def refuse(self, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(Photo, "save", refuse)

    with pytest.raises(IntegrityError):
        ingest(upload(), by=photographer)

    assert files(settings) == []


def test_ingest_leaves_neither_row_nor_file_when_the_storage_fails(photographer, settings, monkeypatch):
    save = default_storage.save
    written = []

    def fail_on_the_third(name, content):
        if len(written) == 2:
            raise OSError("disk full")
        written.append(save(name, content))

    monkeypatch.setattr(default_storage, "save", fail_on_the_third)

    with pytest.raises(OSError, match="disk full"):
        ingest(upload(picture(500, 500)), by=photographer)

    assert (len(written), Photo.objects.count(), files(settings)) == (2, 0, [])


def test_deleted_photo_takes_its_files_along(photographer, settings, django_capture_on_commit_callbacks):
    kept, gone = (ingest(upload(picture(500, 300)), by=photographer) for _ in range(2))

    with django_capture_on_commit_callbacks(execute=True):
        Photo.objects.filter(pk=gone.pk).delete()

    assert {name.rpartition("/")[0] for name in files(settings)} == {kept.folder}
    assert not default_storage.exists(gone.folder)


@pytest.mark.django_db(transaction=True)
def test_photo_keeps_its_files_when_its_deletion_is_taken_back(photographer, settings):
    photo = ingest(upload(), by=photographer)
    before = files(settings)

    with pytest.raises(IntegrityError), transaction.atomic():
        photo.delete()
        raise IntegrityError

    assert files(settings) == before


def test_deleted_photo_whose_files_are_gone_is_deleted(photographer, django_capture_on_commit_callbacks):
    photo = ingest(upload(), by=photographer)
    for name in stored(photo):
        default_storage.delete(f"{photo.folder}/{name}")
    default_storage.delete(photo.folder)

    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()

    assert Photo.objects.count() == 0
