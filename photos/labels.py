"""The AI label of the pictures that stand inside a text."""

from posixpath import dirname

from django.conf import settings

from newsroom.text.richtext import tree
from photos.models import Photo


def label_pictures(html: str) -> str:
    """Clean HTML with the label beside each picture that has one: at the end of its caption, else right behind it.

    The stored text stays as it was written, so that a label given later reaches every story. One query, and none
    where there is no picture.
    """
    if "<img" not in html:
        return html
    root = tree.parse(html)
    said = _said(element.attrs.get("src", "") for element in tree.elements(root) if element.tag == "img")
    if not said:
        return html
    _label(root, said)
    return tree.serialize(root.children)


def _said(addresses):
    """What is to be said of the pictures, by the folder of each."""
    originals = {f"{_folder(address)}/original.jpg" for address in addresses}
    labelled = Photo.objects.labelled().filter(image__in=originals)
    return {photo.folder: str(photo.ai_words) for photo in labelled.only("image", "ai_label")}


def _folder(address):
    return dirname(address.removeprefix(settings.MEDIA_URL))


def _label(element, said):
    """Put the labels of the pictures directly inside the element, and of those further in."""
    children, in_figure = [], []
    for child in element.children:
        children.append(child)
        if isinstance(child, tree.Element):
            _label(child, said)
        if words := _words(child, said):
            (in_figure if element.tag == "figure" else children).append(_mark(words))
    element.children = children
    if in_figure:
        _caption(element).children += [part for mark in in_figure for part in (" ", mark)]


def _words(node, said):
    is_picture = isinstance(node, tree.Element) and node.tag == "img"
    return said.get(_folder(node.attrs.get("src", ""))) if is_picture else None


def _caption(figure):
    """The figure's caption, which is made where there is none."""
    last = figure.children[-1]
    if not (isinstance(last, tree.Element) and last.tag == "figcaption"):
        figure.children.append(tree.Element("figcaption"))
    return figure.children[-1]


def _mark(words):
    return tree.Element("span", {"class": "ai-label"}, [words])
