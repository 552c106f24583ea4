"""What the story form asks of the photo library: to take a picture dropped into a text, to show one just chosen."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from photos.ingest import ingest
from photos.models import Photo

# Pixels; what stands in a story's column.
_COLUMN = 960


@require_POST
def upload(request):
    """Take the file field `upload` and answer as CKEditor 4's `uploadimage` expects; staff only, by `admin_view`.

    A refused file answers 200, since CKEditor shows our message only then; a missing right 403, where it shows its own.
    """
    if not request.user.has_perm("photos.add_photo"):
        return _refusal(_("You may not add photos."), HTTPStatus.FORBIDDEN)
    if "upload" not in request.FILES:
        return _refusal(_("No file was sent."))
    try:
        photo = ingest(request.FILES["upload"], by=request.user)
    except ValidationError as error:
        return _refusal(" ".join(error.messages))
    return _accepted(photo.rendition(_COLUMN))


@require_safe
def summary(request, pk):
    """A photo as JSON: `url`, `width`, `height` of the rendition for a column; its own `alt`, `caption`, `credit`."""
    if not request.user.has_perm("photos.view_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    rendition = photo.rendition(_COLUMN)
    shown = {"url": rendition.webp, "width": rendition.width, "height": rendition.height}
    return JsonResponse({**shown, "alt": photo.alt, "caption": photo.caption, "credit": photo.credit})


def _accepted(rendition):
    name = rendition.jpeg.rpartition("/")[2]
    return JsonResponse(
        {"uploaded": 1, "fileName": name, "url": rendition.jpeg, "width": rendition.width, "height": rendition.height}
    )


def _refusal(message, status=HTTPStatus.OK):
    return JsonResponse({"uploaded": 0, "error": {"message": message}}, status=status)
