import pytest
from django.db import IntegrityError

from photos.models import Photo
from tests.factories.photos import PhotoFactory


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        ({"caption": "Hội Gióng", "alt": "Người đi hội"}, "Hội Gióng"),
        ({"caption": "", "alt": "Người đi hội"}, "Người đi hội"),
        (
            {"caption": "một hai " * 20, "alt": ""},
            "một hai một hai một hai một hai một hai một hai một hai…",
        ),
    ],
)
def test_photo_is_called_by_what_is_said_of_it(texts, shown):
    assert str(Photo(**texts)) == shown


def test_photo_of_which_nothing_is_said_is_called_by_its_number():
    assert str(Photo(pk=1234)) == "Ảnh số 1234"


def test_photo_texts_are_normalised(db):
    photo = PhotoFactory(caption="Ho\u0323\u0302i la\u0300ng", credit="Đa\u0300o\nDuy", alt="Nu\u0301i")

    photo.refresh_from_db()

    assert (photo.caption, photo.credit, photo.alt) == ("Hội làng", "Đào Duy", "Núi")


@pytest.mark.parametrize(("asked", "given"), [(300, 480), (480, 480), (959, 480), (960, 960), (4000, 1600)])
def test_photo_rendition_is_the_widest_that_fits(asked, given):
    photo = PhotoFactory.build(width=2400)

    assert photo.rendition(asked).width == given


def test_photo_rendition_of_a_small_photo_is_its_own_size():
    assert PhotoFactory.build(width=300).rendition(960).width == 300


def test_photo_without_a_size_is_refused_by_the_database(db):
    with pytest.raises(IntegrityError, match="photos_photo_has_a_size"):
        PhotoFactory(width=0)
