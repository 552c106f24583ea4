"""What the columns of a table hold, by Vietnamese or English headings. Pure."""

from collections.abc import Sequence

from newsroom.text.vietnamese import fold, one_line

_WORDS = {
    "instrument": "mat hang|ten|ten mat hang|san pham|loai|loai vang|ngoai te|ma|slug|item|name|instrument|symbol",
    "buy": "mua|mua vao|gia mua|gia mua vao|buy|bid|buying|buying price",
    "sell": "ban|ban ra|gia ban|gia ban ra|sell|ask|selling|selling price",
    "price": "gia|gia ban le|gia hom nay|price",
    "low": "thap nhat|gia thap nhat|tu|low|lowest|lowest price",
    "high": "cao nhat|gia cao nhat|den|high|highest|highest price",
    "unit": "dvt|don vi|don vi tinh|unit",
    "quoted_at": "thoi gian|thoi diem|ngay|ngay gio|cap nhat|date|time|date and time|quoted at|quoted_at",
    "source": "nguon|source",
}
_COLUMNS = {word: column for column, words in _WORDS.items() for word in words.split("|")}
AMOUNTS = ("buy", "sell", "price", "low", "high")


def plan(heads: Sequence[str]) -> dict[str, int] | None:
    """Where each column stands, the first of a kind counting; None unless items and prices are among them."""
    found = {}
    for place, head in enumerate(heads):
        column = _COLUMNS.get(fold(one_line(head).partition("(")[0].strip().rstrip(":*")))
        if column:
            found.setdefault(column, place)
    return found if "instrument" in found and found.keys() & set(AMOUNTS) else None


def unit_in(head: str) -> str:
    """The unit in the brackets of a heading such as `Giá (đồng/kg)`; empty where there is none."""
    return one_line(head).partition("(")[2].partition(")")[0]
