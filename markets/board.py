"""The price board: instruments as they stand together on the page and in the widget."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from markets.models import Group, Instrument, Quote


@dataclass(frozen=True)
class Block:
    """The instruments of one group, in order."""

    group: Group
    instruments: list[Instrument]

    @property
    def has_pairs(self) -> bool:
        """Whether the table needs two columns of prices."""
        return any(instrument.is_pair for instrument in self.instruments)

    @property
    def columns(self) -> int:
        """How many cells a row of the plain table has."""
        return 3 if self.has_pairs else 2

    @property
    def newest(self) -> Quote | None:
        """The quote of the latest time; None where nothing is quoted."""
        latest = [instrument.latest for instrument in self.instruments if instrument.latest]
        return max(latest, key=attrgetter("quoted_at"), default=None)

    @property
    def dateline(self) -> Quote | None:
        """A quote whose source and time hold for all of the block; None where they differ or nothing is quoted."""
        latest = [instrument.latest for instrument in self.instruments if instrument.latest]
        told = {(quote.source, quote.quoted_at) for quote in latest}
        return latest[0] if len(told) == 1 else None


def is_all_demo(blocks: Iterable[Block]) -> bool:
    """Whether every price shown is invented: then the board says so once, and not beside each."""
    quotes = [each.latest for block in blocks for each in block.instruments if each.latest]
    return bool(quotes) and all(quote.source.is_demo for quote in quotes)


def blocks(instruments: Iterable[Instrument]) -> list[Block]:
    """One block for every group; `instruments` come in the model's own order, with group and latest at hand."""
    return [Block(group, list(members)) for group, members in groupby(instruments, key=attrgetter("group"))]
