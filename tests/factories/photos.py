"""Photos for tests: pictures drawn on the spot, uploads made of them, and rows."""

from io import BytesIO

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from photos.models import Photo


def picture(width=60, height=40):
    """A picture whose four corners differ: red, green, blue, and white at the bottom right."""
    corners = Image.new("RGB", (2, 2))
    corners.putdata([(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)])
    return corners.resize((width, height), Image.Resampling.NEAREST)


def encoded(image, encoding="JPEG", **options):
    """The image as the bytes of a file; options as Pillow's `save` takes them."""
    file = BytesIO()
    image.save(file, encoding, **options)
    return file.getvalue()


def upload(image=None, encoding="JPEG", name="chân dung.jpg", **options):
    """An uploaded file with this image, or a small one."""
    return SimpleUploadedFile(name, encoded(image or picture(), encoding, **options))


class PhotoFactory(factory.django.DjangoModelFactory):
    """A photo's row, with no file behind it: pages never read one. For files as well call `photos.ingest.ingest`."""

    class Meta:
        model = Photo

    image = factory.Sequence(lambda n: f"photos/2026/11/{n:032x}/original.jpg")
    width = 2400
    height = 1600
    caption = factory.Sequence(lambda n: f"Ảnh thứ {n}")
    credit = "Đào Duy"
    alt = "Cánh đồng lúa"
