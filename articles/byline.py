"""Bylines as papers print them: `Đào Duy` · `Bài, ảnh: Mai Toan` · `Quốc An - Ảnh: Thạo Hoàng` · `Theo TTXVN`.

Pure: takes (pen name, role) pairs in order, gives printable parts. The words are print conventions of Vietnamese
papers, part of the content and therefore not translated.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    TEXT = "text", _("Text")
    TEXT_PHOTO = "text_photo", _("Text and photos")
    PHOTO = "photo", _("Photos")
    VIDEO = "video", _("Video")
    GRAPHICS = "graphics", _("Graphics")
    DATA = "data", _("Data")
    TRANSLATION = "translation", _("Translation")
    COMPILED = "compiled", _("Compiled")


_LABELS = {Role.PHOTO: "Ảnh", Role.VIDEO: "Video", Role.GRAPHICS: "Đồ họa", Role.DATA: "Dữ liệu"}
_SUFFIXES = {Role.TRANSLATION: " (dịch)", Role.COMPILED: " (th)"}


@dataclass(frozen=True)
class Part:
    """A run of the byline; `pen_name` is what was passed in where the run is a name, else None."""

    text: str
    pen_name: Any = None


def compose(credited, *, is_news: bool = False, source: str = "") -> list[Part]:
    """The printed byline of `credited`, an iterable of (pen name, role) in order; `str(pen_name)` is printed.

    Neighbours of one role share its label. `is_news` prints `Tin, ảnh:` in place of `Bài, ảnh:`. `source` is the
    agency: in brackets behind a name, `Theo …` where nobody is named.
    """
    groups = [(Role(role), [name for name, _role in pairs]) for role, pairs in groupby(credited, lambda pair: pair[1])]
    if not groups:
        return [Part(f"Theo {source}")] if source else []
    parts = []
    for index, (role, names) in enumerate(groups):
        if index:
            parts.append(Part(_separator(groups[index - 1][0])))
        parts.extend(_group(role, names, is_news))
    return [*parts, Part(f" ({source})")] if source else parts


def as_text(parts) -> str:
    """The byline as one string."""
    return "".join(part.text for part in parts)


def _separator(previous_role):
    """Papers set ` - ` behind the writers and `; ` between labelled groups."""
    return "; " if previous_role in _LABELS else " - "


def _group(role, names, is_news):
    label = ("Tin, ảnh" if is_news else "Bài, ảnh") if role == Role.TEXT_PHOTO else _LABELS.get(role)
    joint = Part(", " if label else " - ")
    parts = [Part(f"{label}: ")] if label else []
    for index, name in enumerate(names):
        parts.extend([joint] if index else [])
        parts.append(Part(str(name), name))
        parts.extend([Part(_SUFFIXES[role])] if role in _SUFFIXES else [])
    return parts
