from ckeditor.widgets import CKEditorWidget
from django import forms
from django.utils.translation import gettext_lazy as _


class EditorWidget(CKEditorWidget):
    """CKEditor with the configuration `story` (newsroom.text.editor), a live word count under it.

    Its page allows scripts by nonce and carries one `<script nonce>` of its own, from which
    `newsroom/js/editor.js` takes the nonce for the editor's frame.
    """

    def __init__(self, attrs=None):
        super().__init__(config_name="story", attrs={"data-words": _("words"), **(attrs or {})})

    @property
    def media(self):
        # Naming the last of django-ckeditor's scripts puts ours behind it when media are merged.
        return super().media + forms.Media(js=["ckeditor/fixups.js", "newsroom/js/editor.js"])
