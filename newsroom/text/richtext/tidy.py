"""The shape of a story: blocks that hold paragraphs, paragraphs that hold text. Whatever comes in, this goes out."""

import re
from collections.abc import Iterator

from newsroom.text.richtext import policy
from newsroom.text.richtext.tree import Element, Node, elements, text_of
from newsroom.text.vietnamese import normalize

_MELTING = frozenset({"strong", "em", "sub", "sup", "a"})
_INLINE = _MELTING | {"br", "img"}
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_LISTS = ("ul", "ol")
_WHITESPACE = re.compile(r"\s+")


def tidy(root: Element) -> list[Element]:
    """The blocks of a story, valid HTML, with nothing empty in them. Tidying twice changes nothing."""
    _break_paragraphs(root)
    return _flow(root.children)


def _break_paragraphs(element: Element) -> None:
    """Two or more line breaks are a paragraph break: an empty block takes their place."""
    kept, last = [], None
    for child in element.children:
        if _is_tag(child, "br") and _is_tag(last, "br", "div"):
            last.tag = "div"
            continue
        kept.append(child)
        last = last if _is_blank(child) else child
        if isinstance(child, Element):
            _break_paragraphs(child)
    element.children = kept


def _is_blank(node: Node) -> bool:
    return isinstance(node, str) and not node.strip()


def _is_tag(node: Node | None, *tags: str) -> bool:
    return isinstance(node, Element) and node.tag in tags


# --- Blocks --------------------------------------------------------------------------------------------------------


def _flow(nodes: list[Node], tag: str = "p") -> list[Element]:
    """Any content as blocks, runs of text wrapped in `tag`."""
    blocks = []
    for part in _segments(nodes):
        if isinstance(part, Element):
            blocks += _BLOCKS[part.tag](part)
        elif line := _line(part):
            blocks.append(Element(tag, {}, line))
    return blocks


def _segments(nodes: list[Node]) -> Iterator[list[Node] | Element]:
    """Content in order: runs of inline nodes as lists, blocks as elements.

    An element that is neither (p, div, a stray li …) is only a boundary; inline markup around blocks moves into them.
    """
    run = []
    for node in nodes:
        if _is_inline(node):
            run.append(node)
            continue
        yield run
        run = []
        if node.tag in _BLOCKS:
            yield node
        elif node.tag in _INLINE:
            yield from (_wrapped(node, part) for part in _segments(node.children))
        else:
            yield from _segments(node.children)
    yield run


def _is_inline(node: Node) -> bool:
    return isinstance(node, str) or (node.tag in _INLINE and all(map(_is_inline, node.children)))


def _wrapped(inline: Element, part: list[Node] | Element) -> list[Node] | Element:
    if isinstance(part, list):
        return [Element(inline.tag, inline.attrs, part)]
    if part.tag in _HEADINGS:
        part.children = [Element(inline.tag, inline.attrs, part.children)]
    return part


def _heading(element: Element) -> list[Element]:
    return _flow(element.children, _HEADINGS[element.tag])


def _rule(element: Element) -> list[Element]:
    return [Element("hr")]


def _quote(element: Element) -> list[Element]:
    blocks = _flow(element.children)
    return [Element("blockquote", {}, blocks)] if blocks else []


def _list(element: Element) -> list[Element]:
    items = [Element("li", {}, content) for item in _list_items(element) if (content := _loose(item.children))]
    return [Element(element.tag, policy.attributes(element.tag, element.attrs), items)] if items else []


def _list_items(element: Element) -> list[Element]:
    """The items of a list; a list directly inside it, as Google Docs writes them, belongs to the item before."""
    items = []
    for child in element.children:
        if _is_tag(child, "li"):
            items.append(child)
        elif _is_tag(child, *_LISTS) and items:
            items[-1].children.append(child)
        elif _is_tag(child, *_LISTS):
            items += _list_items(child)
        elif not _is_blank(child):
            items.append(Element("li", {}, [child]))
    return items


def _loose(nodes: list[Node]) -> list[Node]:
    """Content of a list item or cell: one paragraph goes without its p, also before nested lists."""
    blocks = _flow(nodes)
    if blocks and blocks[0].tag == "p" and all(block.tag in _LISTS for block in blocks[1:]):
        return [*blocks[0].children, *blocks[1:]]
    return blocks


def _figure(element: Element) -> list[Element]:
    """Pictures, tables or quotations with one caption after them. Without any of these its text stays as paragraphs."""
    embed = _embed(element, element.attrs.pop("data-embed", ""))
    if embed:
        return [embed]
    captions = [child for child in element.children if _is_tag(child, "figcaption")]
    media, text, others = [], [], []
    for block in _flow([child for child in element.children if not _is_tag(child, "figcaption")]):
        if block.tag == "p":
            media += _take_images(block)
            text.append(block)
        else:
            (media if block.tag in ("table", "blockquote") else others).append(block)
    if not media:
        return _flow(element.children)
    attrs = policy.attributes("figure", element.attrs)
    if any(block.tag == "img" for block in media):
        attrs = {"class": policy.figure_class(f"image {attrs.get('class', '')}")}
    return [Element("figure", attrs, media + _caption("figcaption", text + captions)), *others]


