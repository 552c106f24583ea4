from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from newsroom.pages.decoding import FORMATS, MAX_BYTES, decode
from photos.models import Photo

_ACCEPT = ",".join(f"image/{name.lower()}" for name in FORMATS)


class AddPhotoForm(forms.ModelForm):
    """A new photo; when valid, `cleaned_data["upload"]` is the decoded picture that `ingest.keep` takes."""

    upload = forms.FileField(
        label=_("Picture file"),
        help_text=format_lazy(
            _("JPEG, PNG or WebP, at most {megabytes} MB. Place and camera data are removed."),
            megabytes=MAX_BYTES // 1024**2,
        ),
        widget=forms.FileInput(attrs={"accept": _ACCEPT}),
    )

    class Meta:
        model = Photo
        fields = ["caption", "credit", "alt", "ai_label"]

    def clean_upload(self):
        return decode(self.cleaned_data["upload"])
