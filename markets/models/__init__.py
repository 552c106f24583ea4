"""What is quoted, where prices come from, what was quoted, what waits to be decided, and what the database sums up."""

from markets.models.day import Day, Standing
from markets.models.draft import Draft, OpenSheet
from markets.models.held import Held
from markets.models.imported import Import
from markets.models.instrument import Group, Holiday, Instrument
from markets.models.quote import Channel, Quote
from markets.models.source import Listing, Source
from markets.models.token import SourceToken

__all__ = [
    "Channel", "Day", "Draft", "Group", "Held", "Holiday", "Import", "Instrument", "Listing", "OpenSheet", "Quote",
    "Source", "SourceToken", "Standing",
]  # fmt: skip
