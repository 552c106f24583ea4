"""Parts of pages are drawn once for the same values, and anew for others that look the same."""

from collections import Counter
from datetime import datetime

import pytest
from django.template import engines
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import mark_safe

from articles.models import Section
from newsroom.front.models import Paper
from newsroom.pages import drawing

drawn_times = Counter()


@pytest.fixture(autouse=True)
def _one_template(monkeypatch):
    """`part` prints what is called `it`, and whoever draws it is counted."""
    template = engines["django"].from_string("{{ it }}{{ it.name }}{{ it.0.name }}")
    drawn_times.clear()

    class Counting:
        def render(self, values):
            drawn_times["part"] += 1
            return template.render(values)

    monkeypatch.setattr(drawing, "get_template", lambda name: Counting())
    drawing.forget()


def draw(value):
    return drawing.drawn("part", {"it": value})


PAPER = SimpleLazyObject(lambda: Paper(name="Báo"))


@pytest.mark.parametrize("value", ["Gạo", 1, None, ("a", 1), [Section(name="Kinh tế")], Paper(name="Báo"), PAPER])
def test_same_values_are_drawn_once(value):
    assert draw(value) == draw(value)
    assert drawn_times["part"] == 1


MORNING = datetime(2026, 11, 22, 9, 5, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a & b", mark_safe("a & b")),
        (1, True),
        (MORNING, MORNING.replace(minute=6)),
        (Paper(pk=1, name="Báo"), Paper(pk=1, name="Tin")),
        ([Section(pk=1, name="a")], [Section(pk=1, name="b")]),
        ([Section(pk=1, name="a")], []),
    ],
)
def test_whatever_prints_otherwise_is_drawn_otherwise(one, other):
    draw(one)
    draw(other)

    assert drawn_times["part"] == 2


def test_each_language_has_its_own():
    draw("a")
    with translation.override("en"):
        draw("a")

    assert drawn_times["part"] == 2


def test_development_shows_a_template_as_it_was_just_saved(settings):
    settings.DEBUG = True
    draw("a")
    draw("a")

    assert drawn_times["part"] == 2


def test_what_cannot_be_told_apart_is_refused():
    with pytest.raises(TypeError):
        draw({"name": "a"})
