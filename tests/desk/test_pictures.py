"""The illustrations of the demonstration: each is there, whole, its own, and the same every time."""

import io

import pytest
from PIL import Image, ImageStat

from newsroom.desk.demo import pictures
from newsroom.desk.demo.stories import STORIES


def _opened(motif, seed="a"):
    return Image.open(io.BytesIO(pictures.draw(motif, seed)))


def test_there_are_at_least_twenty_motifs():
    assert len(pictures.MOTIFS) >= 20


@pytest.mark.parametrize("motif", pictures.MOTIFS)
def test_draw_gives_a_lead_photo(motif):
    picture = _opened(motif)

    assert (picture.format, picture.size) == ("JPEG", (1800, 1200))
    # A blank or nearly blank sheet, grain and all, spreads less than this.
    assert ImageStat.Stat(picture.convert("L")).stddev[0] > 20


def test_draw_is_the_same_for_the_same_seed_only():
    assert pictures.draw("karst", "one") == pictures.draw("karst", "one")
    assert pictures.draw("karst", "one") != pictures.draw("karst", "two")


def test_motifs_are_distinct_compositions():
    small = {motif: _opened(motif).convert("L").resize((6, 4)).tobytes() for motif in pictures.MOTIFS}

    assert len(set(small.values())) == len(pictures.MOTIFS)


def test_draw_refuses_an_unknown_motif():
    with pytest.raises(KeyError):
        pictures.draw("selfie", "a")


def test_every_motif_illustrates_a_story():
    used = {story["photo"]["motif"] for story in STORIES if story["photo"]}

    assert used == set(pictures.MOTIFS)
