import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import F, Value
from django.test.utils import isolate_apps

from newsroom.text.fields import LineField, PlainTextField, RichTextField
from newsroom.text.widgets import EditorWidget

DIRTY = {
    "title": " Đất\u200b  và\nNgười ",
    "note": "\u00a0một\r\nhai\u200b \n",
    "body": "<p onclick=x>Tin <b>nóng</b><script>x()</script>",
}
CLEAN = {"title": "Đất và Người", "note": "một\nhai", "body": "<p>Tin <strong>nóng</strong></p>"}


@pytest.fixture(scope="module")
def note_class():
    """A model of its own, known to no app registry and no migration."""
    with isolate_apps("newsroom.text"):

        class Note(models.Model):
            title = LineField("title", max_length=20)
            note = PlainTextField("note", blank=True)
            body = RichTextField("body", blank=True, null=True)

            class Meta:
                app_label = "text"

            def __str__(self):
                return self.title

        yield Note


@pytest.fixture
def notes(note_class, db):
    with connection.schema_editor() as editor:
        editor.create_model(note_class)
    return note_class.objects


def stored(notes):
    return notes.values(*CLEAN).get()


class TestWriting:
    def test_save_cleans_row_and_instance(self, notes):
        note = notes.model(**DIRTY)

        note.save()

        assert stored(notes) == CLEAN
        assert {name: getattr(note, name) for name in CLEAN} == CLEAN

    def test_bulk_create_cleans(self, notes):
        notes.bulk_create([notes.model(**DIRTY)])

        assert stored(notes) == CLEAN

    def test_update_cleans(self, notes):
        notes.create(title="x")

        notes.update(**DIRTY)

        assert stored(notes) == CLEAN

    def test_bulk_update_cleans(self, notes):
        note = notes.create(title="x")
        for name, value in DIRTY.items():
            setattr(note, name, value)

        notes.bulk_update([note], list(DIRTY))

        assert stored(notes) == CLEAN

    def test_raw_save_as_in_loaddata_cleans(self, notes):
        notes.model(**DIRTY).save_base(raw=True)

        assert stored(notes) == CLEAN

    def test_expressions_pass(self, notes):
        note = notes.create(title="a", note="b")

        notes.update(title=F("note"), note=Value(" as it is "))
        note.title = F("title")
        note.save(update_fields=["title"])

        assert stored(notes) == {"title": "b", "note": " as it is ", "body": None}

    def test_lookups_stay_as_typed(self, notes):
        notes.create(title="Tin nóng", body="<p>Tin nóng</p>")

        assert notes.filter(body__contains="nóng").count() == 1
        assert notes.filter(body__contains="<script>").count() == 0
        assert notes.filter(title__contains=" n").count() == 1


class TestValidation:
    def test_full_clean_cleans_before_it_judges(self, note_class):
        note = note_class(title="  " + "a" * 20 + "\u200b\n")

        note.full_clean()

        assert note.title == "a" * 20

    def test_nothing_but_invisible_characters_is_blank(self, note_class):
        with pytest.raises(ValidationError, match="title"):
            note_class(title="\u200b \u00a0").full_clean()


@pytest.fixture
def form_class(note_class):
    return forms.modelform_factory(note_class, fields=list(CLEAN))


class TestForms:
    def test_clean(self, form_class):
        form = form_class(DIRTY)

        assert form.is_valid(), form.errors
        assert form.cleaned_data == CLEAN

    def test_an_untouched_form_has_not_changed(self, form_class):
        # The editor sends the same story in its own layout.
        sent = CLEAN | {"body": "<p>Tin <b>nóng</b></p>\r\n\r\n", "note": "một\r\nhai"}

        assert form_class(sent, initial=CLEAN).changed_data == []

    def test_a_touched_form_has_changed(self, form_class):
        assert form_class(CLEAN | {"body": "<p>Khác</p>"}, initial=CLEAN).changed_data == ["body"]

    def test_rich_text_uses_the_editor_in_forms_and_in_the_admin(self, note_class):
        body = note_class._meta.get_field("body")

        assert isinstance(body.formfield().widget, EditorWidget)
        assert isinstance(body.formfield(widget=AdminTextareaWidget).widget, EditorWidget)

    def test_another_widget_may_be_asked_for(self, note_class):
        body = note_class._meta.get_field("body")

        assert isinstance(body.formfield(widget=forms.HiddenInput).widget, forms.HiddenInput)

    def test_a_line_knows_its_length(self, note_class):
        assert note_class._meta.get_field("title").formfield().max_length == 20


@pytest.mark.parametrize(
    ("field", "path", "kwargs"),
    [
        (
            LineField("title", max_length=9),
            "newsroom.text.fields.LineField",
            {"max_length": 9, "verbose_name": "title"},
        ),
        (PlainTextField(blank=True), "newsroom.text.fields.PlainTextField", {"blank": True}),
        (RichTextField(), "newsroom.text.fields.RichTextField", {}),
    ],
)
def test_fields_can_be_written_into_migrations(field, path, kwargs):
    assert field.deconstruct()[1:] == (path, [], kwargs)
