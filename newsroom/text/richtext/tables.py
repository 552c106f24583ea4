"""How tables of a story are set for readers: columns of figures on the right, and a frame to scroll wide ones in."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.text.richtext import tree
from newsroom.text.richtext.tree import Element

# 1.360 · +0,54% · 56,25 tạ · 5–7 · 22/11/2026: at most one word behind the figures.
_FIGURE = re.compile(r"[-+−–~≈<>]?\s?\d[\d\s.,:/%–−-]*([^\W\d_][\w/²³]*)?")
_DASHES = frozenset("-–—")


def set_tables(html: str) -> str:
    """Clean HTML with `class="figure"` on the cells of columns that hold figures, each table in a `div.table`.

    The stored text stays as it was written. A table with merged cells keeps its cells as they are: what stands in
    which column is not told by counting.
    """
    if "<table" not in html:
        return html
    root = tree.parse(html)
    _frame(root)
    return tree.serialize(root.children)


def _frame(element: Element) -> None:
    for place, child in enumerate(element.children):
        if not isinstance(child, Element):
            continue
        if child.tag == "table":
            _mark_figures(child)
            element.children[place] = _framed(child)
        else:
            _frame(child)


def _framed(table: Element) -> Element:
    """A frame that scrolls can be reached by keyboard, and has a name then."""
    name = " ".join(tree.text_of(part) for part in _named(table, "caption")) or _("Table")
    return Element("div", {"class": "table", "role": "region", "tabindex": "0", "aria-label": name}, [table])


def _mark_figures(table: Element) -> None:
    rows = [list(_named(row, "td", "th")) for row in _named(table, "tr")]
    if any({"colspan", "rowspan"} & cell.attrs.keys() for row in rows for cell in row):
        return
    for column in range(1, max(map(len, rows), default=0)):  # the first column names the rows
        cells = [row[column] for row in rows if column < len(row)]
        if _holds_figures(cells):
            for cell in cells:
                cell.attrs["class"] = "figure"


def _holds_figures(cells: list[Element]) -> bool:
    """Whether every cell below the head holds a figure or nothing, and one of them a figure."""
    words = [tree.text_of(cell).strip() for cell in cells if cell.tag == "td"]
    said = [word for word in words if word and word not in _DASHES]
    return bool(said) and all(_FIGURE.fullmatch(word) for word in said)


def _named(root: Element, *tags: str) -> Iterator[Element]:
    return (element for element in tree.elements(root) if element.tag in tags)
