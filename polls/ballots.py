"""What a reader sends: from the fields of a form to the choices that `cast_vote` takes."""

import re
from dataclasses import dataclass

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.datastructures import MultiValueDict

from newsroom.text.vietnamese import normalize
from polls.models.ballot import Place

LARGEST = 16 * 1024
"""Bytes of an honest ballot at most, proof of work included."""
LONGEST_REASON = 500
MOST_CHOICES = 60
_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
_KEY = re.compile(r"[0-9A-Za-z-]{16,64}", re.ASCII)
_RANK = "rank-"


class UnreadableError(Exception):
    """The form cannot be read as a ballot."""


class TooLargeError(Exception):
    """More was sent than any ballot holds."""


@dataclass(frozen=True)
class Paper:
    """A ballot as sent. `key` is the name that the browser's script gave itself, empty without scripts."""

    choices: tuple[int, ...]
    reason: str = ""
    place: str = ""
    key: str = ""
    proof: str = ""


def read(request) -> Paper:
    """The Paper in a POST: `choice=<id>` once or more, or `rank-<id>=<1…>` for each choice that is ranked.

    An empty field says nothing. What cannot stand on a ballot becomes a choice that does not exist; what is no form at
    all raises UnreadableError, what is too much TooLargeError.
    """
    form = _form(request)
    reason = normalize(form.get("reason", "")).replace("\x00", "").strip()
    if len(reason) > LONGEST_REASON:
        raise TooLargeError
    place, key = form.get("place", ""), form.get("key", "")
    return Paper(
        choices=_choices(form),
        reason=reason,
        place=place if place in Place.values else "",
        key=key if _KEY.fullmatch(key) else "",
        proof=form.get("altcha", ""),
    )


def _form(request) -> MultiValueDict:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > LARGEST:
        raise TooLargeError
    try:
        return request.POST
    except (MultiPartParserError, SuspiciousOperation, BadRequest, UnreadablePostError) as error:
        raise UnreadableError from error


def _choices(form):
    ranks = {name: rank for name, rank in form.items() if name.startswith(_RANK) and rank}
    if ranks:
        return _in_order(ranks)
    return tuple(map(_number, form.getlist("choice")[:MOST_CHOICES]))


def _in_order(ranks):
    """By rank. The same rank twice, or a gap in the ranks, is no ranking."""
    places = sorted((_number(rank), _number(name.removeprefix(_RANK))) for name, rank in ranks.items())
    if [rank for rank, _choice in places] != list(range(1, len(places) + 1)):
        return (0,)
    return tuple(choice for _rank, choice in places)


def _number(text):
    """The id, or 0, which is nobody's."""
    return int(text) if _NUMBER.fullmatch(text) else 0
