from django.contrib import admin
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.pages.filters import ListedFilters
from newsroom.text.vietnamese import format_datetime
from photos import views
from photos.forms import AddPhotoForm
from photos.ingest import keep
from photos.models import Photo


@admin.register(Photo)
class PhotoAdmin(ListedFilters, admin.ModelAdmin):
    """The photos of the paper. The picture is given once; what is said of it can be mended."""

    list_display = ["thumbnail", "__str__", "credit", "size", "added_by", "added"]
    list_display_links = ["thumbnail", "__str__"]
    list_select_related = ["created_by"]
    list_per_page = 50
    list_filter = ["created_at", "ai_label"]
    search_fields = ["caption", "credit", "alt"]
    search_help_text = _("Searches caption, credit and alternative text.")
    nothing_yet = _("No photo yet. Photos added here can illustrate any story.")
    readonly_fields = ["picture", "size", "added_by", "added"]

    def get_urls(self):
        upload, summary = self.admin_site.admin_view(views.upload), self.admin_site.admin_view(views.summary)
        return [
            path("upload/", upload, name="photos_photo_upload"),
            path("<int:pk>/summary/", summary, name="photos_photo_summary"),
            *super().get_urls(),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        if not change:
            kwargs["form"] = AddPhotoForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["upload", "caption", "credit", "alt", "ai_label"]
        return ["picture", "caption", "credit", "alt", "ai_label", "size", "added_by", "added"]

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            keep(obj, form.cleaned_data["upload"], by=request.user)

    def get_deleted_objects(self, objs, request):
        """A photo in use is refused because of its use, not for a right over stories that nobody has."""
        deletable, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        return deletable, counts, set() if protected else perms_needed, protected

    @admin.display(description=_("picture"))
    def thumbnail(self, photo):
        return _image(photo, photo.rendition(480), width=120)

    @admin.display(description=_("picture"))
    def picture(self, photo):
        rendition = photo.rendition(960)
        return _image(photo, rendition, width=min(rendition.width, 480))

    @admin.display(description=_("added by"))
    def added_by(self, photo):
        return str(photo.created_by)  # a link to the account would be refused to most

    @admin.display(description=_("added at"), ordering="created_at")
    def added(self, photo):
        return format_datetime(photo.created_at)

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}"


def _image(photo, rendition, width):
    """The rendition as an HTML image, shown `width` pixels wide."""
    height = max(1, round(rendition.height * width / rendition.width))
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">', rendition.webp, width, height, photo.alt
    )
