"""What the story editor offers: the CKEditor configuration that settings.py hands to django-ckeditor.

Only comfort lives here. What may be stored is decided by `newsroom.text.richtext`, whatever the editor sends.
This module is imported by the settings, so it imports nothing but lazy translation.
"""

from django.utils.translation import gettext_lazy as _

UPLOAD_URL = "/admin/photos/photo/upload/"
EMBEDS_URL = "/admin/embeds/"

# Plugins that phone home, write inline styles, or have no place in a story.
_REMOVED_PLUGINS = (
    "about,bidi,colorbutton,colordialog,copyformatting,div,elementspath,exportpdf,flash,font,forms,iframe,image,"
    "justify,language,liststyle,newpage,pagebreak,preview,print,save,scayt,showblocks,smiley,templates,wsc"
)
_ADDED_PLUGINS = "autogrow,autolink,image2,uploadimage"

# Words that CKEditor's Vietnamese leaves in English or mistakes; newsroom/js/editor.js puts them in place.
_LABELS = {
    "format": {"tag_h2": _("Heading"), "tag_h3": _("Subheading"), "tag_h4": _("Minor heading")},
    "image2": {"alt": _("Description for those who cannot see the picture")},
    "table": {"headers": _("Heading cells"), "caption": _("Caption of the table")},
    "link": {"displayText": _("Text of the link"), "toPhone": _("Telephone"), "phoneNumber": _("Telephone number")},
    "clipboard": {
        "pasteMsg": _("Paste your text into the area below, then press OK."),
        "pasteNotification": _("Press %1 to paste: the browser does not let the button do it."),
    },
    "pastetext": {"pasteNotification": _("Press %1 to paste: the browser does not let the button do it.")},
    "uploadwidget": {
        "abort": _("The upload was stopped."),
        "doneOne": _("The picture is uploaded."),
        "doneMany": _("%1 pictures are uploaded."),
        "uploadOne": _("Uploading a picture ({percentage}%)…"),
        "uploadMany": _("Uploading pictures, {current} of {max} done ({percentage}%)…"),
    },
}

# What newsroom/js/tracked-changes.js says of a text from Word that still has them; %1 is what was struck out.
_TRACKED_CHANGES = {
    "inserted": _("Word's tracked changes were pasted without their marks: what was inserted is text like any other."),
    "left": _("Word's tracked changes were pasted without their marks, and what was struck out is text again: %1"),
}

# The words of newsroom/js/embeds.js.
_EMBED_WORDS = {
    "button": _("Poll or price"),
    "kind": _("What to show"),
    "search": _("Search"),
    "found": _("Found"),
    "nothing": _("Nothing was found."),
    "failed": _("The search did not succeed. Please try again."),
    "choose": _("Choose what to show."),
}

_STORY = {
    "skin": "moono-lisa",
    "width": "100%",
    "height": 420,
    "autoGrow_minHeight": 420,
    "autoGrow_maxHeight": 1600,
    "autoGrow_onStartup": True,
    "removePlugins": _REMOVED_PLUGINS,
    "extraPlugins": _ADDED_PLUGINS,
    "toolbar": "story",
    "toolbar_story": [
        ["Format", "Styles"],
        ["Bold", "Italic", "Subscript", "Superscript", "RemoveFormat"],
        ["Link", "Unlink"],
        ["NumberedList", "BulletedList", "Blockquote"],
        ["Image", "Embed", "Table", "HorizontalRule", "SpecialChar"],
        ["PasteText"],
        ["Undo", "Redo", "Find"],
        ["Maximize"],
    ],
    "format_tags": "p;h2;h3;h4",
    # Styles on pictures only: the one class a figure may choose (richtext.FIGURE_CLASSES).
    "stylesSet": [{"name": _("Wide picture"), "type": "widget", "widget": "image", "attributes": {"class": "wide"}}],
    # Inline styles never reach the database; without them the dialogs hide alignment, borders and colours too.
    "disallowedContent": "*{*}; table[align,border,cellpadding,cellspacing,summary]; a[target]",
    "removeDialogTabs": "link:advanced;link:target;link:upload;table:advanced;tableProperties:advanced",
    "linkDefaultProtocol": "https://",
    "image2_disableResizer": True,
    "image2_captionedClass": "image",
    # Vietnamese stays readable in the source, and equal to what the server stores.
    "entities": False,
    "basicEntities": True,
    "fillEmptyBlocks": False,
    # A pasted picture would arrive as a data: address; pictures come by upload only.
    "clipboard_handleImages": False,
    "uploadUrl": UPLOAD_URL,
    "filebrowserImageUploadUrl": UPLOAD_URL,
    "labels": _LABELS,
    "trackedChanges": _TRACKED_CHANGES,
    "embedsUrl": EMBEDS_URL,
    "embedWords": _EMBED_WORDS,
    "applicationTitle": _("Story editor"),
    "title": _("Text of the story"),
    "contentsLanguage": "vi",
    "disableNativeSpellChecker": False,
    "browserContextMenuOnCtrl": True,
    "versionCheck": False,
}

CKEDITOR_CONFIGS = {"story": _STORY}
