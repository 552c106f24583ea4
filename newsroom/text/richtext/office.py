"""What Word and Google Docs mean by their clipboard HTML: emphasis written as styles, lists written as paragraphs."""

import re
from dataclasses import dataclass

from newsroom.text.richtext.tree import Element, Node, text_of

_EMPHASIS_SOURCES = frozenset({"span", "font", "b", "strong", "i", "em"})
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_LIST_LEVEL = re.compile(r"\blevel([1-9])")
# `1.`, `a)`, `(iv)`, `1.2.` number an ordered list; a lone sign such as `·` or `o` is a bullet.
_ORDERED_MARKER = re.compile(r"\(?(\w+)(\.\w+)*[.)]")


def read_office(root: Element) -> None:
    """Rewrite, in place, styles with a meaning as elements and Word's list paragraphs as lists."""
    _gather_lists(root)
    root.children = _emphasize(root.children)


def _style(element: Element) -> dict[str, str]:
    """Declarations of the style attribute, names and values in lower case."""
    pairs = (declaration.split(":", 1) for declaration in element.attrs.get("style", "").lower().split(";"))
    return {pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2}


# --- Emphasis ------------------------------------------------------------------------------------------------------


def _emphasize(nodes: list[Node]) -> list[Node]:
    result = []
    for node in nodes:
        if isinstance(node, Element):
            result += _reword(node)
        else:
            result.append(node)
    return result


def _reword(element: Element) -> list[Node]:
    element.children = _emphasize(element.children)
    if element.tag not in _EMPHASIS_SOURCES:
        return [element]
    nodes = element.children
    for tag in _meaning(element):
        nodes = [Element(tag, {}, nodes)]
    return nodes


def _meaning(element: Element) -> list[str]:
    """Tags an inline element stands for. A style outranks the tag: Google Docs wraps all in a `b` of normal weight."""
    style = _style(element)
    weight, slant = style.get("font-weight"), style.get("font-style")
    is_bold = bool(_BOLD.fullmatch(weight)) if weight else element.tag in ("b", "strong")
    is_italic = slant in ("italic", "oblique") if slant else element.tag in ("i", "em")
    raised = {"super": "sup", "sub": "sub"}.get(style.get("vertical-align"))
    return [tag for tag, is_meant in ((raised, raised), ("em", is_italic), ("strong", is_bold)) if is_meant]


# --- Word's lists --------------------------------------------------------------------------------------------------


@dataclass
class _Item:
    level: int
    tag: str
    start: str
    children: list[Node]


def _gather_lists(element: Element) -> None:
    """Replace each run of Word's list paragraphs and list fragments by properly nested lists."""
    gathered, run = [], []
    for child in element.children:
        items = _items(child)
        if items:
            run += items
        elif not (run and _is_blank(child)):
            gathered += [*_nest(run), child]
            run = []
            if isinstance(child, Element):
                _gather_lists(child)
    element.children = gathered + _nest(run)


def _is_blank(node: Node) -> bool:
    return isinstance(node, str) and not node.strip()


def _items(node: Node) -> list[_Item]:
    if isinstance(node, str):
        return []
    level = _level(node)
    if node.tag == "p" and level:
        marker = _take_marker(node).strip()
        ordered = _ORDERED_MARKER.fullmatch(marker)
        return [_Item(level, "ol" if ordered else "ul", ordered[1] if ordered else "", node.children)]
    return _items_of_list(node) if node.tag in ("ul", "ol") and _is_from_word(node) else []


def _level(element: Element) -> int:
    match = _LIST_LEVEL.search(_style(element).get("mso-list", ""))
    return int(match[1]) if match else 0


def _is_from_word(element: Element) -> bool:
    return any(isinstance(child, Element) and (_level(child) or _is_from_word(child)) for child in element.children)


def _items_of_list(element: Element, depth: int = 1) -> list[_Item]:
    items = []
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag in ("ul", "ol"):
            items += _items_of_list(child, depth + 1)
        else:
            items.append(_Item(_level(child) or depth, element.tag, element.attrs.get("start", ""), child.children))
    return items


def _take_marker(element: Element) -> str:
    """Remove the printed bullet or number from a list paragraph and return it."""
    for child in element.children:
        if isinstance(child, str):
            continue
        if _style(child).get("mso-list") == "ignore":
            element.children.remove(child)
            return text_of(child)
        if marker := _take_marker(child):
            return marker
    return ""


def _nest(items: list[_Item]) -> list[Node]:
    """Lists built from items with levels; a change of kind on one level starts a new list there."""
    lists, path = [], []
    for item in items:
        while path and path[-1][0] > item.level:
            path.pop()
        if path and path[-1][0] == item.level and path[-1][1].tag != item.tag:
            path.pop()
        if not path or path[-1][0] < item.level:
            place = path[-1][1].children[-1].children if path else lists
            place.append(Element(item.tag, {"start": item.start} if item.tag == "ol" else {}))
            path.append((item.level, place[-1]))
        path[-1][1].children.append(Element("li", {}, item.children))
    return lists
