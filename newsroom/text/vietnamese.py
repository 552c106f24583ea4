"""Vietnamese text: one form on input, comparing, slugs, order, numbers and dates. Pure functions."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from django.utils import timezone

# --- One form on input ---------------------------------------------------------------------------------------------

_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_BREAKS = "\u000b\u000c\u0085\u2028\u2029"  # Word's soft line break is a vertical tab
# Controls, soft hyphen, zero-width and joiners, bidi marks, byte order mark, halves of a surrogate pair.
_INVISIBLE = (
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff"
)
_ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_LINE_BREAK = re.compile(f"\r\n?|[{_LINE_BREAKS}]")
_INVISIBLE_CHARACTER = re.compile(f"[{_INVISIBLE}]")


def normalize(text: str) -> str:
    """Text as the database keeps it: NFC, plain spaces, `\\n` line ends, nothing invisible. Keeps lines and tabs."""
    text = _LINE_BREAK.sub("\n", text)
    text = _INVISIBLE_CHARACTER.sub("", text)
    return _ODD_SPACE.sub(" ", unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """`normalize`, then every run of whitespace to one space, none at the ends: for titles, names, queries."""
    return " ".join(normalize(text).split())


# --- Comparing -----------------------------------------------------------------------------------------------------

# These letters do not decompose. Ð and ð (eth) are the look-alikes of Đ and đ that old keyboards type.
_PLAIN_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})


def fold(text: str) -> str:
    """Lower case without accents, đ as d: `Đảng bộ` → `dang bo`. For comparing, never for showing."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare.translate(_PLAIN_LETTERS))


_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
_TONE = re.compile(f"[{_TONES}]")
# oa, oe, uy: the syllables whose tone mark stands on either vowel, by school. The u of `qu` is part of the consonant.
_TWO_PLACES = re.compile(r"([oòỏõóọ])([aàảãáạeèẻẽéẹ])(\w?)|(?<!q)([uùủũúụ])([yỳỷỹýỵ])(\w?)", re.IGNORECASE)


def same_tone(text: str) -> str:
    """Tone marks of oa, oe, uy in one place, so that hoà and hòa, thuỷ and thủy, khoẻ and khỏe are equal.

    In an open syllable the mark goes on the first vowel (hòa, as papers print it), before another letter on the
    second (hoàn). Accents and case stay; use it for comparing exact spellings.
    """
    return _respell(text, on_second=False)


def spellings(text: str) -> tuple[str, ...]:
    """The text as either school spells it, hòa and hoà; just one where they agree. For finding text kept as typed."""
    return tuple(dict.fromkeys(_respell(text, on_second) for on_second in (False, True)))


def _respell(text: str, on_second: bool) -> str:
    placed = _TWO_PLACES.sub(partial(_place_tone, on_second), unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", placed)


def _place_tone(on_second: bool, match: re.Match) -> str:
    first, second, following = [group for group in match.groups() if group is not None]
    tones = _TONE.findall(unicodedata.normalize("NFD", first + second))
    if len(tones) != 1:
        return match[0]
    first, second = _without_tone(first), _without_tone(second)
    placed = first + second + tones[0] if following or on_second else first + tones[0] + second
    return unicodedata.normalize("NFC", placed) + following


def _without_tone(letter: str) -> str:
    return unicodedata.normalize("NFC", _TONE.sub("", unicodedata.normalize("NFD", letter)))


# --- Slugs ---------------------------------------------------------------------------------------------------------


def slugify(text: str, max_length: int = 120) -> str:
    """ASCII slug, cut between words: `Đất và Người` → `dat-va-nguoi`.

    Empty only for text without a letter or digit; letters of other scripts fall back to their code points.
    """
    folded = fold(normalize(text))
    slug = "-".join(re.findall(r"[a-z0-9]+", folded))
    if not slug:
        slug = "-".join(f"{ord(character):x}" for character in folded if character.isalnum())
    return _cut_slug(slug, max_length)


def _cut_slug(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    head, hyphen, _ = slug[: max_length + 1].rpartition("-")
    return head if hyphen else slug[:max_length]


# --- Order ---------------------------------------------------------------------------------------------------------

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_KEYS = {
    letter: fold(letter) + str([other for other in _ALPHABET if fold(other) == fold(letter)].index(letter))
    for letter in _ALPHABET
}


def sort_key(text: str) -> str:
    """ASCII-friendly key of Vietnamese dictionary order: letters first (a ă â … d đ …), tones only between equals.

    Tones follow the dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng. Case does not count. Compare keys byte by byte:
    in Python, or in a column with collation "C".
    """
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", text.lower()):
        mark = _TONE.search(unicodedata.normalize("NFD", character))
        letter = _without_tone(character)
        letters.append(_LETTER_KEYS.get(letter, letter + "0"))
        tones.append(str(_TONES.index(mark[0]) + 1) if mark else "0")
    return "".join(letters) + " " + "".join(tones)


def name_key(full_name: str) -> tuple[str, ...]:
    """Key of a staff list: given name (the last word), then surname, then middle names."""
    words = one_line(full_name).split()
    return tuple(sort_key(word) for word in [*words[-1:], *words[:-1]])


# --- Numbers -------------------------------------------------------------------------------------------------------

_SWAP_SEPARATORS = str.maketrans(",.", ".,")
MINUS_SIGN = "\u2212"


def format_number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Dot for thousands, comma for decimals: `7.250.000`, `1,25`. A negative number takes a plain hyphen.

    Without `decimals` all digits are shown but zeros at the end of a fraction; with it, that many, halves rounded up.
    """
    number = Decimal(str(value))
    if decimals is not None:
        # Adding zero turns the -0,00 that rounding may leave into 0,00.
        rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
        return f"{rounded:,f}".translate(_SWAP_SEPARATORS)
    whole, point, fraction = f"{number:,f}".partition(".")
    return (whole + (point + fraction).rstrip("0.")).translate(_SWAP_SEPARATORS)


def format_change(value: int | float | Decimal, decimals: int | None = None) -> str:
    """A difference with its sign: `+50.000`, `−1,5` with the true minus sign (U+2212), `0`."""
    number = format_number(abs(value), decimals)
    if not value:
        return number
    return ("+" if value > 0 else MINUS_SIGN) + number


# --- Dates ---------------------------------------------------------------------------------------------------------

_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


def local(moment: date) -> date:
    """The same moment in the paper's own time zone (settings.TIME_ZONE), whichever one is active.

    A plain date and a naive datetime are taken as local already.
    """
    if not isinstance(moment, datetime) or timezone.is_naive(moment):
        return moment
    return timezone.localtime(moment, timezone.get_default_timezone())


def format_datetime(moment: datetime) -> str:
    """`22/11/2026 - 09:05`, local time."""
    return f"{local(moment):%d/%m/%Y - %H:%M}"


def format_zoned(moment: datetime) -> str:
    """`22/11/2026 - 09:05 GMT+7`, local time: where the moment decides something."""
    hours = local(moment).utcoffset() // timedelta(hours=1)
    return f"{format_datetime(moment)} GMT{hours:+d}"


def format_date(moment: date) -> str:
    """`22/11/2026`, the local day of a datetime or a date as it is."""
    return f"{local(moment):%d/%m/%Y}"


def format_long_date(moment: date) -> str:
    """`Chủ nhật, 22/11/2026`."""
    return f"{_WEEKDAYS[local(moment).weekday()]}, {format_date(moment)}"
