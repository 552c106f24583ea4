"""Keeps the Vietnamese catalogue in step with the source: `make messages`. Needs no gettext.

Collects the strings wrapped for translation in Python and templates, writes new ones empty into
`locale/vi/LC_MESSAGES/django.po`, drops those that nobody uses, and compiles `django.mo`. JavaScript is not read:
what our scripts say is handed to them by the page; what Django's say stands in `djangojs.po`, kept by hand.
"""

import io
import sys
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"
SCRIPTS = PO.with_name("djangojs.po")
APPS = ["newsroom", "articles", "photos", "polls", "markets"]
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip

# Strings of Django and other packages that come without Vietnamese, or with one that a newsroom would not use; a line
# each, a plural behind a bar.
PACKAGES = (ROOT / "locale" / "packages.txt").read_text(encoding="utf-8").splitlines()


def messages():
    """Every translatable string as (context or None, msgid, plural or None)."""
    found = {(None, *_with_plural(line)) for line in PACKAGES if line}
    for path in _sources():
        source = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # What templatize leaves of the markup is indented like a page, not like Python.
            source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
        for _line, text, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
            singular, plural = text if isinstance(text, tuple) else (text, None)
            found.add((context, singular, plural))
    return found


def _with_plural(line):
    singular, bar, plural = line.partition("|")
    return singular, plural if bar else None


def _sources():
    for app in APPS:
        yield from sorted((ROOT / app).rglob("*.py"))
    yield from sorted(path for path in (ROOT / "templates").rglob("*.*") if path.suffix in {".html", ".txt"})


def main():
    """Bring the catalogue up to date; the number of strings still without Vietnamese."""
    wanted = messages()
    catalogue = polib.pofile(str(PO), wrapwidth=120)
    kept = {_key(entry): entry for entry in catalogue if _key(entry) in wanted}
    catalogue[:] = [kept.get(key) or _new(*key) for key in sorted(wanted, key=lambda key: (key[1], key[0] or ""))]
    catalogue.save()
    catalogue.save_as_mofile(str(PO.with_suffix(".mo")))
    polib.pofile(str(SCRIPTS)).save_as_mofile(str(SCRIPTS.with_suffix(".mo")))
    return len(catalogue.untranslated_entries())


def _key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def _new(context, singular, plural):
    if plural:
        return polib.POEntry(msgctxt=context, msgid=singular, msgid_plural=plural, msgstr_plural={0: ""})
    return polib.POEntry(msgctxt=context, msgid=singular)


if __name__ == "__main__":
    missing = main()
    sys.stdout.write(f"{missing} strings wait for their Vietnamese in {PO.relative_to(ROOT)}\n")
