"""What a headline in a list shows of its story."""

from datetime import datetime
from typing import NamedTuple

from photos.renditions import Shape


class Card(NamedTuple):
    """All plain values, so that two that are equal look alike."""

    address: str
    kicker: str
    title: str
    standfirst: str
    byline: str
    at: datetime
    photo: Shape | None
