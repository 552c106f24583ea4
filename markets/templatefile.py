"""The workbook to fill for an import: the headings that are known, and a row for every item."""

import io

from django.utils.translation import gettext as _

from markets.export import heads
from markets.models import Instrument
from newsroom.text.sheets import harmless

_COLUMNS = ("instrument", "unit", "buy", "sell", "price", "low", "high", "quoted_at", "source")


def made() -> io.BytesIO:
    """The file, ready to send. One query."""
    from openpyxl import Workbook  # noqa: PLC0415 (heavy, and no page of readers needs it)

    book = Workbook()
    sheet = book.active
    sheet.title = _("Prices")
    words = heads()
    sheet.append([words[name] for name in _COLUMNS])
    for instrument in Instrument.objects.order_by("group__order", "group", "order", "pk"):
        sheet.append([harmless(instrument.name), harmless(instrument.unit)])
    for column, width in zip("ABCDEFGHI", (34, 14, 16, 16, 16, 16, 16, 18, 24), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "B2"
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file
