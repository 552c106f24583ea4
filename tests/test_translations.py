"""The interface is Vietnamese throughout, and what is compiled is what is written."""

import importlib.util
import re
from pathlib import Path

import polib
import pytest

LOCALE = Path(__file__).resolve().parent.parent / "locale"
CATALOGUE = polib.pofile(str(LOCALE / "vi" / "LC_MESSAGES" / "django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@pytest.fixture(scope="module")
def wanted():
    spec = importlib.util.spec_from_file_location("catalog", LOCALE / "catalog.py")
    catalog = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(catalog)
    return catalog.messages()


def _texts(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_catalogue_holds_every_string_of_the_source_and_no_other(wanted):
    held = {(entry.msgctxt, entry.msgid, entry.msgid_plural or None) for entry in CATALOGUE}

    assert held == wanted


def test_every_string_has_its_vietnamese():
    assert [entry.msgid for entry in CATALOGUE if not all(_texts(entry)) or entry.fuzzy] == []


def test_placeholders_survive_translation():
    broken = [
        entry.msgid
        for entry in CATALOGUE
        for text in _texts(entry)
        if set(PLACEHOLDER.findall(text))
        not in [set(PLACEHOLDER.findall(one)) for one in (entry.msgid, entry.msgid_plural or entry.msgid)]
    ]

    assert broken == []


def test_link_is_lien_ket_and_duong_dan_only_the_way_to_a_page():
    paths = {entry.msgid for entry in CATALOGUE if "đường dẫn" in " ".join(_texts(entry)).lower()}

    assert paths == {"Breadcrumbs", "Write the domain alone, without https:// and without a path: bao.example."}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_compiled_catalogue_is_fresh(domain):
    messages = LOCALE / "vi" / "LC_MESSAGES"
    written = polib.pofile(str(messages / f"{domain}.po"))
    compiled = polib.mofile(str(messages / f"{domain}.mo"))

    assert {(e.msgctxt, e.msgid): _texts(e) for e in compiled} == {(e.msgctxt, e.msgid): _texts(e) for e in written}
