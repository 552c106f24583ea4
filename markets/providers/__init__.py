"""The formats in which sources send prices: one reader each, none of which asks anybody for anything.

`PROVIDERS[code].read(content)` gives a Reading or raises FormatError.
"""

from collections.abc import Callable
from dataclasses import dataclass

from markets.providers import gold, petrol, tables, vietcombank
from markets.providers.base import FormatError, Reading, Row

__all__ = ["PROVIDERS", "FormatError", "Provider", "Reading", "Row"]


@dataclass(frozen=True)
class Provider:
    """A format: its name for the desk, its reader, and the least pause in seconds that its source asks for."""

    name: str
    read: Callable[[bytes], Reading]
    least_interval: int = 60
    needs_unit: bool = False
    """Whether its answers do not say what they count, so that the source's settings must."""


PROVIDERS = {
    "vietcombank-xml": Provider("Vietcombank XML", vietcombank.read_xml, least_interval=300),
    "vietcombank-json": Provider("Vietcombank JSON", vietcombank.read_json, least_interval=300),
    "sjc-xml": Provider("SJC XML (tygiavang)", gold.read_sjc_xml),
    "sjc-service": Provider("SJC PriceService (JSON)", gold.read_sjc_service),
    "btmc": Provider("Bảo Tín Minh Châu (JSON)", gold.read_btmc),
    "pnj": Provider("PNJ (JSON)", gold.read_pnj),
    "doji": Provider("DOJI (XML)", gold.read_doji, needs_unit=True),
    "petrolimex": Provider("Petrolimex (JSON)", petrol.read),
    "table": Provider("Bảng CSV", tables.read, needs_unit=True),
}
