import pytest

from photos.renditions import Rendition, Shape


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (2560, [480, 960, 1600]),
        (1601, [480, 960, 1600]),
        (1600, [480, 960, 1600]),
        (1200, [480, 960, 1200]),
        (960, [480, 960]),
        (480, [480]),
        (300, [300]),
        (1, [1]),
    ],
)
def test_renditions_are_never_wider_than_the_photo(width, widths):
    assert [size.width for size in Shape("photos/a", width, 100).renditions] == widths


def test_renditions_keep_the_proportions():
    sizes = [(size.width, size.height) for size in Shape("photos/a", 2400, 1600).renditions]

    assert sizes == [(480, 320), (960, 640), (1600, 1067)]


def test_renditions_of_a_hairline_are_a_pixel_high():
    assert [size.height for size in Shape("photos/a", 2560, 1).renditions] == [1, 1, 1]


def test_rendition_has_an_address_in_each_format():
    rendition = Rendition("photos/2026/11/a", 480, 320)

    assert rendition.webp == "/media/photos/2026/11/a/w480.webp"
    assert rendition.jpeg == "/media/photos/2026/11/a/w480.jpg"


def test_srcset_names_every_width():
    shape = Shape("photos/a", 1000, 500)

    assert shape.srcset_webp == (
        "/media/photos/a/w480.webp 480w, /media/photos/a/w960.webp 960w, /media/photos/a/w1000.webp 1000w"
    )
    assert shape.srcset_jpeg == (
        "/media/photos/a/w480.jpg 480w, /media/photos/a/w960.jpg 960w, /media/photos/a/w1000.jpg 1000w"
    )
