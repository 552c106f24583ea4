from ckeditor.widgets import CKEditorWidget
from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.text.richtext.policy import EMBEDS


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
        ours = ["newsroom/js/editor.js", "newsroom/js/tracked-changes.js", "newsroom/js/embeds.js"]
        return super().media + forms.Media(js=["ckeditor/fixups.js", *ours])

    def get_context(self, name, value, attrs):
        """With the ways to show something of ours, which are known once every app is there."""
        self.config["embedKinds"] = {kind: str(embed.label) for kind, embed in EMBEDS.items()}
        return super().get_context(name, value, attrs)
