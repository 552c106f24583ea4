"""Illustrations for the demonstration, drawn by code as if cut in wood: flat washes, silhouettes, hatching; 3:2.

The subject of each stays inside the middle square and clear of the upper and lower twelfth, so that the pictures may be
cropped to 16:9 and 1:1. A motif is a function of a `Sheet`; its name is what stories ask for.
"""

from newsroom.desk.demo.pictures import crafts, fields, sport, town, village, waters
from newsroom.desk.demo.pictures.hand import HEIGHT, WIDTH, Sheet

__all__ = ["HEIGHT", "MOTIFS", "WIDTH", "draw"]

MOTIFS = {motif.__name__: motif for family in (waters, fields, village, crafts, town, sport) for motif in family.MOTIFS}


def draw(motif: str, seed: str) -> bytes:
    """A JPEG of 1800 x 1200 pixels; the same seed gives the same picture. Raises KeyError for an unknown motif."""
    cut = MOTIFS[motif]
    sheet = Sheet(seed)
    cut(sheet)
    return sheet.jpeg()
