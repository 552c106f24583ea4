"""Rows inside the form of another thing, on the desk."""

import json

from django.utils.translation import gettext


class AddsInASentence:
    """For a ModelAdmin: the button under its inlines reads “Thêm một tác giả”; Django's has a capital in the middle."""

    def get_inline_formsets(self, *args, **kwargs):
        inlines = super().get_inline_formsets(*args, **kwargs)
        for inline in inlines:
            inline.inline_formset_data = _data_for_the_script(inline)
        return inlines


def _data_for_the_script(inline):
    data = json.loads(inline.inline_formset_data())
    data["options"]["addText"] = gettext("Add another %(verbose_name)s") % {"verbose_name": inline.opts.verbose_name}
    return json.dumps(data)
