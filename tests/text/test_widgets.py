import json

from django.contrib.staticfiles import finders
from django.utils import translation
from lxml import html

from newsroom.text.editor import CKEDITOR_CONFIGS, UPLOAD_URL
from newsroom.text.richtext import policy
from newsroom.text.widgets import EditorWidget


def textarea(value="<p>Tin</p>"):
    return html.fromstring(EditorWidget().render("body", value, {"id": "id_body"})).find(".//textarea")


def test_editor_loads_our_scripts_after_the_editor():
    scripts = [script.get("src") for script in html.fromstring(f"<div>{EditorWidget().media}</div>").iter("script")]

    names = [src.rsplit("/", 1)[1] for src in scripts]
    assert names == ["ckeditor-init.js", "ckeditor.js", "fixups.js", "editor.js", "tracked-changes.js", "embeds.js"]


def test_editor_loads_nothing_from_other_hosts():
    assert all(
        script.startswith("/static/")
        for script in html.fromstring(f"<div>{EditorWidget().media}</div>").xpath("//@src")
    )


def test_editor_speaks_vietnamese():
    with translation.override("vi"):
        config = json.loads(textarea().get("data-config"))

    assert config["language"] == "vi"


def test_editor_uploads_pictures_to_the_photo_library():
    config = json.loads(textarea().get("data-config"))

    assert {config["uploadUrl"], config["filebrowserImageUploadUrl"]} == {UPLOAD_URL}


def test_editor_escapes_the_story():
    assert textarea("</textarea><script>").text == "</textarea><script>"


def test_every_added_plugin_is_bundled():
    for plugin in CKEDITOR_CONFIGS["story"]["extraPlugins"].split(","):
        assert finders.find(f"ckeditor/ckeditor/plugins/{plugin}/plugin.js"), plugin


def test_editor_offers_only_formats_that_are_stored():
    assert set(CKEDITOR_CONFIGS["story"]["format_tags"].split(";")) <= policy.TAGS


def test_editor_offers_only_picture_classes_that_are_stored():
    offered = {style["attributes"]["class"] for style in CKEDITOR_CONFIGS["story"]["stylesSet"]}

    assert offered | {CKEDITOR_CONFIGS["story"]["image2_captionedClass"]} == set(policy.FIGURE_CLASSES)