def _embed(element: Element, kind: str) -> Element | None:
    """Something of ours to show here: a link to it, its name for words. None where anything else is in the figure."""
    inside = list(elements(element))
    links = [child for child in inside if child.tag == "a"]
    if len(links) != 1 or any(child.tag == "img" for child in inside):
        return None
    words, address = _line([text_of(links[0])]), policy.embedded(kind, links[0].attrs.get("href", ""))
    if not (words and address and text_of(element).strip() == text_of(links[0]).strip()):
        return None
    return Element("figure", {"data-embed": kind}, [Element("a", {"href": address}, words)])


def _take_images(element: Element) -> list[Element]:
    """Remove the pictures from a paragraph and return them."""
    images = []
    for child in [child for child in element.children if isinstance(child, Element)]:
        if child.tag == "img":
            element.children.remove(child)
            images.append(child)
        images += _take_images(child)
    return images


def _caption(tag: str, nodes: list[Node]) -> list[Element]:
    """One element of text alone; what were paragraphs become lines."""
    content = []
    for run in _runs(nodes):
        if line := _line(run):
            content += [Element("br"), *line] if content else line
    return [Element(tag, {}, content)] if content else []


def _runs(nodes: list[Node]) -> Iterator[list[Node]]:
    for part in _segments(nodes):
        if isinstance(part, list):
            yield part
        else:
            yield from _runs(part.children)


def _table(element: Element) -> list[Element]:
    captions = [child for child in element.children if _is_tag(child, "caption")]
    parts = [_table_part(child) for child in element.children if _is_tag(child, "thead", "tbody", "tfoot")]
    parts = [part for part in parts if part.children]
    if not parts:
        return _flow(captions)
    return [Element("table", {}, _caption("caption", captions) + parts)]


def _table_part(element: Element) -> Element:
    rows = [_row(child) for child in element.children if _is_tag(child, "tr")]
    return Element("thead" if element.tag == "thead" else "tbody", {}, [row for row in rows if row.children])


def _row(element: Element) -> Element:
    cells = [child for child in element.children if _is_tag(child, "td", "th")]
    return Element(
        "tr", {}, [Element(cell.tag, policy.attributes(cell.tag, cell.attrs), _loose(cell.children)) for cell in cells]
    )


_BLOCKS = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(_LISTS, _list),
    "blockquote": _quote,
    "figure": _figure,
    "hr": _rule,
    "table": _table,
}


# --- Text ----------------------------------------------------------------------------------------------------------


def _line(run: list[Node]) -> list[Node]:
    """A run of inline nodes, tidy and trimmed; empty when there is nothing to read or see in it."""
    nodes = _inline(run)
    while nodes and (_is_blank(nodes[-1]) or _is_tag(nodes[-1], "br")):
        nodes.pop()
    while nodes and (_is_blank(nodes[0]) or _is_tag(nodes[0], "br")):
        nodes.pop(0)
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip()
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip()
    return nodes if _has_content(nodes) else []


def _has_content(nodes: list[Node]) -> bool:
    return any(_is_tag(node, "img") or text_of(node).strip() or _has_content(_children(node)) for node in nodes)


def _children(node: Node) -> list[Node]:
    return node.children if isinstance(node, Element) else []


def _inline(nodes: list[Node], inside: frozenset[str] = frozenset()) -> list[Node]:
    """Inline nodes with allowed markup only, none of it empty or nested in its like."""
    result = []
    for node in nodes:
        for tidied in [node] if isinstance(node, str) else _inline_element(node, inside):
            _join(result, tidied)
    return result


def _inline_element(element: Element, inside: frozenset[str]) -> list[Node]:
    attrs = _inline_attributes(element)
    if element.tag == "br":
        return [Element("br")]
    if element.tag == "img":
        return [Element("img", attrs)] if "src" in attrs else []
    is_link_to_nowhere = element.tag == "a" and "href" not in attrs
    if is_link_to_nowhere or element.tag in inside:
        return _inline(element.children, inside)
    children = _inline(element.children, inside | {element.tag})
    return [Element(element.tag, attrs, children)] if _has_content(children) else children


def _inline_attributes(element: Element) -> dict[str, str]:
    attrs = {name: value for name, value in policy.attributes(element.tag, element.attrs).items() if name != "rel"}
    if element.tag == "img":
        return {**attrs, "alt": attrs.get("alt", "")}
    if policy.is_outside(attrs.get("href", "")):
        attrs["rel"] = "noopener"
    return attrs


def _join(nodes: list[Node], node: Node) -> None:
    """Append a node, melting it with the one before where they are text and text, or the same markup."""
    last = nodes[-1] if nodes else None
    if isinstance(node, str):
        _join_text(nodes, node)
    elif node.tag == "br":
        _join_break(nodes)
    elif node.tag in _MELTING and _is_tag(last, node.tag) and last.attrs == node.attrs:
        for child in node.children:
            _join(last.children, child)
    else:
        nodes.append(node)


def _join_text(nodes: list[Node], text: str) -> None:
    if nodes and isinstance(nodes[-1], str):
        text = nodes.pop() + text
    text = _WHITESPACE.sub(" ", normalize(text))
    if nodes and _is_tag(nodes[-1], "br"):
        text = text.lstrip()
    if text:
        nodes.append(text)


def _join_break(nodes: list[Node]) -> None:
    if nodes and isinstance(nodes[-1], str):
        text = nodes.pop().rstrip()
        nodes += [text] if text else []
    if not (nodes and _is_tag(nodes[-1], "br")):
        nodes.append(Element("br"))
