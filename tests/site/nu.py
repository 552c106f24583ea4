"""The Nu HTML checker on the pages as the server sends them, and on the sheets."""

import json
import subprocess
from collections import defaultdict

from newsroom.bootstrap import Stop
from tests.site import workshop
from tests.site.tour import Finding

# What is not ours to mend: the beginning of the message, and a part of the source that it is about.
ALLOWED = (
    # django-admin-sortable2 tells its script the order of rows by attributes of its own.
    ("Attribute “order” not allowed", 'class="drag handle"'),
    ("Attribute “pk” not allowed", 'class="drag handle"'),
    # The empty choice of Django's autocomplete widget, which select2 wants without a word.
    ("Element “option” without attribute “label” must not be empty", 'value=""></option>'),
    # Newer than the checker; a browser without it shows a field of fixed height.
    ("CSS: “field-sizing”: Property “field-sizing” doesn't exist", "field-sizing: content"),
)
SHEETS = workshop.ROOT / "newsroom" / "static" / "newsroom" / "css"


def find(tour):
    """Each error once, with the pages that have it."""
    jar = workshop.node_modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    checker = [workshop.program("java", "-version"), "-jar", str(jar)]
    folder = workshop.scratch("html")
    for who_name, text in tour.walk(_source, [{}], [*tour.readers, *tour.desk]):
        (folder / f"{who_name}.html").write_text(text, encoding="utf-8")
    places = defaultdict(list)
    messages = [*_messages(checker, "--html", folder), *_messages(checker, "--css", SHEETS)]
    for message in messages:
        if message["type"] == "error" and not _is_allowed(message):
            places[_sentence(message)].append(_place(message))
    yield from (Finding(", ".join(sorted(set(names))), what) for what, names in sorted(places.items()))


def _is_allowed(message):
    return any(message["message"].startswith(words) and part in _source_of(message) for words, part in ALLOWED)


def _source(opened, page, _options):
    yield f"{page.who}-{page.name}", opened.response.text()


def _messages(checker, kind, folder):
    command = [*checker, kind, "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise Stop(f"The Nu checker does not answer: {done.stderr[:500]}") from error


def _place(message):
    """The page as screenshots call it, or the sheet with its line."""
    name = message["url"].rpartition("/")[2]
    return name.removesuffix(".html") if name.endswith(".html") else f"{name}:{message.get('lastLine', '')}"


def _sentence(message):
    return f"{message['message']}: {_source_of(message)}"


def _source_of(message):
    return " ".join(message.get("extract", "").split())
