"""A tree of elements and strings: just enough to reshape HTML that a real HTML5 parser has already put in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img"})
# Deeper than any story; what is nested deeper moves up to this level, text and all.
MAX_DEPTH = 40


@dataclass
class Element:
    """An HTML element; a child is an Element or a plain string."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)


Node = Element | str


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        parent = self.open[-1]
        if tag in VOID:
            parent.children.append(element)
        elif len(self.open) > MAX_DEPTH:
            self.open.append(parent)
        else:
            parent.children.append(element)
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of well-formed HTML, as nh3 writes it: every element closed, every text escaped."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def serialize(nodes: list[Node]) -> str:
    """HTML of a list of nodes."""
    return "".join(escape(node, quote=False) if isinstance(node, str) else _serialize(node) for node in nodes)


def _serialize(element: Element) -> str:
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in element.attrs.items())
    if element.tag in VOID:
        return f"<{element.tag}{attrs}>"
    return f"<{element.tag}{attrs}>{serialize(element.children)}</{element.tag}>"


def elements(root: Element) -> Iterator[Element]:
    """Every element below `root`, in the order of the text."""
    for child in root.children:
        if isinstance(child, Element):
            yield child
            yield from elements(child)


def text_of(node: Node) -> str:
    """All text in a node."""
    return node if isinstance(node, str) else "".join(map(text_of, node.children))
